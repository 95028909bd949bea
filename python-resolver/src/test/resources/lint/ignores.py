import json  # plpython: ignore[unused-ignore]
from plpython import plfunction


@plfunction
def f(a: int) -> int:
    print("a")  # plpython: ignore[print-call]
    print("b")  # because it is so  # plpython:ignore[ print-call , mutable-default ]
    # plpython: ignore[print-call]
    # It belongs to the line after these.
    print("c"); print("d")
    # plpython: ignore[print-call]

    print("e")
    print("""
    # plpython: ignore[print-call]
    """)
    print("f", \
          "g")  # plpython: ignore[print-call]
    print("ü😀", lambda b=[]: b)  # plpython: ignore[prints-call, invalid-source]
    print("h")  # plpython: ignore
    print("i")  # plpython: ignore[]
    print(f"j {  # plpython: ignore[print-call]
        a}")
    return a
