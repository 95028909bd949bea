import concurrent.futures
import os
import signal
import sys
import threading
from multiprocessing import Process
from plpython import plfunction


@plfunction
def f(a: int) -> int:
    signal.signal(signal.SIGALRM, None)
    threading.Thread(target=f).start()
    Process(target=f).start()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        pool.map(f, [])
    if a:
        os.fork()
        os.kill(a, 9)
        os._exit(1)
    exit()
    return sys.exit(1)


@plfunction
def fine(a: int) -> int:
    lock = threading.Lock()
    return os.getpid()


if __name__ == "__main__":
    sys.exit(f(1))
