package org.plpython.liquibase.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

class DiffTest {
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

  private void store() throws Exception {
    commands.write("before.json", commands.run("snapshot", "snapshotFormat", "json"));
  }

  @Test
  void body_is_compared_by_lines_when_somebody_edits_it_by_hand() throws Exception {
    commands.sql(
        """
        CREATE FUNCTION gross_price(net numeric) RETURNS numeric LANGUAGE plpython3u AS $$
        vat = 19
        if net is None:
            net = 0
            log = True
        return net * (100 + vat) / 100
        $$;
        CREATE FUNCTION same() RETURNS integer LANGUAGE plpython3u AS 'return 1';
        """);
    store();
    commands.sql(
        """
        CREATE OR REPLACE FUNCTION gross_price(net numeric) RETURNS numeric LANGUAGE plpython3u AS $$
        vat = 19
        if net is None:
            net = 0
        log = True
        return net * (100 + vat) / 100
        $$;
        """);

    assertThat(Differences.byDefault(commands, "before.json"))
        .isEqualTo(
            """
            Missing Pl Python Function(s): NONE
            Unexpected Pl Python Function(s): NONE
            Changed Pl Python Function(s):
                 gross_price(numeric)
                      body changed:
                        --- reference
                        +++ comparison
                        @@ -2,5 +2,5 @@
                         vat = 19
                         if net is None:
                             net = 0
                        -    log = True
                        +log = True
                         return net * (100 + vat) / 100
            Missing Pl Python Trigger(s): NONE
            Unexpected Pl Python Trigger(s): NONE
            Changed Pl Python Trigger(s): NONE
            """);
  }

  @Test
  void attributes_differ_one_by_one() throws Exception {
    commands.sql(
        """
        CREATE TABLE book (isbn text);
        CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpython3u AS 'return 1';
        CREATE FUNCTION F2(a integer) RETURNS integer LANGUAGE plpython3u AS 'return 1';
        CREATE FUNCTION t() RETURNS trigger LANGUAGE plpython3u AS 'pass';
        CREATE TRIGGER t BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION t();
        """);
    store();
    commands.sql(
        """
        ALTER FUNCTION f IMMUTABLE STRICT SECURITY DEFINER PARALLEL RESTRICTED COST 3;
        ALTER FUNCTION f SET work_mem = '1MB';
        COMMENT ON FUNCTION f IS 'New.';
        CREATE FUNCTION f(a text) RETURNS integer LANGUAGE plpython3u AS 'return 1';
        CREATE FUNCTION "F"(a integer) RETURNS integer LANGUAGE plpython3u AS 'return 1';
        DROP FUNCTION f2;
        CREATE OR REPLACE TRIGGER t BEFORE INSERT OR DELETE ON book FOR EACH ROW
          EXECUTE FUNCTION t('x');
        ALTER TABLE book DISABLE TRIGGER t;
        """);

    assertThat(Differences.byDefault(commands, "before.json"))
        .isEqualTo(
            """
            Missing Pl Python Function(s):
                 f2(integer)
            Unexpected Pl Python Function(s):
                 "F"(integer)
                 f(text)
            Changed Pl Python Function(s):
                 f(integer)
                      comment changed from '' to 'New.'
                      cost changed from '100' to '3'
                      parallel changed from 'unsafe' to 'restricted'
                      security changed from 'invoker' to 'definer'
                      set changed from '' to 'work_mem=1MB'
                      strict changed from 'false' to 'true'
                      volatility changed from 'volatile' to 'immutable'
            Missing Pl Python Trigger(s): NONE
            Unexpected Pl Python Trigger(s): NONE
            Changed Pl Python Trigger(s):
                 book.t
                      arguments changed:
                        --- reference
                        +++ comparison
                        @@ -0,0 +1,1 @@
                        +x
                      enabled changed from 'origin' to 'disabled'
                      events changed from 'insert' to 'insert or delete'
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml"})
  void nothing_differs_when_a_snapshot_was_stored(String format) throws Exception {
    commands.sql(
        """
        CREATE FUNCTION looks_like_a_java_value() RETURNS text LANGUAGE plpython3u
        AS 'return "a!{java.lang.Integer}"#!{java.lang.Integer}';
        CREATE FUNCTION control() RETURNS text LANGUAGE plpython3u
        AS E'a = "\\u0001\\u0085\\u2028\\U0001F600 \\\\\\\\"\\r\\n#return  \\n\\n';
        SET check_function_bodies = off;
        CREATE FUNCTION empty() RETURNS text LANGUAGE plpython3u AS '';
        """);

    commands.write("before." + format, commands.run("snapshot", "snapshotFormat", format));

    assertThat(Differences.byDefault(commands, "before." + format)).isEqualTo(Differences.NONE);
  }

  @Test
  void owners_and_grants_are_not_compared() throws Exception {
    commands.sql("CREATE FUNCTION f() RETURNS integer LANGUAGE plpython3u AS 'return 1'");
    store();
    commands.sql(
        """
        CREATE ROLE diff_test_owner;
        ALTER FUNCTION f OWNER TO diff_test_owner;
        REVOKE ALL ON FUNCTION f FROM PUBLIC;
        """);

    String differences = Differences.byDefault(commands, "before.json");
    commands.sql("DROP OWNED BY diff_test_owner; DROP ROLE diff_test_owner");

    assertThat(differences).isEqualTo(Differences.NONE);
  }
}
