package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.DeployException;
import org.plpython.harness.ServerTest;

/** What the installed function computes, against what the same text computes in plain Python. */
@ServerTest
class FunctionTest {
  private Installed database;

  FunctionTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private Installed install(String... lines) {
    return database.install("from plpython import plfunction\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void text_is_exact_when_a_literal_has_several_lines() throws SQLException {
    install(
        "TABS = '''a",
        "\tb",
        "  c\\",
        "d\f",
        "'''",
        "@plfunction",
        "def card(name: str) -> str:",
        "    return TABS + f'''{name}",
        "\t{name}'''");
    assertThat(database.value("SELECT card('x')")).isEqualTo("a\n\tb\n  cd\f\nx\n\tx");
  }

  @Test
  void text_is_exact_when_source_holds_both_triple_quotes_and_the_dollar_tag() throws SQLException {
    install(
        "@plfunction",
        "def card() -> str:",
        "    return '''a",
        "\t\\t$python$''' + \"\"\"b",
        "é$python1$\\\\\"\"\"");
    assertThat(database.value("SELECT card()")).isEqualTo("a\n\t\t$python$b\né$python1$\\");
  }

  @Test
  void parameters_can_be_assigned_when_function_does_so() throws SQLException {
    install("@plfunction", "def add(a: int, b: int) -> int:", "    a += b", "    return a");
    assertThat(database.value("SELECT add(1, 2)")).isEqualTo("3");
  }

  @Test
  void definitions_run_once_when_function_is_called_often() throws SQLException {
    install(
        "from plpython import plpy",
        "COUNT = []",
        "COUNT.append(1)",
        "@plfunction",
        "def counter() -> int:",
        "    COUNT.append(1)",
        "    return len(COUNT)");
    assertThat(database.query("SELECT counter() FROM generate_series(1, 3)"))
        .containsExactly("2", "3", "4");
  }

  @Test
  void state_is_each_functions_own_when_two_share_a_variable() throws SQLException {
    install(
        "COUNT = []",
        "@plfunction",
        "def one() -> int:",
        "    COUNT.append(1)",
        "    return len(COUNT)",
        "@plfunction",
        "def two() -> int:",
        "    COUNT.append(1)",
        "    return len(COUNT)");
    assertThat(database.query("SELECT one() FROM generate_series(1, 2)")).containsExactly("1", "2");
    assertThat(database.value("SELECT two()")).isEqualTo("1");
  }

  @Test
  void state_is_each_schemas_own_when_a_function_is_installed_twice() throws SQLException {
    String[] function = {
      "SEEN = []", "@plfunction", "def seen() -> int:", "    SEEN.append(1)", "    return len(SEEN)"
    };
    database.execute("CREATE SCHEMA IF NOT EXISTS tenant", "SET search_path = tenant");
    install(function);
    database.execute("SET search_path = public");
    install(function);
    assertThat(database.value("SELECT tenant.seen() || ' ' || public.seen()")).isEqualTo("1 1");
  }

  @Test
  void new_code_runs_when_function_is_replaced_in_the_same_session() throws SQLException {
    install("@plfunction", "def f() -> int:", "    return 1");
    assertThat(database.value("SELECT f()")).isEqualTo("1");
    install("@plfunction", "def f() -> int:", "    return 2");
    assertThat(database.value("SELECT f()")).isEqualTo("2");
  }

  @Test
  void module_is_a_real_one_when_code_asks_for_it() throws SQLException {
    install(
        "from __future__ import annotations",
        "import inspect, pickle, sys",
        "from dataclasses import dataclass, field",
        "from typing import ClassVar, get_type_hints",
        "@dataclass",
        "class Point:",
        "    zero: ClassVar[int] = 0",
        "    x: int = 1",
        "def helper():",
        "    return 'source'",
        "@plfunction",
        "def checks() -> list[str]:",
        "    point = pickle.loads(pickle.dumps(Point(2)))",
        "    return [str(point.x), str(get_type_hints(Point)['x']), inspect.getsource(helper),",
        "            str(sys.modules[__name__].helper is helper)]");
    assertThat(database.query("SELECT unnest(checks())"))
        .containsExactly("2", "<class 'int'>", "def helper():\n    return 'source'\n", "True");
  }

  @Test
  void names_do_not_collide_when_parameters_have_the_bodys_names() throws SQLException {
    install(
        "@plfunction",
        "def names(call: int, load: int, SD: int, TD: int, args: int, list: int, sys: int,",
        "          module: int, source: int, entry: int, result: int, value: int, json: dict,",
        "          builtins: int, plpy: int, name: int, package: int, UUID: int, len: int,",
        "          KeyError: int, compile: int) -> dict:",
        "    return dict(all=call+load+SD+TD+args+list+sys+module+source+entry+result+value",
        "                +json['a']+builtins+plpy+name+package+UUID+len+KeyError+compile)");
    String call =
        "SELECT names(1,2,3,4,5,6,7,8,9,10,11,12,'{\"a\":13}',14,15,16,17,18,19,20,21)::text"
            + " FROM generate_series(1, 2)";
    assertThat(database.query(call)).containsExactly("{\"all\": 231}", "{\"all\": 231}");
  }

  @Test
  void new_code_runs_when_a_function_with_a_parameter_named_sd_is_replaced() throws SQLException {
    install("@plfunction", "def f(SD: int) -> int:", "    return SD");
    assertThat(database.value("SELECT f(3)")).isEqualTo("3");
    install("@plfunction", "def f(SD: int) -> int:", "    return SD + 1");
    assertThat(database.query("SELECT f(3) FROM generate_series(1, 2)")).containsExactly("4", "4");
  }

  @Test
  void arguments_and_results_are_as_annotated_when_types_differ() throws SQLException {
    install(
        "from decimal import Decimal",
        "from typing import Dict, List, Optional",
        "from uuid import UUID",
        "@plfunction",
        "def kinds(a: int, b: float, c: bool, d: str, e: bytes, f: Decimal, g: Dict[str, str],",
        "          h: List[str], i: List[int], j: Optional[UUID], k: list[dict], m: int | None)"
            + " -> list[str]:",
        "    return [type(v).__name__ for v in (a, b, c, d, e, f, g, h, i, j, k, k[0], m)]");
    assertThat(
            database.query(
                "SELECT unnest(kinds(1, 2, true, 'd', 'e', 1.5, '{}', '{h}', '{1}',"
                    + " '00000000-0000-0000-0000-000000000001', array['{}'::jsonb, null], null))"))
        .containsExactly(
            "int",
            "float",
            "bool",
            "str",
            "bytes",
            "Decimal",
            "dict",
            "list",
            "list",
            "UUID",
            "list",
            "dict",
            "NoneType");
  }

  @Test
  void values_survive_when_they_pass_through_unchanged() throws SQLException {
    install(
        "from decimal import Decimal",
        "from uuid import UUID",
        "@plfunction",
        "def j(v: dict) -> dict: return v",
        "@plfunction",
        "def js(v: list[dict]) -> list[dict]: return v",
        "@plfunction",
        "def u(v: UUID) -> UUID: return v",
        "@plfunction",
        "def us(v: list[UUID]) -> list[UUID]: return v",
        "@plfunction",
        "def n(v: Decimal) -> Decimal: return v",
        "@plfunction",
        "def x(v: float) -> float: return v",
        "@plfunction",
        "def m(v: list[list[int]]) -> list[list[int]]: return v");
    assertThat(database.value("SELECT j('{\"a\": [1, null, \"é\\n\"], \"b\": 1.5}')"))
        .isEqualTo("{\"a\": [1, null, \"é\\n\"], \"b\": 1.5}");
    assertThat(database.value("SELECT j(NULL)")).isNull();
    assertThat(database.value("SELECT js(array['{\"a\": 1}'::jsonb, NULL])"))
        .isEqualTo("{\"{\\\"a\\\": 1}\",NULL}");
    assertThat(database.value("SELECT u('6f9619ff-8b86-d011-b42d-00c04fc964ff')"))
        .isEqualTo("6f9619ff-8b86-d011-b42d-00c04fc964ff");
    assertThat(database.value("SELECT us('{6f9619ff-8b86-d011-b42d-00c04fc964ff,NULL}')"))
        .isEqualTo("{6f9619ff-8b86-d011-b42d-00c04fc964ff,NULL}");
    assertThat(database.value("SELECT n(1.500)")).isEqualTo("1.500");
    assertThat(database.value("SELECT x(0.1)")).isEqualTo("0.1");
    assertThat(database.value("SELECT m('{{1,2},{3,NULL}}')")).isEqualTo("{{1,2},{3,NULL}}");
  }

  @Test
  void defaults_are_sql_defaults_when_arguments_are_left_out() throws SQLException {
    install(
        "@plfunction",
        "def f(a: int = -1, b: str = \"it's \\\\ ok\", c: bool = True, d: float = 1e300,",
        "      *, e: str = None) -> str:",
        "    return f'{a} {b} {c} {d} {e}'");
    assertThat(database.value("SELECT f()")).isEqualTo("-1 it's \\ ok True 1e+300 None");
    assertThat(database.value("SELECT f(e => 'x', a => 2)"))
        .isEqualTo("2 it's \\ ok True 1e+300 x");
  }

  @Test
  void exceptions_are_the_authors_own_when_function_raises() {
    install("@plfunction", "def f(a: int) -> int:", "    return {}['call']");
    assertThatThrownBy(() -> database.value("SELECT f(1)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("KeyError: 'call'");
  }

  @Test
  void no_other_exception_shows_when_the_top_level_looks_for_one() throws SQLException {
    install(
        "import sys",
        "HANDLED = sys.exc_info()[0]",
        "@plfunction",
        "def f() -> bool:",
        "    return HANDLED is None");
    assertThat(database.value("SELECT f()")).isEqualTo("t");
  }

  @Test
  void names_are_normal_when_they_are_not_ascii() throws SQLException {
    install("ªº = 1", "@plfunction", "def f(µ: int) -> int:", "    return ao + µ");
    assertThat(database.value("SELECT f(2)")).isEqualTo("3");
  }

  @Test
  void error_repeats_when_the_top_level_fails_at_the_first_call() {
    install("BROKEN = 1 / len([])", "@plfunction", "def f() -> int:", "    return BROKEN");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> database.value("SELECT f()"))
          .hasMessageContaining("ZeroDivisionError");
    }
  }

  @Test
  void function_calls_another_one_in_python_when_both_are_installed() throws SQLException {
    install(
        "@plfunction(name='twice_sql')",
        "def twice(a: int) -> int:",
        "    return 2 * a",
        "@plfunction",
        "def four_times(a: int) -> int:",
        "    return twice(twice(a))");
    database.execute("DROP FUNCTION twice_sql");
    assertThat(database.value("SELECT four_times(3)")).isEqualTo("12");
  }

  @Test
  void plpy_is_there_when_code_uses_it_in_any_way() throws SQLException {
    install(
        "from plpython import plpy as db",
        "@plfunction",
        "def direct() -> int: return plpy.execute('select 1 as a')[0]['a']",
        "@plfunction",
        "def renamed() -> int: return db.execute('select 2 as a')[0]['a']");
    assertThat(database.value("SELECT direct() + renamed()")).isEqualTo("3");
  }

  @Test
  void attributes_and_comment_are_set_when_declared_and_reset_when_not() throws SQLException {
    String attributes =
        "SELECT concat_ws(' ', provolatile, proisstrict, prosecdef, proleakproof, proparallel,"
            + " procost, obj_description(oid)) FROM pg_proc WHERE proname = 'f'";
    install(
        "@plfunction(volatility='immutable', strict=True, security='definer', leakproof=True,",
        "            parallel='safe', cost=7)",
        "def f() -> None: \"It's\"");
    assertThat(database.value(attributes)).isEqualTo("i t t t s 7 It's");
    install("@plfunction", "def f() -> None: pass");
    assertThat(database.value(attributes)).isEqualTo("v f f f u 100");
  }

  @Test
  void names_are_quoted_when_they_must_be() throws SQLException {
    install(
        "@plfunction(schema='public', name='Order \"1\"')",
        "def f(Select: int, user: int) -> int: return Select + user");
    assertThat(database.value("SELECT public.\"Order \"\"1\"\"\"(\"Select\" => 1, \"user\" => 2)"))
        .isEqualTo("3");
  }

  @Test
  void install_fails_at_the_authors_line_when_the_servers_python_cannot_compile() {
    assertThatThrownBy(
            () ->
                install(
                    "# a line that does not travel",
                    "HERE = 1",
                    "",
                    "@plfunction",
                    "def f() -> int:",
                    "    return HERE",
                    "",
                    "    break"))
        .isInstanceOf(DeployException.class)
        .hasMessageStartingWith("sources/file.py:9: cannot install the function f()")
        .hasMessageContaining("SyntaxError: 'break' outside loop");
  }

  @Test
  void install_fails_when_postgresql_itself_checks_no_bodies() throws SQLException {
    database.execute("SET check_function_bodies = off");
    assertThatThrownBy(() -> install("@plfunction", "def f() -> int:", "    break"))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("SyntaxError: 'break' outside loop");
    database.execute("RESET check_function_bodies");
  }

  private static final String[] WITH_SYNTAX_OF_3_14 = {
    "@plfunction",
    "def parsed(text: str) -> int:",
    "    try:",
    "        return int(text)",
    "    except ValueError, TypeError:",
    "        return -1"
  };

  @Test
  void newer_syntax_works_when_the_servers_python_knows_it() throws SQLException {
    database.needsPython(14);
    install(WITH_SYNTAX_OF_3_14);
    assertThat(database.value("SELECT parsed('x')")).isEqualTo("-1");
  }

  @Test
  void newer_syntax_fails_the_install_when_the_servers_python_does_not_know_it()
      throws SQLException {
    Assumptions.assumeTrue(database.pythonMinor() < 14, "this Python knows it");
    assertThatThrownBy(() -> install(WITH_SYNTAX_OF_3_14))
        .isInstanceOf(DeployException.class)
        .hasMessage(
            "sources/file.py:6: cannot install the function parsed(text): ERROR: SyntaxError:"
                + " multiple exception types must be parenthesized\n"
                + "  This is what the server's own Python says of the file.");
  }
}
