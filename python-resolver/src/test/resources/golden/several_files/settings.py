"""Settings."""
from shop.money import RATES

UNUSED = 1
RATES["vat"] = 0.19
