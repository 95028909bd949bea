import decimal
import os
import random
import socket
import sys
import warnings
from decimal import getcontext
from locale import LC_ALL, setlocale
from plpython import plfunction

getcontext().prec = 5
decimal.getcontext().rounding = decimal.ROUND_UP
os.environ["TZ"] = "UTC"
del os.environ["LANG"]
os.environ.update(A="b")
setlocale(LC_ALL, "de_DE")
sys.path.append("/opt/lib")
if sys.version_info > (3, 9):
    random.seed(1)
    warnings.filterwarnings("ignore")
socket.socket = None


class Settings:
    random.seed(2)


SETTINGS = {}
SETTINGS["a"] = 1
Settings.value = 2


def later():
    random.seed(3)
    os.environ["A"] = "b"


@plfunction
def f(a: int) -> int:
    random = a
    return later()


if __name__ == "__main__":
    random.seed(4)
