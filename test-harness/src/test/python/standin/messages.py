"""Messages, and quoting."""

import plpy
from plpython import plfunction


@plfunction
def said(code: str) -> str:
    try:
        return repr(eval(code, {"plpy": plpy}))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@plfunction
def several() -> str:
    for i in range(3):
        plpy.notice(f"line {i}")
    plpy.debug("not shown")
    plpy.log("not shown")
    plpy.info("shown")
    return "done"


if __name__ == "__main__":
    from standin import call

    call(several)
    for code in (
        "plpy.notice('n')",
        "plpy.info('i')",
        "plpy.warning('w')",
        "plpy.notice()",
        "plpy.notice('n', 2)",
        "plpy.notice(None)",
        "plpy.notice(b'n')",
        "plpy.notice('100 %s')",
        "plpy.notice(message='n')",
        "plpy.notice('n', message='n')",
        "plpy.notice('n', detail='d', hint='h', sqlstate='01000')",
        "plpy.warning('w', detail=5, sqlstate='22023')",
        "plpy.notice('n', detail=None)",
        "plpy.notice('n', hnit='h')",
        "plpy.notice('n', sqlstate='1')",
        "plpy.notice('cut\\0here')",
        "plpy.quote_literal('O\\'Reilly')",
        "plpy.quote_literal('a\\\\b')",
        "plpy.quote_literal('')",
        "plpy.quote_nullable(None)",
        "plpy.quote_nullable('NULL')",
        "plpy.quote_ident('Book')",
        "plpy.quote_ident('book')",
        "plpy.quote_ident('a\"b')",
        "plpy.quote_ident('select')",
        "plpy.quote_literal(None)",
        "plpy.quote_ident(5)",
        "plpy.quote_literal('a\\0b')",
    ):
        call(said, code)
