import socket
from plpython import plfunction

error = ValueError


@plfunction
def f(a: str) -> int:
    try:
        return int(a)
    except ValueError, e:
        return 0


@plfunction
def fine(a: str) -> int:
    try:
        return int(a)
    except ValueError, KeyError:
        return 0
    except (OSError, error):
        return 0
    except OSError, socket.error:
        return 0
