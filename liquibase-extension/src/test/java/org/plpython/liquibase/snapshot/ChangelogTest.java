package org.plpython.liquibase.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

class ChangelogTest {
  /** L1, L2: what Liquibase splits, expands, strips and trims elsewhere, and what formats lose. */
  private static final String OBJECTS =
      """
      CREATE TABLE book (id integer PRIMARY KEY, isbn text);
      CREATE FUNCTION gross_price(net numeric, vat numeric DEFAULT 0.19) RETURNS numeric
      LANGUAGE plpython3u IMMUTABLE STRICT SET search_path TO public, pg_temp AS $f$
      # "don't" ; -- no comment; /* none */ <a> ]]> <![CDATA[ &amp; % \\ \\u0041 ${user.home}
          # $${user.home} $python$ $function$
      if net:
      \treturn net * (1 + vat)  \s

      # GO
      return 0;
      $f$;
      COMMENT ON FUNCTION gross_price IS 'Gross; ${user.home} it''s -- "so" \\';
      CREATE FUNCTION control() RETURNS text LANGUAGE plpython3u
      AS E'a = "\\u0001\\u000b\\u0085\\u2028\\uFEFF\\U0001F600"\\r\\nreturn a  \\n\\n';
      CREATE FUNCTION first_line() RETURNS text LANGUAGE plpython3u AS $f$--1
      #liquibase formatted sql
      return \"""
      --changeset a:b
      --rollback nothing
      /* {d '2020-01-01'} ?
      \"""$f$;
      CREATE FUNCTION "Odd Name;"("Net" numeric, OUT a text, OUT b text) RETURNS SETOF record
      LANGUAGE plpython3u AS 'return []';
      CREATE FUNCTION lower(a text) RETURNS text LANGUAGE plpython3u AS 'return a';
      COMMENT ON FUNCTION public.lower(text) IS 'Hidden by pg_catalog.';
      CREATE FUNCTION of_rows(b book) RETURNS SETOF book LANGUAGE plpython3u AS 'return [b]';
      CREATE PROCEDURE tidy(INOUT a integer) LANGUAGE plpython3u AS 'return a';
      CREATE VIEW priced AS SELECT gross_price(id, 1) AS price FROM book;
      CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpython3u AS 'return "MODIFY"';
      CREATE TRIGGER clean BEFORE INSERT OR UPDATE OF isbn ON book FOR EACH ROW
        WHEN (new.isbn IS DISTINCT FROM '${user.home};') EXECUTE FUNCTION clean('it''s', '--');
      COMMENT ON TRIGGER clean ON book IS 'Cleans; ${user.home}';
      ALTER TABLE book DISABLE TRIGGER clean;
      CREATE CONSTRAINT TRIGGER late AFTER INSERT ON book DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION clean();
      ALTER TABLE book ENABLE ALWAYS TRIGGER late;
      CREATE FUNCTION audit() RETURNS event_trigger LANGUAGE plpython3u AS 'pass';
      CREATE EVENT TRIGGER audited ON ddl_command_end WHEN TAG IN ('CREATE COLLATION')
        EXECUTE FUNCTION audit();
      COMMENT ON EVENT TRIGGER audited IS 'Audit.';
      """;

  private static final String BODIES =
      """
      SELECT string_agg(p.proname || p.prosrc, '' ORDER BY p.proname, p.prosrc)
      FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE l.lanname = 'plpython3u'""";

  @TempDir Path folder;
  private final PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
  private final PlPythonDatabase empty = EmbeddedPostgres.shared().createDatabase();
  private Commands reference;
  private Commands copy;

  /** Before PostgreSQL 19 the check of a function's body refuses all event triggers (R9). */
  @BeforeEach
  void open() throws Exception {
    reference = new Commands(folder, database);
    copy = new Commands(folder, empty);
    for (PlPythonDatabase each : List.of(database, empty)) {
      reference.sql("ALTER DATABASE %s SET check_function_bodies = off".formatted(each.name()));
    }
  }

  @AfterEach
  void drop() {
    database.close();
    empty.close();
  }

