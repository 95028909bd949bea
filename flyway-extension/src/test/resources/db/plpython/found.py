from plpython import plfunction


@plfunction
def from_class_path() -> int:
    return 1
