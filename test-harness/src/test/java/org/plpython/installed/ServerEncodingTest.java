package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.ScriptRunner;
import org.plpython.deploy.TracebackTranslator;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.object.Script;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.Location;
import org.plpython.source.ScriptNaming;
import org.plpython.source.SourceFile;

/** A database whose encoding is not UTF-8, where PL/Python takes ASCII only. */
@ServerTest
class ServerEncodingTest {
  private final PlPythonDatabase server;
  private final Connection outside;
  private Connection inside;
  private Installed database;

  ServerEncodingTest(PlPythonDatabase server, Connection outside) {
    this.server = server;
    this.outside = outside;
    this.inside = outside;
    this.database = new Installed(outside);
  }

  @BeforeEach
  void latin1() throws SQLException {
    new Installed(outside)
        .execute(
            "DROP DATABASE IF EXISTS latin1",
            "CREATE DATABASE latin1 ENCODING 'LATIN1' LOCALE_PROVIDER libc LC_COLLATE 'C'"
                + " LC_CTYPE 'C' TEMPLATE template0");
    String url = server.jdbcUrl().replaceFirst("/[^/]+$", "/latin1");
    inside = DriverManager.getConnection(url, server.user(), "");
    database = new Installed(inside).execute("CREATE EXTENSION plpython3u");
  }

  @AfterEach
  void close() throws SQLException {
    inside.close();
  }

  @Test
  void functions_compute_the_same_when_source_holds_any_character() throws SQLException {
    database.install(
        """
        from plpython import plfunction

        # Größe, 大きさ, \\N{BULLET} and a tab	here
        SIGNS = "é€\\u20ac\\\\é" '''\t"ß"
        	漢字 \\'😀''' r"\\é"
        größe = {"ключ": 7}
        PLAIN = r'''a'''


        @plfunction
        def shown(a: str = "ß") -> list[str]:
            \"""Größe\"""
            länge = len(a)
            return [ascii(SIGNS), a, PLAIN, str(länge + größe["ключ"]), ascii(shown.__doc__)]


        @plfunction
        def points(a: str) -> list[int]:
            return [ord(c) for c in a]


        @plfunction
        def letter(a: int) -> str:
            return chr(a)
        """);
    assertThat(database.query("SELECT unnest(shown())"))
        .containsExactly(
            "'\\xe9\\u20ac\\u20ac\\\\\\xe9\\t\"\\xdf\"\\n\\t\\u6f22\\u5b57 \\'\\U0001f600\\\\\\xe9'",
            "ß",
            "a",
            "8",
            "'Gr\\xf6\\xdfe'");
    assertThat(database.value("SELECT points('aéÿ')")).isEqualTo("{97,233,255}");
    assertThat(database.value("SELECT letter(233)")).isEqualTo("é");
    assertThat(database.value("SELECT obj_description('shown(text)'::regprocedure)"))
        .isEqualTo("Größe");
    assertThatThrownBy(() -> database.value("SELECT letter(8364)"))
        .hasMessageContaining("has no equivalent in encoding \"LATIN1\"");
  }

  @Test
  void line_is_the_authors_when_such_a_function_fails() throws SQLException {
    String text =
        """
        from plpython import plfunction

        SIGN = "€"  # a sign


        @plfunction
        def fails(a: int) -> int:
            return a // len(SIGN[1:])
        """;
    SourceFile file = new SourceFile("sources", "file.py", text);
    database.install(List.of(file));
    TracebackTranslator sources =
        new TracebackTranslator(PythonResolver.resolveFiles(List.of(file)));
    assertThatThrownBy(() -> database.value("SELECT fails(1)"))
        .isInstanceOf(SQLException.class)
        .satisfies(
            error ->
                assertThat(sources.translate((SQLException) error))
                    .contains("file.py\", line 8, in fails"));
  }

  @Test
  void triggers_fire_when_their_source_holds_any_character() throws SQLException {
    database.execute("CREATE TABLE t (a text)");
    database.install(
        """
        from plpython import pltrigger

        @pltrigger(event="INSERT", when="BEFORE", table="t")
        def mark(new):
            new.a += "é" if "€" < "漢" else ""
        """);
    database.execute("INSERT INTO t VALUES ('ß')");
    assertThat(database.value("SELECT a FROM t")).isEqualTo("ßé");
  }

  @Test
  void deploy_says_so_when_a_name_is_not_ascii() {
    assertThatThrownBy(
            () ->
                database.install(
                    """
                    from plpython import plfunction

                    @plfunction
                    def f(größe: int) -> int:
                        return größe
                    """))
        .isInstanceOf(DeployException.class)
        .hasMessageStartingWith(
            "sources/file.py:4: cannot install the function f(integer): 'größe' is not ASCII, and"
                + " the database's encoding is LATIN1\n  In any encoding but UTF8, PL/Python takes");
  }

  @Test
  void deploy_says_so_when_a_comment_cannot_be_held() {
    assertThatThrownBy(
            () ->
                database.install(
                    """
                    from plpython import plfunction

                    @plfunction
                    def f() -> int:
                        "Costs 5 €."
                        return 5
                    """))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("has no equivalent in encoding \"LATIN1\"")
        .hasMessageContaining("It stands in a name, the comment or a default");
  }

  @Test
  void script_runs_and_its_lines_are_named_when_source_holds_any_character(@TempDir Path folder)
      throws IOException, SQLException {
    database.execute("CREATE TABLE t (a text)");
    Files.writeString(folder.resolve("zeichen.py"), "PUNKT = '€' # €\n");
    Files.writeString(
        folder.resolve("V1__groesse.py"),
        """
        # 大きさ \""" '''
        from plpython import plpy
        from zeichen import PUNKT
        größe = PUNKT + "größe"
        plpy.execute("INSERT INTO t VALUES ('" + " ".join(str(ord(c)) for c in größe) + "')")
        if plpy.execute("SELECT count(*) AS n FROM t")[0]["n"] > 1:
            raise ValueError("zweimal: ä")
        """);
    Script script =
        new PythonResolver(getClass().getClassLoader())
            .resolveAll(List.of(Location.folder(folder.toString())), ScriptNaming.Versioned.DEFAULT)
            .scripts()
            .get(0)
            .script();
    ScriptRunner runner = new ScriptRunner(inside, List.of());
    runner.run(script);
    assertThat(database.value("SELECT a FROM t")).isEqualTo("8364 103 114 246 223 101");
    assertThatThrownBy(() -> runner.run(script))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("V1__groesse.py\", line 7, in <module>");
  }
}
