from __future__ import annotations
import __main__, cgi
import os.path, numpy as np
import pandas
import requests.adapters
from typing import TYPE_CHECKING
from plpython import plfunction

if TYPE_CHECKING:
    import mypy_extensions

try:
    import ujson as json
except ImportError:
    import simplejson as json


def helper() -> mypy_extensions.i64:
    from yaml import safe_load

    return safe_load


@plfunction
def f(a: int) -> int:
    return np.add(a, requests.adapters) + json.loads(a) + os.path.join(a) + helper() + cgi.parse(__main__)


@plfunction
def g(a: int) -> int:
    try:
        import attrs
    except ValueError:
        return a
    return attrs


def unused():
    import scipy
    return pandas