  private void store() throws Exception {
    reference.write("reference.json", reference.run("snapshot", "snapshotFormat", "json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "yaml", "json", "postgresql.sql"})
  void nothing_differs_when_a_generated_changelog_is_applied(String format) throws Exception {
    reference.sql(OBJECTS);
    store();
    String file = "changelog." + format;
    reference.run("generateChangelog", "changelogFile", reference.file(file).toString());

    copy.run("update", "changelogFile", file);

    assertThat(Differences.ofPython(copy, "reference.json")).isEqualTo(Differences.NONE);
    assertThat(copy.value(BODIES)).isEqualTo(reference.value(BODIES));
    assertThat(copy.run("status", "changelogFile", file)).contains("is up to date");
  }

  @Test
  void changes_read_as_people_write_them_when_a_changelog_is_generated() throws Exception {
    reference.sql(
        """
        CREATE FUNCTION gross_price(net numeric) RETURNS numeric LANGUAGE plpython3u AS $f$
        if net:
            return net * 2
        $f$;
        COMMENT ON FUNCTION gross_price IS 'Gross price.';
        """);

    reference.run(
        "generateChangelog",
        "changelogFile",
        reference.file("changelog.yaml").toString(),
        "author",
        "me",
        "includeSchema",
        true);

    assertThat(reference.read("changelog.yaml").replaceAll("id: .*", "id: ID"))
        .isEqualTo(
            """
            databaseChangeLog:
            - changeSet:
                id: ID
                author: me
                changes:
                - plpythonDefinition:
                    definition: |-
                      CREATE FUNCTION gross_price(net numeric)
                       RETURNS numeric
                       LANGUAGE plpython3u
                      AS $python$
                      if net:
                          return net * 2
                      $python$
                    kind: function
                    name: gross_price(numeric)
                    remarks: Gross price.
                    schemaName: public

            """);
  }

  private static final String EDITS =
      """
      CREATE OR REPLACE FUNCTION gross_price(net numeric, vat numeric DEFAULT 0.19) RETURNS numeric
      LANGUAGE plpython3u AS 'return 1';
      COMMENT ON FUNCTION gross_price IS NULL;
      DROP PROCEDURE tidy;
      CREATE PROCEDURE tidy(INOUT b integer) LANGUAGE plpython3u AS 'return b';
      DROP FUNCTION of_rows;
      CREATE FUNCTION unexpected(b integer) RETURNS text LANGUAGE plpython3u AS 'return "u"';
      COMMENT ON FUNCTION unexpected IS 'U.';
      CREATE OR REPLACE TRIGGER clean BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION clean();
      DROP TRIGGER late ON book;
      CREATE TRIGGER late AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION clean();
      CREATE TRIGGER unexpected AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION clean();
      ALTER TABLE book DISABLE TRIGGER unexpected;
      ALTER EVENT TRIGGER audited DISABLE;
      """;

  @ParameterizedTest
  @ValueSource(strings = {"xml", "yaml", "json", "postgresql.sql"})
  void nothing_differs_when_the_difference_is_applied(String format) throws Exception {
    reference.sql(OBJECTS);
    store();
    reference.sql(EDITS);
    String file = "changelog." + format;

    reference.run(
        "diffChangelog",
        "referenceUrl",
        "offline:postgresql?snapshot=reference.json",
        "changelogFile",
        reference.file(file).toString());
    assertThat(Differences.ofPython(reference, "reference.json")).isNotEqualTo(Differences.NONE);
    reference.run("update", "changelogFile", file);

    assertThat(Differences.ofPython(reference, "reference.json")).isEqualTo(Differences.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "yaml", "json"})
  void all_is_as_before_when_the_difference_is_rolled_back(String format) throws Exception {
    reference.sql(
        """
        CREATE TABLE book (isbn text);
        CREATE FUNCTION changed() RETURNS trigger LANGUAGE plpython3u AS 'pass # 1';
        COMMENT ON FUNCTION changed IS '${user.home}';
        CREATE TRIGGER changed AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION changed();
        COMMENT ON TRIGGER changed ON book IS 'Changed.';
        CREATE FUNCTION missing() RETURNS trigger LANGUAGE plpython3u AS 'pass';
        CREATE TRIGGER missing AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION missing();
        CREATE PROCEDURE tidy(INOUT a integer) LANGUAGE plpython3u AS 'return a';
        """);
    store();
    reference.sql(
        """
        CREATE OR REPLACE FUNCTION changed() RETURNS trigger LANGUAGE plpython3u STABLE AS $f$
        if 1:
        \tpass # ${user.home}
        $f$;
        COMMENT ON FUNCTION changed IS NULL;
        CREATE OR REPLACE TRIGGER changed AFTER DELETE ON book FOR EACH ROW
          EXECUTE FUNCTION changed('x');
        ALTER TABLE book ENABLE ALWAYS TRIGGER changed;
        DROP TRIGGER missing ON book;
        DROP FUNCTION missing;
        DROP PROCEDURE tidy;
        CREATE PROCEDURE tidy(INOUT b integer) LANGUAGE plpython3u AS 'return b';
        CREATE FUNCTION unexpected() RETURNS trigger LANGUAGE plpython3u AS 'pass # ${user.home}';
        COMMENT ON FUNCTION unexpected IS 'U.';
        CREATE TRIGGER unexpected AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION unexpected();
        ALTER TABLE book DISABLE TRIGGER unexpected;
        """);
    reference.write("edited.json", reference.run("snapshot", "snapshotFormat", "json"));
    reference.run(
        "diffChangelog",
        "referenceUrl",
        "offline:postgresql?snapshot=reference.json",
        "changelogFile",
        reference.file("changelog." + format).toString());
    reference.run("tag", "tag", "before");
    reference.run("update", "changelogFile", "changelog." + format);
    assertThat(Differences.ofPython(reference, "reference.json")).isEqualTo(Differences.NONE);

    reference.run("rollback", "changelogFile", "changelog." + format, "tag", "before");

    assertThat(Differences.ofPython(reference, "edited.json")).isEqualTo(Differences.NONE);
  }

  @Test
  void objects_of_several_schemas_come_into_theirs() throws Exception {
    for (String schema : List.of("one", "two")) {
      reference.sql(
          """
          CREATE SCHEMA %1$s;
          SET search_path TO %1$s;
          CREATE TABLE book (isbn text);
          CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpython3u AS 'pass # %1$s';
          CREATE TRIGGER clean AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION clean();
          """
              .formatted(schema));
    }
    reference.write(
        "reference.json",
        reference.run("snapshot", "snapshotFormat", "json", "schemas", "one,two"));
    reference.run(
        "generateChangelog",
        "changelogFile",
        reference.file("changelog.yaml").toString(),
        "schemas",
        "one,two",
        "includeSchema",
        true);
    copy.sql("CREATE SCHEMA one; CREATE SCHEMA two");

    copy.run("update", "changelogFile", "changelog.yaml");

    assertThat(Differences.of(copy, "reference.json", "schemas", "one,two"))
        .contains(Differences.NONE);
    assertThat(copy.value(BODIES)).isEqualTo("cleanpass # onecleanpass # two");
  }

  private static final String REGISTRY =
      """
      CREATE TABLE %1$s (kind text, identity text, PRIMARY KEY (kind, identity));
      CREATE TABLE %1$s_releases (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
      """;

  @ParameterizedTest
  @ValueSource(strings = {"plpython_objects", "ours"})
  void registry_is_in_no_changelog(String registry) throws Exception {
    reference.set("liquibase.plpython.registry", registry);
    reference.sql("CREATE TABLE book (isbn text)");
    store();
    reference.sql(REGISTRY.formatted(registry));

    reference.run("generateChangelog", "changelogFile", reference.file("all.yaml").toString());
    reference.run(
        "diffChangelog",
        "referenceUrl",
        "offline:postgresql?snapshot=reference.json",
        "changelogFile",
        reference.file("difference.yaml").toString());

    assertThat(reference.read("all.yaml").lines().filter(it -> it.contains("tableName")))
        .containsExactly("        tableName: book");
    assertThat(reference.file("difference.yaml")).doesNotExist();
  }

  @Test
  void nothing_is_left_when_all_is_dropped() throws Exception {
    reference.sql(OBJECTS);
    reference.sql(REGISTRY.formatted("plpython_objects"));

    reference.run("dropAll", "force", true, "requireForce", true);

    assertThat(
            reference.value(
                """
                SELECT string_agg(o, ' ' ORDER BY o) FROM (
                  SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
                  UNION ALL SELECT proname FROM pg_proc
                  WHERE pronamespace = 'public'::regnamespace) AS x(o)"""))
        .isEqualTo("null");
  }
}
