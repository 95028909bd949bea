from plpython import plaggregate, pleventtrigger, plfunction, plprocedure, pltrigger


@plfunction(install="normal")
def usual() -> int:
    return 1


@plprocedure(install=True)
def no_text() -> None:
    pass


@pltrigger(event="INSERT", when="BEFORE", table="t", install="first", detach="yes")
def trigger(new):
    pass


@pleventtrigger(event="ddl_command_end", install=None, detach=True)
def event_trigger():
    pass


@plfunction(detach=True)
def detached() -> int:
    return 1


@plaggregate(name="total", install="early", final="finish")
@plaggregate(name="late_total", install="late", final="finish")
@plaggregate(name="usual_total", final="finish")
@plfunction
def add(state: int, n: int) -> int:
    return state + n


@plfunction(install="late")
def finish(state: int) -> int:
    return state
