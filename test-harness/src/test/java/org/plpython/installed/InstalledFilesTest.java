package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.TracebackTranslator;
import org.plpython.harness.ServerTest;
import org.plpython.resolver.PythonResolver;

/** How functions and triggers of several files live in the server. */
@ServerTest
class InstalledFilesTest {
  private final Installed database;

  InstalledFilesTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private void install(String text) {
    database.install(CaseFiles.of(text).files());
  }

  @Test
  void plpy_is_there_when_a_helper_uses_it_in_any_way() throws SQLException {
    install(
        """
        # === main.py
        from plpython import plfunction
        import queries
        from queries import db

        @plfunction
        def f() -> int:
            return queries.one() + queries.two() + db.execute("select 4 as n")[0]["n"]
        # === queries.py
        from plpython import plpy as db

        def one():
            return db.execute("select 1 as n")[0]["n"]

        def two():
            return plpy.execute("select 2 as n")[0]["n"]
        """);
    assertThat(database.value("SELECT f()")).isEqualTo("7");
  }

  private static final String COUNTER =
      """
      # === main.py
      from plpython import plfunction
      import counter

      @plfunction
      def one() -> int:
          return counter.up()

      @plfunction
      def two() -> int:
          return counter.up()
      # === counter.py
      COUNT = []

      def up():
          COUNT.append(1)
          return len(COUNT)
      """;

  @Test
  void state_is_each_functions_own_when_two_share_a_helper() throws SQLException {
    install(COUNTER);
    assertThat(database.query("SELECT one() FROM generate_series(1, 2)")).containsExactly("1", "2");
    assertThat(database.value("SELECT two()")).isEqualTo("1");
  }

  @Test
  void state_is_each_schemas_own_when_a_function_is_installed_twice() throws SQLException {
    database.execute("CREATE SCHEMA IF NOT EXISTS tenant", "SET search_path = tenant");
    install(COUNTER);
    database.execute("SET search_path = public");
    install(COUNTER);
    assertThat(database.value("SELECT tenant.one() || ' ' || one()")).isEqualTo("1 1");
  }

  @Test
  void new_code_runs_when_a_helper_is_replaced_in_the_same_session() throws SQLException {
    install(COUNTER);
    assertThat(database.value("SELECT one()")).isEqualTo("1");
    install(COUNTER.replace("len(COUNT)", "-len(COUNT)"));
    assertThat(database.query("SELECT one() FROM generate_series(1, 2)"))
        .containsExactly("-1", "-2");
  }

  @Test
  void nothing_of_the_session_changes_when_functions_are_loaded() throws SQLException {
    install(COUNTER);
    database.value("SELECT one()");
    database.execute(
        """
        CREATE FUNCTION others() RETURNS text LANGUAGE plpython3u AS '
        import builtins, sys
        try:
            import counter
        except ImportError:
            return f"{builtins.__import__ is __import__} {str(__import__)[:9]}", "counter" in sys.modules
        '
        """);
    assertThat(database.value("SELECT others()")).isEqualTo("('True <built-in', False)");
  }

  @Test
  void names_are_sensible_when_modules_are_asked_for_them() throws SQLException {
    install(
        """
        # === shop/main.py
        from plpython import plfunction
        import shop, shop.prices, free
        from . import main

        @plfunction
        def f() -> list[str]:
            oid = __name__.rpartition("_")[2]
            modules = main, shop, shop.prices, free
            return [f"{m.__name__} {m.__package__} {m.__file__}".replace(oid, "OID") for m in modules]
        # === shop/__init__.py
        A = 1
        # === shop/prices.py
        A = 1
        # === free.py
        A = 1
        """);
    assertThat(database.query("SELECT unnest(f())"))
        .containsExactly(
            "_plpython.f_OID _plpython.f_OID.shop <shop/main.py in f_OID>",
            "_plpython.f_OID.shop _plpython.f_OID.shop <shop/__init__.py in f_OID>",
            "_plpython.f_OID.shop.prices _plpython.f_OID.shop <shop/prices.py in f_OID>",
            "_plpython.f_OID.free _plpython.f_OID <free.py in f_OID>");
  }

