package org.plpython.liquibase.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** A schema that a changelog copies into another one, on each server. */
@ServerTest
class CopyTest {
  @TempDir Path folder;

  @Test
  void nothing_differs_when_a_changelog_has_copied_a_schema(PlPythonDatabase database)
      throws Exception {
    Commands commands = new Commands(folder, database);
    commands.sql(
        """
        CREATE SCHEMA one;
        CREATE SCHEMA "Two";
        SET search_path TO one;
        CREATE TABLE book (isbn text);
        CREATE FUNCTION of_rows(b book, n integer DEFAULT 1) RETURNS SETOF book
        LANGUAGE plpython3u IMMUTABLE COST 5 AS $f$
        # ; -- ${user.home} $$
        if n:
            return [b]
        $f$;
        CREATE PROCEDURE tidy(INOUT a integer) LANGUAGE plpython3u AS 'return a';
        CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpython3u AS 'pass';
        CREATE TRIGGER clean BEFORE INSERT ON book FOR EACH ROW WHEN (new.isbn <> '')
          EXECUTE FUNCTION clean('a');
        ALTER TABLE book ENABLE REPLICA TRIGGER clean;
        """);
    commands.run(
        "generateChangelog",
        "changelogFile",
        commands.file("changelog.xml").toString(),
        "defaultSchemaName",
        "one");

    commands.run("update", "changelogFile", "changelog.xml", "defaultSchemaName", "Two");

    assertThat(
            Differences.inReport(
                commands.run(
                    "diff",
                    "referenceUrl",
                    database.jdbcUrl(),
                    "referenceUsername",
                    database.user(),
                    "referenceDefaultSchemaName",
                    "one",
                    "defaultSchemaName",
                    "Two",
                    "diffTypes",
                    "plpythonfunctions,plpythontriggers")))
        .isEqualTo(Differences.NONE);
    assertThat(
            commands.value(
                """
                SELECT string_agg(p.oid::regprocedure::text, ' ' ORDER BY p.oid::regprocedure::text)
                FROM pg_proc p WHERE p.pronamespace = '"Two"'::regnamespace"""))
        .isEqualTo("\"Two\".clean() \"Two\".of_rows(\"Two\".book,integer) \"Two\".tidy(integer)");
  }
}
