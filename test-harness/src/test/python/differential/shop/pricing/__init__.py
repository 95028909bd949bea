"""A package."""

from . import vat

registry = {}
DEFAULT = vat.name.upper()


def register(function):
    registry[function.__name__] = function
    return function


from .extra import *  # noqa: E402, F403
