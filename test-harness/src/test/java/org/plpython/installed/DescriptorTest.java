package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.TracebackTranslator;
import org.plpython.harness.ServerTest;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** What YAML descriptors declare, in the server. */
@ServerTest
class DescriptorTest {
  private final Installed database;
  private List<SourceFile> files = List.of();

  DescriptorTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  /** Installs files, each after a line {@code # === path}. */
  private void install(String text) {
    files = CaseFiles.of(text).files();
    database.install(files);
  }

  private String toldOf(String sql) {
    SQLException error =
        Objects.requireNonNull(
            catchThrowableOfType(SQLException.class, () -> database.execute(sql)), "no error");
    return new TracebackTranslator(PythonResolver.resolveFiles(files)).translate(error);
  }

  @Test
  void undecorated_functions_are_installed_when_they_are_described() throws SQLException {
    install(
        """
        # === prices.py
        from decimal import Decimal

        VAT = Decimal("0.19")

        def gross_price(net: Decimal) -> Decimal:
            "The price with value added tax."
            return net * (1 + VAT)
        # === prices.yaml
        functions:
          - source: prices.py
            function: gross_price
            volatility: immutable
            strict: true
            cost: 7
            set: {work_mem: 1MB}
        """);
    assertThat(database.value("SELECT gross_price(100)")).isEqualTo("119.00");
    assertThat(database.value("SELECT gross_price(NULL)")).isNull();
    assertThat(
            database.value(
                "SELECT provolatile::text || proisstrict::text || procost || proconfig::text ||"
                    + " obj_description(oid) FROM pg_proc WHERE proname = 'gross_price'"))
        .isEqualTo("itrue7{work_mem=1MB}The price with value added tax.");
  }

  @Test
  void sql_types_are_the_descriptors_when_it_names_some() throws SQLException {
    install(
        """
        # === types.py
        import datetime

        def kinds(a, b: int, c: datetime.date = None, *rest):
            return [type(v).__name__ for v in (a, b, c, rest)] + list(rest)

        def doubled(value):
            return {"twice": value["n"] * 2}

        def upto(n, start=1):
            for i in range(start, n + 1):
                yield i, str(i)
        # === folder/types.yml
        functions:
          - source: ../types.py
            function: kinds
            parameters:
              a: jsonb
              b: bigint
              c: date DEFAULT '2026-01-31'
              rest: VARIADIC text[]
            returns: text[]
          - {source: ../types.py, function: doubled, parameters: {value: jsonb}, returns: jsonb}
          - source: ../types.py
            function: upto
            parameters: {n: int, start: int}
            returns: TABLE (i int, word text)
        """);
    assertThat(database.value("SELECT kinds('{}', 8000000000)")).isEqualTo("{dict,int,date,tuple}");
    assertThat(database.value("SELECT kinds('[]', 1, NULL, 'x', 'y')"))
        .isEqualTo("{list,int,NoneType,tuple,x,y}");
    assertThat(database.value("SELECT doubled('{\"n\": 21}')")).isEqualTo("{\"twice\": 42}");
    assertThat(database.query("SELECT word FROM upto(3, start => 2)")).containsExactly("2", "3");
  }

  @Test
  void overloads_are_installed_when_one_function_is_described_twice() throws SQLException {
    install(
        """
        # === f.py
        def kind(x):
            return type(x).__name__
        # === f.yaml
        functions:
          - {source: f.py, function: kind, parameters: {x: int}, returns: text}
          - {source: f.py, function: kind, parameters: {x: text}, returns: text}
        """);
    assertThat(database.query("SELECT kind(1) UNION ALL SELECT kind('a'::text)"))
        .containsExactly("int", "str");
  }

