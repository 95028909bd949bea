from plpython import plfunction, pltrigger, plpy as db


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


class Connection:
    def commit(self):
        pass


@plfunction
def fine() -> None:
    connection = Connection()
    connection.commit()
    plpy = connection
