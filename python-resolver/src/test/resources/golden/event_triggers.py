from plpython import pleventtrigger, plpy


@pleventtrigger(event="ddl_command_end", tags=["CREATE TABLE", "create index"])
def audit_ddl(td, plpy):
    """Says what was done."""
    plpy.notice(td["event"] + " " + td["tag"])


@pleventtrigger(event="sql_drop", name="Guard drop", schema="admin", enabled="always")
@pleventtrigger(event="login", schema="admin")
def guard():
    plpy.notice("guard")