  @Test
  void bodies_are_plpythons_own_when_they_use_its_globals() throws SQLException {
    install(
        """
        # === raw.yaml
        functions:
          - name: next_number
            parameters: {prefix: "text = 'n'"}
            returns: text
            body: |
              n = SD["n"] = SD.get("n", 0) + 1
              GD["last"] = args[0]
              return f"{prefix}{n}"
          - name: last
            returns: text
            body: |
              return GD["last"]
          - name: divide
            parameters: {a: int, b: INOUT int, rest: OUT int}
            body: |
              return a // b, a % b
          - name: evens
            parameters: {n: int}
            returns: SETOF int
            body: |
              for i in range(0, n + 1, 2):
                  yield i
          - name: words
            parameters: {"from": 'VARIADIC "text"[]'}
            returns: TABLE (nr int, "Word" text)
            body: |
              return list(enumerate(args[0], 1))
        """);
    assertThat(database.query("SELECT next_number() FROM generate_series(1, 2)"))
        .containsExactly("n1", "n2");
    assertThat(database.value("SELECT last()")).isEqualTo("n");
    assertThat(database.value("SELECT divide(17, 5)")).isEqualTo("(3,2)");
    assertThat(database.query("SELECT evens(4)")).containsExactly("0", "2", "4");
    assertThat(database.query("SELECT \"Word\" FROM words('a', 'b')")).containsExactly("a", "b");
  }

  @Test
  void text_is_the_authors_to_the_last_character_when_it_is_a_body() throws SQLException {
    String body = "\ttab = '$python$ \\\\ \\'\\'\\' \"\"\"'\n\tif True:\n\t\treturn tab";
    install(
        "# === raw.yaml\nfunctions:\n  - name: f\n    returns: text\n    body: |1-\n"
            + body.indent(5).stripTrailing());
    assertThat(database.value("SELECT prosrc FROM pg_proc WHERE proname = 'f'"))
        .isEqualTo("\n" + body);
    assertThat(database.value("SELECT f()")).isEqualTo("$python$ \\ ''' \"\"\"");
  }

  @Test
  void procedures_commit_when_they_are_described() throws SQLException {
    install(
        """
        # === p.py
        from plpython import plpy

        def filled(n: int) -> None:
            for i in range(n):
                plpy.execute(f"INSERT INTO seen VALUES ({i})")
                plpy.commit()
        # === p.yaml
        procedures:
          - {source: p.py, function: filled, parameters: {n: smallint}}
          - name: emptied
            parameters: {gone: OUT bigint}
            body: |
              rows = plpy.execute("DELETE FROM seen RETURNING 1")
              plpy.commit()
              return (len(rows),)
        """);
    database.execute("CREATE TABLE seen (i int)", "CALL filled(3::smallint)");
    assertThat(database.query("SELECT i FROM seen ORDER BY i")).containsExactly("0", "1", "2");
    assertThat(database.value("CALL emptied(NULL)")).isEqualTo("3");
  }

  @Test
  void aggregates_are_over_functions_and_bodies_when_they_are_described() throws SQLException {
    install(
        """
        # === a.py
        def add(state, value):
            return [state[0] + value, state[1] + 1]

        def mean(state):
            return state[0] / state[1]
        # === a.yaml
        functions:
          - source: a.py
            function: add
            parameters: {state: "float8[]", value: float8}
            returns: float8[]
          - {source: a.py, function: mean, parameters: {state: "float8[]"}, returns: float8}
          - name: longer
            parameters: {state: text, word: text}
            returns: text
            body: |
              return max(state or "", word, key=len)
        aggregates:
          - {source: a.py, function: add, name: mean_of, final: mean, initial: "{0,0}"}
          - {function: longer, name: longest, comment: The longest word.}
        """);
    assertThat(database.value("SELECT mean_of(v) FROM (VALUES (1), (2), (6)) AS t (v)"))
        .isEqualTo("3");
    assertThat(database.value("SELECT longest(v) FROM (VALUES ('a'), ('bcd'), ('ef')) AS t (v)"))
        .isEqualTo("bcd");
    assertThat(database.value("SELECT obj_description('longest'::regproc)"))
        .isEqualTo("The longest word.");
  }

