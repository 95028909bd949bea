package org.plpython.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.DeployWatcher;
import org.plpython.deploy.Deployment;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.report.PlanSql;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** A plan's script, run by psql, does what a deploy does. */
@ServerTest
class ScriptTest {
  private static final PlanSettings SETTINGS =
      new PlanSettings(
          Optional.of("it's \\mine"),
          Optional.of("plpython_objects"),
          true,
          Dependents.RECREATE,
          Removal.DEFAULT);

  private static final String TABLES =
      """
      CREATE SCHEMA "The shop";
      SET search_path TO "The shop", public;
      CREATE TABLE book (isbn text, price numeric DEFAULT 0);
      CREATE FUNCTION adopted() RETURNS int LANGUAGE sql AS 'SELECT 1'""";

  /** Whatever psql might take for its own. */
  private static final String FIRST =
      """
      from decimal import Decimal
      from plpython import plaggregate, plfunction, plprocedure, pltrigger

      @plfunction(name="tricky")
      def tricky(a: str = "\\\\\\n':x' \\"é\\" $$ $python$") -> str:
          '''\\\\q :HOST ;'' " :'USER'
          \\\\copy -- ; é /* '''
          b = a[1:2]
          return f"\\\\\\\\ {b!r} $1 $$ :b ; \\\\;" + 'é \\\\!'
      \f
      @plfunction
      def adopted() -> int:
          return 2

      @plfunction(volatility="immutable")
      def gross(net: Decimal) -> Decimal:
          return net * 2

      @plfunction
      def label(a: str) -> str:
          return a

      @plfunction
      def gone() -> None:
          pass

      @plprocedure
      def reset() -> None:
          pass

      @plfunction
      def add(a: int, b: int) -> int:
          return a + b

      @pltrigger(
          event="INSERT OR UPDATE",
          when="BEFORE",
          table="book",
          condition="new.isbn <> E'\\\\\\\\:x;'",
          args=["a;b", ":c\\\\"],
      )
      def clean(new):
          new.isbn = new.isbn.replace("-", "")
      """;

  private static final String SECOND =
      FIRST
          .replace("net * 2", "net * 3")
          .replace("label(a: str) -> str", "label(a: str, b: int = 1) -> str")
          .replace("def gone()", "def here()")
          .replace("INSERT OR UPDATE", "INSERT");

  private final ScratchDatabase applied;
  private final ScratchDatabase scripted;
  @TempDir private Path folder;

  ScriptTest(Connection connection) throws SQLException {
    this.applied = new ScratchDatabase(connection);
    this.scripted = new ScratchDatabase(connection);
  }

  @BeforeEach
  void tables() throws SQLException {
    assumeTrue(Psql.isThere(), "there is no psql");
    applied.execute(TABLES);
    scripted.execute(TABLES);
  }

  @AfterEach
  void drop() throws SQLException {
    applied.close();
    scripted.close();
  }

  private static List<DatabaseObject> objects(String text) {
    return PythonResolver.resolveFiles(List.of(new SourceFile("db", "a.py", text)));
  }

  private static Deployment deployment(ScratchDatabase database) {
    return new Deployment(database.connection(), SETTINGS, DeploySettings.DEFAULT);
  }

  private Path script(String text) throws IOException {
    Deployment deployment = deployment(scripted);
    Plan plan = deployment.plan(objects(text));
    return Files.writeString(
        folder.resolve("deploy.sql"), PlanSql.of(plan, deployment.script(plan)));
  }

  private void deploy(String text) throws SQLException, IOException {
    deployment(applied).apply(objects(text), DeployWatcher.NONE);
    assertThat(Psql.run(scripted.connection(), script(text)).exitCode()).isZero();
    assertThat(
            applied
                .dump()
                .withoutRegistered("installed_at")
                .differencesTo(scripted.dump().withoutRegistered("installed_at")))
        .isEmpty();
    assertThat(deployment(scripted).plan(objects(text)).isEmpty()).isTrue();
  }

  @Test
  void databases_are_the_same_when_one_is_deployed_to_and_psql_runs_the_other()
      throws SQLException, IOException {
    deploy(FIRST);
    for (ScratchDatabase database : List.of(applied, scripted)) {
      database.execute("ALTER FUNCTION add STABLE");
      database.execute("GRANT EXECUTE ON FUNCTION label TO pg_monitor");
      database.execute("CREATE VIEW \"A label\" AS SELECT label('x')");
      database.execute("ALTER TABLE book DISABLE TRIGGER clean");
    }
    deploy(SECOND);
    assertThat(script(SECOND)).hasContent("-- nothing to do: 9 objects are as the sources say\n");
    assertThat(Psql.run(scripted.connection(), script(SECOND))).isEqualTo(new Psql(0, ""));
  }

  @Test
  void script_sums_up_the_plan_when_one_reads_it() throws IOException, SQLException {
    deploy(FIRST);
    assertThat(script(FIRST.replace("net * 2", "net * 3")))
        .content()
        .startsWith(
            """
            -- replace function "The shop".gross(numeric)  source changed
            -- 1 to replace, 8 unchanged

            \\set ON_ERROR_STOP on
            SET client_encoding = 'UTF8';

            BEGIN;

            SET TRANSACTION ISOLATION LEVEL READ COMMITTED;

            SET LOCAL lock_timeout = 1800000;

            SET LOCAL statement_timeout = 0;

            SELECT pg_catalog.pg_advisory_xact_lock(8100973496679034734);

            SET LOCAL bytea_output = hex;

            SET LOCAL datestyle = ISO;

            SET LOCAL extra_float_digits = 1;

            SET LOCAL intervalstyle = postgres;

            SET LOCAL quote_all_identifiers = off;

            SET LOCAL timezone = 'UTC';

            SET LOCAL lock_timeout = 5000;

            SET LOCAL statement_timeout = 300000;

            SET LOCAL check_function_bodies = off;

            SET LOCAL jit = off;

            SET LOCAL search_path TO "The shop", public;

            CREATE OR REPLACE FUNCTION gross(""")
        .endsWith("\n\nCOMMIT;\n");
  }

  @Test
  void nothing_is_done_when_the_server_refuses_a_statement() throws SQLException, IOException {
    Path script = script(FIRST);
    scripted.execute("DROP TABLE book");
    DatabaseDump before = scripted.dump();
    Psql run = Psql.run(scripted.connection(), script);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).contains("ERROR:  relation \"book\" does not exist");
    assertThat(scripted.dump()).isEqualTo(before);
  }
}
