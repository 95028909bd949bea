from plpython import plfunction


@plfunction
def late(a: int) -> int:
    from plpython import plpy
    import plpython

    try:
        from plpython import Row
    except ImportError:
        Row = None
    plpy.notice("late")
    return a