  @Test
  void triggers_fire_when_they_are_described() throws SQLException {
    database.execute(
        "CREATE TABLE book (isbn text, edited text)",
        "CREATE TABLE offer (isbn text, edited text)",
        "CREATE TABLE log (line text)",
        "CREATE VIEW shelf AS SELECT isbn FROM book");
    install(
        """
        # === t.py
        def clean(new):
            new.isbn = new.isbn.replace("-", "")

        def insert(new, plpy):
            plpy.execute(plpy.prepare("INSERT INTO book VALUES ($1)", ["text"]), [new.isbn])
        # === t.yaml
        triggers:
          - {source: t.py, function: clean, event: INSERT OR UPDATE, when: BEFORE, table: book, of: [isbn]}
          - {source: t.py, function: clean, name: clean_too, event: INSERT, when: BEFORE, table: offer}
          - {source: t.py, function: insert, event: INSERT, when: INSTEAD OF, table: shelf}
          - name: stamp
            function: stamp_row
            event: UPDATE
            when: BEFORE
            table: book
            condition: new.isbn <> 'no'
            args: [now]
            body: |
              TD["new"]["edited"] = TD["args"][0]
              return "MODIFY"
          - {name: stamp, function: stamp_row, event: UPDATE, when: BEFORE, table: offer, args: [then], enabled: disabled}
          - name: note_count
            event: INSERT
            when: AFTER
            level: statement
            table: book
            new_table: added
            body: |
              rows = plpy.execute("SELECT count(*) AS n FROM added")
              plpy.execute(f"INSERT INTO log VALUES ('{rows[0]['n']} new')")
        """);
    database.execute(
        "INSERT INTO book VALUES ('1-2'), ('3-4')",
        "INSERT INTO offer VALUES ('5-6')",
        "INSERT INTO shelf VALUES ('7-8')",
        "UPDATE book SET isbn = 'no' WHERE isbn = '12'",
        "UPDATE book SET isbn = isbn",
        "UPDATE offer SET isbn = isbn");
    assertThat(database.query("SELECT isbn || coalesce(edited, '') FROM book ORDER BY 1"))
        .containsExactly("34now", "78now", "no");
    assertThat(database.query("SELECT isbn || coalesce(edited, '') FROM offer"))
        .containsExactly("56");
    assertThat(database.query("SELECT line FROM log")).containsExactly("2 new", "1 new");
  }

  @Test
  void frames_are_lines_of_the_descriptor_when_a_body_raises() {
    install(
        """
        # === raw.yaml
        # a comment
        functions:
          - name: share
            parameters: {part: int, whole: int}
            returns: int
            body: |
              def share_of(part, whole):
                  return 100 * part // whole

              return share_of(part, whole)
        """);
    assertThat(toldOf("SELECT share(1, 0)"))
        .isEqualTo(
            """
            ERROR: ZeroDivisionError: integer division or modulo by zero
            Traceback (most recent call last):
              File "sources/raw.yaml", line 10, in share
                return share_of(part, whole)
              File "sources/raw.yaml", line 8, in share_of
                return 100 * part // whole
            PL/Python function "share", sources/raw.yaml:3"""
                .replace("integer division or modulo by zero", divisionByZero()));
  }

  private String divisionByZero() {
    try {
      return database.pythonMinor() >= 14
          ? "division by zero"
          : "integer division or modulo by zero";
    } catch (SQLException error) {
      throw new AssertionError(error);
    }
  }

  @Test
  void frames_are_lines_of_the_python_file_when_a_described_function_raises() {
    install(
        """
        # === f.py
        def first(items):
            return items[0]
        # === f.yaml
        functions:
          - {source: f.py, function: first, parameters: {items: "int[]"}, returns: int}
        """);
    assertThat(toldOf("SELECT first('{}')"))
        .isEqualTo(
            """
            ERROR: IndexError: list index out of range
            Traceback (most recent call last):
              File "sources/f.py", line 2, in first
                return items[0]
            PL/Python function "first", sources/f.py:1""");
  }

  @Test
  void line_is_the_descriptors_when_the_servers_python_refuses_a_body() throws SQLException {
    database.execute("SET check_function_bodies = off");
    try {
      assertThatThrownBy(
              () ->
                  install(
                      """
                      # === raw.yaml
                      functions:
                        - name: f
                          body: |
                            x = 1
                            from __future__ import annotations
                      """))
          .isInstanceOf(DeployException.class)
          .hasMessage(
              """
              sources/raw.yaml:5: cannot install the function f(): ERROR: SyntaxError: from\
               __future__ imports must occur at the beginning of the file
                This is what the server's own Python says of the file.""");
    } finally {
      database.execute("RESET check_function_bodies");
    }
  }

  @Test
  void entry_is_named_when_the_server_refuses_its_options() {
    assertThatThrownBy(
            () ->
                install(
                    """
                    # === raw.yaml
                    triggers:
                      - name: t
                        event: INSERT
                        when: BEFORE
                        table: no_such_table
                        body: |
                          pass
                    """))
        .isInstanceOf(DeployException.class)
        .hasMessageStartingWith("sources/raw.yaml:2: cannot install the trigger no_such_table.t");
  }
}
