package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** What a migrate would do. */
class FlywayPlanTest {
  private static final String PRICE =
      """
      from plpython import plfunction, pltrigger
      @plfunction
      def price(net: int) -> int:
          return net * 119 // 100
      """;
  private static final String TRIGGER =
      """
      @pltrigger(event='INSERT', when='BEFORE', table='book')
      def clean(new):
          new.isbn = new.isbn.strip()
      """;

  private static PlPythonDatabase database;
  @TempDir Path folder;
  private Project project;

  @BeforeAll
  static void createDatabase() {
    database = EmbeddedPostgres.shared().createDatabase();
  }

  @AfterAll
  static void dropDatabase() {
    database.close();
  }

  @BeforeEach
  void freshProject() {
    project =
        new Project(folder, database)
            .clean()
            .execute("CREATE EXTENSION IF NOT EXISTS plpython3u")
            .write("sql/V1__book.sql", "CREATE TABLE book (isbn text);")
            .write("sql/R__stock.sql", "CREATE OR REPLACE VIEW stock AS SELECT 1 AS n;")
            .write("python/shop.py", PRICE + TRIGGER);
  }

  @Test
  void migrations_changes_and_what_waits_are_shown_when_the_database_is_new() {
    FlywayPlan plan = FlywayPlan.of(project.flyway());
    assertThat(plan.text())
        .isEqualTo(
            """
            run version 0 nothing  SQL  (V0__nothing.sql)
            run version 1 book  SQL  (V1__book.sql)
            run repeatable function clean()  CUSTOM  (shop.py)
            run repeatable function price(integer)  CUSTOM  (shop.py)
            run repeatable stock  SQL  (R__stock.sql)
            run repeatable trigger book.clean  CUSTOM  (shop.py)
            6 migrations to run

            wait trigger book.clean  for a migration  (shop.py)
            create function public.clean()  new  (shop.py)
            create function public.price(integer)  new  (shop.py)
            2 to create, 0 unchanged
            """);
    assertThat(plan.isEmpty()).isFalse();
    assertThat(plan.isRefused()).isFalse();
    assertThat(
            project.query(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
        .isEmpty();
    assertThat(project.objects()).isEmpty();
  }

  @Test
  void nothing_is_to_do_when_everything_has_been_migrated() {
    project.migrate();
    FlywayPlan plan = FlywayPlan.of(project.flyway());
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.text())
        .isEqualTo(
            """
            0 migrations to run

            nothing to do: 3 objects are as the sources say
            """);
    assertThat(plan.json())
        .isEqualTo(
            """
            {
              "version": 1,
              "tool": "flyway",
              "migrations": [],
              "failures": [],
              "waiting": [],
              "plan": {
                "version": 1,
                "project": "public.flyway_schema_history",
                "summary": {"create": 0, "replace": 0, "recreate": 0, "drop": 0, "unchanged": 3, "drifted": 0, "kept": 0, "refused": 0},
                "changes": [],
                "drifted": [],
                "refusals": [],
                "kept": []
              }
            }
            """);
  }

  @Test
  void edits_and_removals_are_shown_when_sources_change() {
    project.migrate();
    project.write("python/shop.py", PRICE.replace("119", "107"));
    FlywayPlan plan = FlywayPlan.of(project.flyway());
    assertThat(plan.migrations())
        .extracting(it -> it.description() + " " + it.script())
        .containsExactly(
            "function clean() removed: shop.py",
            "function price(integer) shop.py",
            "trigger book.clean removed: shop.py");
    assertThat(plan.plan().changes())
        .extracting(it -> it.action() + " " + it.item().identity())
        .containsExactly(
            "drop public.clean()", "replace public.price(integer)", "drop public.book.clean");
    project.migrate();
    assertThat(FlywayPlan.of(project.flyway()).isEmpty()).isTrue();
  }

  @Test
  void flyways_refusal_is_shown_when_an_applied_migration_was_edited() {
    project.migrate();
    project
        .write("sql/V1__book.sql", "CREATE TABLE book (isbn text, title text);")
        .write("sql/V2__more.sql", "SELECT 1;");
    FlywayPlan plan = FlywayPlan.of(project.flyway());
    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.failures())
        .singleElement()
        .asString()
        .startsWith("Migration checksum mismatch for migration version 1");
    assertThat(plan.text())
        .contains("refused: Migration checksum mismatch", "1 migration to run; refused");
    assertThat(
            FlywayPlan.of(project.configure(it -> it.validateOnMigrate(false)).flyway()).failures())
        .isEmpty();
  }

  @Test
  void our_refusal_names_the_setting_when_an_object_is_not_ours() {
    project.execute("CREATE FUNCTION price(net int) RETURNS int LANGUAGE plpython3u AS 'return 1'");
    FlywayPlan plan = FlywayPlan.of(project.flyway());
    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.json()).contains("flyway.plpython.adopt").doesNotContain("--adopt");
  }

  @Test
  void all_objects_wait_when_flyway_makes_their_schema_first() {
    project.configure(it -> it.schemas("tenant").baselineOnMigrate(true));
    FlywayPlan plan = FlywayPlan.of(project.flyway());
    assertThat(plan.waiting())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "function clean()", "function price(integer)", "trigger book.clean");
    assertThat(plan.plan().changes()).isEmpty();
    assertThat(project.query("SELECT nspname FROM pg_namespace WHERE nspname = 'tenant'"))
        .isEmpty();
    project.migrate();
    assertThat(FlywayPlan.of(project.flyway()).isEmpty()).isTrue();
  }

  @Test
  void only_sql_is_shown_when_python_has_no_part_in_it() {
    project.configure(it -> it.skipDefaultResolvers(true));
    assertThat(FlywayPlan.of(project.flyway().getConfiguration()).plan().changes()).isEmpty();
  }
}
