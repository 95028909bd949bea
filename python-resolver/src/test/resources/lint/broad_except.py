from plpython import plfunction, plpy


@plfunction
def bare(a: int) -> int:
    try:
        return plpy.execute("SELECT 1")[0]["a"]
    except:
        return 0


@plfunction
def base(a: int) -> int:
    plan = plpy.prepare("SELECT 1")
    try:
        return plan.execute()[0]["a"]
    except (ValueError, BaseException) as error:
        return 0


@plfunction
def nested(a: int) -> int:
    def inner():
        with plpy.subtransaction():
            try:
                plpy.cursor("SELECT 1")
            except BaseException:
                pass

    return inner()


@plfunction
def fine(a: int) -> int:
    try:
        plpy.execute("SELECT 1")
    except plpy.spiexceptions.UniqueViolation:
        return 0
    try:
        plpy.execute("SELECT 1")
    except Exception:
        return 0
    try:
        plpy.execute("SELECT 1")
    except BaseException:
        a = 1
        raise
    try:
        return int("1")
    except:
        return 0
    finally:
        plpy.execute("SELECT 1")


def unused():
    try:
        plpy.execute("SELECT 1")
    except:
        pass