  @Test
  void install_fails_at_the_helpers_line_when_the_servers_python_cannot_compile() {
    assertThatThrownBy(
            () ->
                install(
                    """
                    # === main.py
                    from plpython import plfunction
                    from helper import helper

                    @plfunction
                    def f() -> int:
                        return helper()
                    # === helper.py
                    UNUSED = 1

                    def helper():
                        break
                    """))
        .isInstanceOf(DeployException.class)
        .hasMessageStartingWith("sources/helper.py:4: cannot install the function f()")
        .hasMessageContaining("SyntaxError: 'break' outside loop");
  }

  private static final String FAILING =
      """
      # === main.py
      from plpython import plfunction
      import helper

      @plfunction
      def f(n: int) -> int:
          return helper.divide(n)

      @plfunction
      def g() -> int:
          import broken
          return broken.A
      # === helper.py
      # does not travel
      def divide(n):
          return (lambda: 1 / n)()
      # === broken.py
      A = 1
      A = A / 0
      """;

  private String toldOf(String sql) {
    SQLException error =
        Objects.requireNonNull(
            catchThrowableOfType(SQLException.class, () -> database.execute(sql)), "no error");
    return new TracebackTranslator(PythonResolver.resolveFiles(CaseFiles.of(FAILING).files()))
        .translate(error);
  }

  @Test
  void files_and_lines_are_named_when_a_helper_of_another_file_raises() {
    install(FAILING);
    assertThat(toldOf("SELECT f(0)"))
        .isEqualTo(
            """
            ERROR: ZeroDivisionError: division by zero
            Traceback (most recent call last):
              File "sources/main.py", line 6, in f
                return helper.divide(n)
              File "sources/helper.py", line 3, in divide
                return (lambda: 1 / n)()
              File "sources/helper.py", line 3, in <lambda>
                return (lambda: 1 / n)()
            PL/Python function "f", sources/main.py:5""");
  }

  @Test
  void files_and_lines_are_named_when_a_file_fails_to_load() {
    install(FAILING);
    assertThat(toldOf("SELECT g()"))
        .isEqualTo(
            """
            ERROR: ZeroDivisionError: division by zero
            Traceback (most recent call last):
              File "sources/main.py", line 10, in g
                import broken
              File "sources/broken.py", line 2, in <module>
                A = A / 0
            PL/Python function "g", sources/main.py:9""");
  }

  @Test
  void classes_of_other_files_are_used_when_annotations_name_them() throws SQLException {
    database.execute(
        "CREATE TYPE point2 AS (x int, y int)", "CREATE TYPE colour AS ENUM ('red', 'blue')");
    install(
        """
        # === main.py
        from __future__ import annotations
        from typing import TYPE_CHECKING
        from plpython import plfunction
        import shapes

        if TYPE_CHECKING:
            from shapes.plane import Point
            from shapes import Colour

        @plfunction
        def mirrored(p: Point, c: Colour) -> Point:
            return type(p)(p.y, p.x if c.name == "RED" else 0)
        # === shapes/__init__.py
        from enum import Enum
        class Colour(Enum):
            RED = "red"
            BLUE = "blue"
        # === shapes/plane.py
        from dataclasses import dataclass
        from plpython import pltype
        UNUSED = 1

        @pltype("point2")
        @dataclass
        class Point:
            x: int
            y: int
        """);
    assertThat(database.value("SELECT mirrored((1, 2), 'red')")).isEqualTo("(2,1)");
  }

  @Test
  void rows_are_objects_of_another_files_class_when_a_trigger_names_it() throws SQLException {
    database.execute(
        "CREATE TABLE book (id int, title text, p int) PARTITION BY LIST (p)",
        "CREATE TABLE book1 PARTITION OF book FOR VALUES IN (1)",
        "CREATE TABLE book2 PARTITION OF book FOR VALUES IN (2)");
    install(
        """
        # === main.py
        from plpython import pltrigger
        from rows import Book, shout

        @pltrigger(event="INSERT", when="BEFORE", model=Book)
        def upper(new: Book):
            shout(new)
        # === rows.py
        from dataclasses import dataclass
        from plpython import pltable, Row

        CALLS = []

        @pltable("book")
        @dataclass
        class Book:
            id: int
            title: str

        def shout(row: Row):
            assert not isinstance(row, Row)
            CALLS.append(1)
            row.title = row.title.upper() + str(len(CALLS))
        """);
    database.execute("INSERT INTO book VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 1)");
    assertThat(database.query("SELECT title FROM book ORDER BY id"))
        .containsExactly("A1", "B2", "C3");
  }
}
