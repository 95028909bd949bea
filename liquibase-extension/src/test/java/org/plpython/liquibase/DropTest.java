package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** What the change types dropPlpythonFunction and dropPlpythonTrigger do. */
@ServerTest
class DropTest {
  private final Project project;

  DropTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
  }

  private void changelog(String... changes) {
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: 1",
        "      author: a",
        "      changes:",
        "        - sql:",
        "            sql: CREATE SCHEMA shop; CREATE TYPE shop.point AS (x int); CREATE TABLE shop.book (isbn text)",
        "  - include: {file: python}");
    project.write(
        "drop.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: 2",
        "      author: a",
        "      changes:",
        String.join("\n", changes));
    project.write(
        "python/shop.py",
        "from plpython import plfunction, pltrigger, pltype",
        "from dataclasses import dataclass",
        "@pltype('shop.point')",
        "@dataclass",
        "class Point:",
        "    x: int",
        "@plfunction(schema='shop')",
        "def far(a: Point, b: int) -> bool:",
        "    return a.x > b",
        "@pltrigger(event='INSERT', when='BEFORE', table='shop.book', schema='shop', name='clean')",
        "def clean_isbn(new):",
        "    new.isbn = new.isbn.replace('-', '')");
  }

  private static final String REGISTERED = "SELECT identity FROM plpython_objects ORDER BY 1";

  @Test
  void registry_forgets_what_is_dropped() throws LiquibaseException {
    changelog(
        "        - dropPlpythonTrigger: {table: shop.book, name: clean}",
        "        - dropPlpythonFunction: {function: 'shop.far(shop.point, integer)'}",
        "        - dropPlpythonFunction: {schemaName: shop, function: clean_isbn()}");
    project.update();
    assertThat(project.query(REGISTERED))
        .containsExactly("shop.book.clean", "shop.clean_isbn()", "shop.far(shop.point, integer)");

    project.changelog("drop.yaml").update();

    assertThat(project.objects()).isEmpty();
    assertThat(project.query(REGISTERED)).isEmpty();
  }

  @Test
  void drop_does_nothing_when_the_object_may_be_gone_and_there_is_no_registry()
      throws LiquibaseException {
    changelog(
        "        - dropPlpythonTrigger: {table: shop.book, name: clean, ifExists: true}",
        "        - dropPlpythonFunction: {function: 'shop.far(shop.point)', ifExists: true}",
        "        - dropPlpythonTrigger: {name: audit, ifExists: true}");

    assertThat(project.changelog("drop.yaml").update()).containsExactly("2");
  }

  @Test
  void drop_fails_when_something_hangs_on_the_function_or_it_is_gone() throws LiquibaseException {
    changelog("        - dropPlpythonFunction: {schemaName: shop, function: clean_isbn()}");
    project.update();
    assertThatThrownBy(() -> project.changelog("drop.yaml").update())
        .hasMessageContaining(
            "cannot drop function clean_isbn() because other objects depend on it");
    assertThat(project.query(REGISTERED)).contains("shop.clean_isbn()");

    changelog("        - dropPlpythonFunction: {function: shop.gone()}");
    assertThatThrownBy(() -> project.changelog("drop.yaml").update())
        .hasMessageContaining("shop.gone() does not exist");
  }

  @Test
  void rollback_is_refused_when_no_definition_is_given() throws LiquibaseException {
    changelog("        - dropPlpythonTrigger: {table: shop.book, name: clean}");
    project.update();
    project.changelog("drop.yaml").update();

    assertThatThrownBy(
            () ->
                project.with(
                    liquibase -> {
                      liquibase.rollback(1, new Contexts(), new LabelExpression());
                      return true;
                    }))
        .hasMessageContaining(
            "dropPlpythonTrigger of clean does not know how to make it again:"
                + " give it its definition, or the change set a <rollback>");
  }

  /** L5: an offline database answers no query. */
  @Test
  void script_is_whole_when_nobody_is_connected() throws LiquibaseException {
    changelog(
        "        - dropPlpythonFunction: {schemaName: shop, function: clean_isbn(), ifExists: true}");

    String script = project.changelog("drop.yaml").offline(Project::updateSql);

    assertThat(script)
        .contains(
            """
            DO $python$
            DECLARE
              path CONSTANT text := current_setting('search_path');
              lookup CONSTANT text := set_config('search_path', concat_ws(', ', 'shop', nullif(path, '')), true);
              found oid;
              registry regclass := to_regclass('plpython_objects');
            BEGIN
              BEGIN
                found := to_regprocedure('clean_isbn()');
              EXCEPTION WHEN undefined_object OR invalid_schema_name THEN
              END;
              PERFORM set_config('search_path', 'pg_catalog', true);
              IF registry IS NOT NULL THEN
                EXECUTE format('DELETE FROM %s WHERE identity = $1', registry) USING (SELECT format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes))
                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = found);
              END IF;
              PERFORM set_config('search_path', concat_ws(', ', 'shop', nullif(path, '')), true);
              DROP ROUTINE IF EXISTS clean_isbn();
              PERFORM set_config('search_path', path, true);
            END
            $python$;
            """);
  }
}
