from plpython import plfunction, plprocedure, pltrigger, plpy as db


@plfunction
def direct() -> None:
    plpy.commit()


def helper():
    db.rollback()


@plfunction
def through_a_helper() -> None:
    helper()


@pltrigger(event="INSERT", when="AFTER", table="book")
def by_parameter(plpy):
    plpy.commit()


@plprocedure(set={"search_path": "shop"})
def with_a_setting() -> None:
    plpy.commit()


@plprocedure
def may() -> None:
    plpy.commit()
    helper()


class Connection:
    def commit(self):
        pass


@plfunction
def fine() -> None:
    connection = Connection()
    connection.commit()
    plpy = connection
