package org.plpython.liquibase.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.structure.core.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

class SnapshotTest {
  private static final String HEAD =
      """
      Database snapshot for URL
      -----------------------------------------------------------------
      Database type: PostgreSQL
      Database version: VERSION
      Database user: postgres
      Included types:
          liquibase.structure.core.Catalog
          liquibase.structure.core.Column
          liquibase.structure.core.ForeignKey
          liquibase.structure.core.Index
          liquibase.structure.core.PrimaryKey
          liquibase.structure.core.Schema
          liquibase.structure.core.Sequence
          liquibase.structure.core.Table
          liquibase.structure.core.UniqueConstraint
          liquibase.structure.core.View
          org.plpython.liquibase.snapshot.PlPythonFunction
          org.plpython.liquibase.snapshot.PlPythonTrigger

      Catalog & Schema: DATABASE / public
      """;

  @TempDir Path folder;
  private final PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
  private Commands commands;

  @BeforeEach
  void open() {
    commands = new Commands(folder, database);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private String snapshot(Object... arguments) throws Exception {
    return commands
        .run("snapshot", arguments)
        .replace(database.jdbcUrl(), "URL")
        .replace(database.name(), "DATABASE")
        .replaceFirst("Database version: .*", "Database version: VERSION")
        .replaceAll("(?m) +$", "");
  }

  /** L8: Liquibase's own stored logic asks for a licence here. */
  @Test
  void snapshot_holds_functions_when_nobody_asks_for_them() throws Exception {
    commands.sql(
        """
        CREATE FUNCTION gross_price(net numeric, vat numeric DEFAULT 0.19) RETURNS numeric
        LANGUAGE plpython3u IMMUTABLE STRICT PARALLEL SAFE SECURITY DEFINER COST 7
        SET search_path TO public AS $$
        if net:
            return net * (1 + vat)
        $$;
        COMMENT ON FUNCTION gross_price IS 'Gross price.';
        CREATE PROCEDURE tidy(INOUT rows integer) LANGUAGE plpython3u AS 'return rows';
        CREATE FUNCTION not_ours() RETURNS integer LANGUAGE sql AS 'SELECT 1';
        """);

    assertThat(snapshot())
        .isEqualTo(
            HEAD
                + """
                    org.plpython.liquibase.snapshot.PlPythonFunction:
                        gross_price(numeric,numeric)
                            arguments: net numeric, vat numeric DEFAULT 0.19
                            body:
                            if net:
                                return net * (1 + vat)

                            comment: Gross price.
                            cost: 7
                            definition: CREATE OR REPLACE FUNCTION gross_price(net numeric, vat numeric DEFAULT 0.19)
                             RETURNS numeric
                             LANGUAGE plpython3u
                             IMMUTABLE PARALLEL SAFE STRICT SECURITY DEFINER COST 7
                             SET search_path TO 'public'
                            kind: function
                            language: plpython3u
                            leakproof: false
                            parallel: safe
                            returns: numeric
                            rows: 0
                            security: definer
                            set: search_path=public
                            strict: true
                            volatility: immutable
                        tidy(integer)
                            arguments: INOUT rows integer
                            body: return rows
                            cost: 100
                            definition: CREATE OR REPLACE PROCEDURE tidy(INOUT rows integer)
                             LANGUAGE plpython3u
                            kind: procedure
                            language: plpython3u
                            leakproof: false
                            parallel: unsafe
                            rows: 0
                            security: invoker
                            strict: false
                            volatility: volatile

                """);
  }

  @Test
  void snapshot_holds_triggers_that_call_python_and_no_others() throws Exception {
    commands.sql(
        """
        CREATE FUNCTION python() RETURNS trigger LANGUAGE plpython3u AS 'pass';
        CREATE FUNCTION sql() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
        CREATE TABLE book (isbn text) PARTITION BY LIST (isbn);
        CREATE TABLE book_1 PARTITION OF book FOR VALUES IN ('1');
        CREATE TRIGGER clean BEFORE INSERT OR UPDATE OF isbn ON book FOR EACH ROW
          WHEN (new.isbn IS NOT NULL) EXECUTE FUNCTION python('a b', '1');
        COMMENT ON TRIGGER clean ON book IS 'Cleans.';
        CREATE TRIGGER other BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION sql();
        SET check_function_bodies = off;
        CREATE FUNCTION audit() RETURNS event_trigger LANGUAGE plpython3u AS 'pass';
        CREATE EVENT TRIGGER audited ON ddl_command_end WHEN TAG IN ('CREATE COLLATION')
          EXECUTE FUNCTION audit();
        ALTER EVENT TRIGGER audited DISABLE;
        """);

    assertThat(snapshot("snapshotFormat", "txt"))
        .endsWith(
            """
                org.plpython.liquibase.snapshot.PlPythonTrigger:
                    audited
                        definition: CREATE EVENT TRIGGER audited ON ddl_command_end WHEN TAG IN ('CREATE COLLATION') EXECUTE FUNCTION audit()
                        enabled: disabled
                        event: ddl_command_end
                        function: audit()
                        kind: event trigger
                        tags: CREATE COLLATION
                        trigger: audited
                    book.clean
                        arguments: a b
                        1

                        comment: Cleans.
                        condition: (new.isbn IS NOT NULL)
                        definition: CREATE TRIGGER clean BEFORE INSERT OR UPDATE OF isbn ON book FOR EACH ROW WHEN (new.isbn IS NOT NULL) EXECUTE FUNCTION python('a b', '1')
                        enabled: origin
                        events: insert or update
                        function: python()
                        kind: trigger
                        level: row
                        of: isbn
                        table: book
                        timing: before
                        trigger: clean

            """);
  }

  private static String withoutIds(String snapshot) {
    return snapshot
        .replaceAll("#[0-9a-f]{7,9}", "#ID")
        .replaceAll("snapshotId(\"?): [\"']?[0-9a-f]{7,9}[\"']?", "snapshotId$1: ID");
  }

  private static String from(String snapshot, String start, String end) {
    return withoutIds(snapshot.substring(snapshot.indexOf(start), snapshot.indexOf(end)));
  }

  @Test
  void texts_are_whole_when_a_snapshot_is_stored_as_yaml() throws Exception {
    commands.sql(
        "CREATE FUNCTION one() RETURNS integer LANGUAGE plpython3u AS E'if 1:\\n    return 1'");

    assertThat(from(snapshot("snapshotFormat", "yaml"), "    org.plpython", "  snapshotControl:"))
        .isEqualTo(
            """
                org.plpython.liquibase.snapshot.PlPythonFunction:
                - plPythonFunction:
                    body: |-
                      if 1:
                          return 1
                    cost: '100'
                    definition: |-
                      CREATE OR REPLACE FUNCTION one()
                       RETURNS integer
                       LANGUAGE plpython3u
                    kind: function
                    language: plpython3u
                    leakproof: 'false'
                    name: one()
                    parallel: unsafe
                    returns: integer
                    rows: '0'
                    schema: liquibase.structure.core.Schema#ID
                    security: invoker
                    snapshotId: ID
                    strict: 'false'
                    volatility: volatile
            """);
  }

  @Test
  void texts_are_whole_when_a_snapshot_is_stored_as_json() throws Exception {
    commands.sql(
        "CREATE FUNCTION one() RETURNS integer LANGUAGE plpython3u AS E'if 1:\\n    return 1'");

    assertThat(
            from(
                snapshot("snapshotFormat", "json"),
                "      \"org.plpython",
                "    \"snapshotControl"))
        .isEqualTo(
            """
                  "org.plpython.liquibase.snapshot.PlPythonFunction": [
                    {
                      "plPythonFunction": {
                        "body": "if 1:\\n    return 1",
                        "cost": "100",
                        "definition": "CREATE OR REPLACE FUNCTION one()\\n RETURNS integer\\n LANGUAGE plpython3u",
                        "kind": "function",
                        "language": "plpython3u",
                        "leakproof": "false",
                        "name": "one()",
                        "parallel": "unsafe",
                        "returns": "integer",
                        "rows": "0",
                        "schema": "liquibase.structure.core.Schema#ID",
                        "security": "invoker",
                        "snapshotId": ID,
                        "strict": "false",
                        "volatility": "volatile"
                      }
                    }
                  ]

                },
            """);
  }

  @Test
  void functions_of_an_extension_are_left_out() throws Exception {
    commands.sql(
        """
        CREATE FUNCTION theirs() RETURNS integer LANGUAGE plpython3u AS 'return 1';
        CREATE FUNCTION ours() RETURNS integer LANGUAGE plpython3u AS 'return 1';
        ALTER EXTENSION plpython3u ADD FUNCTION theirs();
        """);

    assertThat(snapshot()).contains("    ours()\n").doesNotContain("theirs()");
  }

  @ParameterizedTest
  @CsvSource({"postgresql, 50, 1", "cockroachdb, -1, -1", "edb, -1, -1", "h2, -1, -1"})
  void objects_are_looked_for_on_postgresql_alone(String name, int added, int written) {
    Database database = DatabaseFactory.getInstance().getDatabase(name);

    assertThat(
            Stream.of(
                new PlPythonFunctionSnapshotGenerator(), new PlPythonTriggerSnapshotGenerator()))
        .extracting(it -> it.getPriority(Schema.class, database))
        .containsOnly(added);
    assertThat(
            Stream.of(
                new WantedPlPythonFunctionGenerator().getPriority(PlPythonFunction.class, database),
                new WantedPlPythonTriggerGenerator().getPriority(PlPythonTrigger.class, database),
                new UnexpectedPlPythonFunctionGenerator()
                    .getPriority(PlPythonFunction.class, database),
                new UnexpectedPlPythonTriggerGenerator()
                    .getPriority(PlPythonTrigger.class, database)))
        .containsOnly(written);
  }

  @Test
  void types_can_be_chosen_by_name() throws Exception {
    commands.sql(
        """
        CREATE TABLE book (isbn text);
        CREATE FUNCTION ours() RETURNS integer LANGUAGE plpython3u AS 'return 1';
        """);

    commands.write("before.json", commands.run("snapshot", "snapshotFormat", "json"));
    commands.sql("DROP FUNCTION ours(); DROP TABLE book");

    assertThat(Differences.of(commands, "before.json", "diffTypes", "plpythonfunctions"))
        .isEqualTo(
            """
            Missing Pl Python Function(s):
                 ours()
            Unexpected Pl Python Function(s): NONE
            Changed Pl Python Function(s): NONE
            """);
  }
}
