from typing import Dict, List, Optional
from uuid import UUID

import plpython


@plpython.plfunction
def tags(
    json: Dict[str, str], ids: List[UUID], result: "Optional[int]" = None, *, SD: bool = True
) -> Dict[str, str]:
    return json


@plpython.plfunction(name="Order", strict=True, security="definer", leakproof=True, cost=0.5)
def order_lines(a: bytes, b: float, c: list[list[int]], d: str = "it's \\", e: int = -1) -> None:
    '''Both kinds of """triple""" quotes.'''
    """and $python$"""


@plpython.plfunction
def call(call: int, load: int) -> int:
    return call + load
