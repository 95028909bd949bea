import unittest
from decimal import Decimal

from pricing import discounted_price, gross_price


class GrossPriceTest(unittest.TestCase):
    def test_adds_the_tax(self):
        self.assertEqual(Decimal("11.90"), gross_price(Decimal("10.00")))

    def test_rounds_half_a_cent_up(self):
        self.assertEqual(Decimal("1.79"), gross_price(Decimal("1.50")))


class DiscountedPriceTest(unittest.TestCase):
    def test_takes_the_discount_off(self):
        self.assertEqual(Decimal("44.55"), discounted_price(Decimal("49.50"), 10))

    def test_rounds_to_cents(self):
        self.assertEqual(Decimal("0.67"), discounted_price(Decimal("0.99"), 32))

    def test_is_the_net_price_when_there_is_no_discount(self):
        self.assertEqual(Decimal("49.50"), discounted_price(Decimal("49.50"), None))

    def test_raises_when_the_discount_is_out_of_bounds(self):
        with self.assertRaisesRegex(ValueError, "not 101"):
            discounted_price(Decimal("49.50"), 101)


if __name__ == "__main__":
    unittest.main()
