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

/** What an update would do. */
@ServerTest
class LiquibasePlanTest {
  private final Project project;

  LiquibasePlanTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: books",
        "      author: me",
        "      changes:",
        "        - sql: {sql: 'CREATE TABLE book (id int, isbn text)'}",
        "  - include: {file: python}");
    price(1);
    project.write(
        "python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book', name='clean')",
        "def clean_isbn(new):",
        "    new.isbn = new.isbn.replace('-', '')");
  }

  private void price(int price) {
    project.write(
        "python/price.py",
        "from plpython import plfunction",
        "@plfunction",
        "def price() -> int:",
        "    return " + price);
  }

  private LiquibasePlan plan() throws LiquibaseException {
    return project.with(
        liquibase -> LiquibasePlan.of(liquibase, new Contexts(), new LabelExpression()));
  }

  @Test
  void everything_is_to_do_and_nothing_is_done_when_the_database_is_new()
      throws LiquibaseException {
    LiquibasePlan plan = plan();
    assertThat(plan.text())
        .isEqualTo(
            """
            run change set books by me  sql  (changelog.yaml)
            run change set function clean_isbn()  plpythonObject  (python)
            run change set function price()  plpythonObject  (python)
            run change set trigger book.clean  plpythonObject  (python)
            run change set removed objects  plpythonRemoval  (python)
            5 change sets to run

            wait trigger book.clean  for a change set  (clean.py)
            create function public.clean_isbn()  new  (clean.py)
            create function public.price()  new  (price.py)
            2 to create, 0 unchanged
            """);
    assertThat(plan.isEmpty()).isFalse();
    assertThat(plan.isRefused()).isFalse();
    assertThat(project.objects()).isEmpty();
    assertThat(project.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        .isEmpty();
  }

  @Test
  void plan_is_what_the_update_then_does() throws LiquibaseException {
    project.update();
    assertThat(plan().isEmpty()).isTrue();
    price(2);
    project.delete("python/clean.py");
    LiquibasePlan plan = plan();
    assertThat(plan.changeSets())
        .extracting(it -> it.description() + ": " + it.state())
        .containsExactly("function price(): Changed", "removed objects: Changed");
    assertThat(plan.text())
        .contains("replace function public.price()  source changed  (price.py)\n")
        .contains("drop trigger public.book.clean", "drop function public.clean_isbn()")
        .endsWith("1 to replace, 2 to drop, 0 unchanged\n");
    assertThat(plan.json()).contains("\"tool\": \"liquibase\"", "\"action\": \"replace\"");
    assertThat(project.query("SELECT price()")).containsExactly("1");
    project.update();
    assertThat(plan().isEmpty()).isTrue();
    assertThat(plan().text())
        .isEqualTo("0 change sets to run\n\nnothing to do: 1 object is as its source says\n");
  }

  @Test
  void drift_is_told_when_nothing_is_to_do() throws LiquibaseException {
    project.update();
    project.execute("ALTER FUNCTION price() IMMUTABLE");
    assertThat(plan().isEmpty()).isTrue();
    assertThat(plan().text())
        .contains("leave function public.price()  drifted", "volatility: immutable -> volatile");
    project.set("driftPolicy", "repair");
    assertThat(plan().text()).contains("replace function public.price()  drifted");
    project.set("driftPolicy", null);
  }

  private void sync(String more) {
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: all",
        "      author: me",
        "      runOnChange: true",
        "      changes:",
        "        - plpythonSync: {path: python}",
        more);
  }

  @Test
  void change_types_are_planned_as_they_deploy() throws LiquibaseException {
    project.execute("CREATE TABLE book (isbn text)");
    sync("        - plpythonRun: {body: 'pass'}");
    assertThat(plan().text())
        .startsWith("run change set all by me  plpythonSync, plpythonRun  (changelog.yaml)\n")
        .endsWith("3 to create, 0 unchanged\n");
    project.update();
    project.delete("python/clean.py");
    assertThat(plan().text()).endsWith("2 to drop, 1 unchanged\n");
  }

  @Test
  void object_waits_for_nobody_when_no_other_change_set_is_pending() throws LiquibaseException {
    sync("");
    LiquibasePlan plan = plan();
    assertThat(plan.waiting()).isEmpty();
    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.text()).contains("there is no table book");
  }

  @Test
  void mistakes_of_sources_are_among_the_failures() throws LiquibaseException {
    sync("");
    project.write("python/price.py", "from plpython import plfunction", "@plfunction", "def f(:");
    assertThat(plan().failures()).singleElement().asString().contains("price.py:3:");
    assertThat(plan().plan().changes()).isEmpty();
  }

  @Test
  void refusals_and_failures_are_told_in_liquibases_words() throws LiquibaseException {
    project.execute("CREATE FUNCTION price() RETURNS int LANGUAGE sql RETURN 3");
    assertThat(plan().isRefused()).isTrue();
    assertThat(plan().text()).contains("liquibase.plpython.adopt=true");
    project.execute("DROP FUNCTION price()");
    project.update();
    project.execute("UPDATE databasechangelog SET md5sum = '9:x' WHERE id = 'books'");
    assertThat(plan().failures()).singleElement().asString().contains("changesets check sum");
    assertThat(plan().isRefused()).isTrue();
  }

  @Test
  void plan_is_refused_when_there_is_no_database() {
    assertThatThrownBy(
            () ->
                project.offline(
                    liquibase ->
                        LiquibasePlan.of(liquibase, new Contexts(), new LabelExpression())))
        .isInstanceOf(LiquibaseException.class)
        .hasMessageContaining("A plan compares with a database, and offline there is none");
  }
}
