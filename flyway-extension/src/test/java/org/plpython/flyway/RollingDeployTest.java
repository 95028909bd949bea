package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** Instances of two releases of one application over one database. */
@ServerTest
class RollingDeployTest {
  private final Project old;
  private final Project later;

  RollingDeployTest(PlPythonDatabase database, @TempDir Path folder) {
    old = new Project(folder.resolve("old"), database).clean();
    later = new Project(folder.resolve("later"), database);
    for (Project project : List.of(old, later)) {
      project.write("sql/V1__book.sql", "CREATE TABLE book (id int);");
      function(project, "same", "return 1");
    }
    function(old, "changed", "return 1");
    function(old, "gone", "return 1");
    function(later, "changed", "return 2");
    function(later, "added", "return 2");
  }

  private static Project function(Project project, String name, String statement) {
    return project.write(
        "python/" + name + ".py",
        "from plpython import plfunction",
        "@plfunction",
        "def " + name + "() -> int:",
        "    " + statement);
  }

  @Test
  void nothing_is_removed_or_downgraded_when_an_old_instance_starts_again() {
    old.migrate();
    later.migrate();
    try (LogLines log = LogLines.listen()) {
      assertThat(old.migrate()).containsExactly("function gone()");
      assertThat(log.lines())
          .filteredOn(line -> line.contains("others since"))
          .hasSize(1)
          .first()
          .asString()
          .contains("what those changed or added stays")
          .contains("flyway.plpython.allowDowngrade=true");
    }
    assertThat(old.objects()).containsExactly("added", "changed", "gone", "same");
    assertThat(old.query("SELECT changed()")).containsExactly("2");
    old.flyway().validate();
    assertThat(old.migrate()).isEmpty();
    assertThat(later.migrate()).containsExactly("function gone()");
    assertThat(later.objects()).containsExactly("added", "changed", "same");
  }

  @Test
  void old_state_comes_back_when_downgrades_are_allowed() {
    old.migrate();
    later.migrate();
    old.with(it -> it.setAllowDowngrade(true));
    assertThat(old.migrate())
        .containsExactly("function added()", "function changed()", "function gone()");
    assertThat(old.objects()).containsExactly("changed", "gone", "same");
    assertThat(old.query("SELECT changed()")).containsExactly("1");
    old.with(it -> {});
    assertThat(old.migrate()).isEmpty();
    assertThat(later.migrate()).containsExactly("function added()");
    assertThat(later.query("SELECT changed()")).containsExactly("1");
  }

  @Test
  void old_function_comes_back_when_it_is_reverted_together_with_any_other_change() {
    old.migrate();
    later.migrate();
    function(later, "changed", "return 1");
    assertThat(later.migrate()).containsExactly("function changed()");
    assertThat(later.query("SELECT changed()")).containsExactly("1");
  }

  @Test
  void nothing_at_all_is_done_when_the_history_has_later_versions() {
    old.migrate();
    later.write("sql/V2__later.sql", "CREATE TABLE later (id int);");
    later.migrate();
    function(old, "unheard_of", "return 1");
    try (LogLines log = LogLines.listen()) {
      assertThat(old.migrate()).isEmpty();
      assertThat(log.lines())
          .anyMatch(line -> line.contains("The history has version 2, which is later"));
    }
    old.flyway().validate();
    assertThat(old.objects()).containsExactly("added", "changed", "same");
    assertThat(old.query("SELECT changed()")).containsExactly("2");
  }

  @Test
  void one_deploys_when_instances_start_at_once() throws Exception {
    old.migrate();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<String>> start = later::migrate;
      List<Future<List<String>>> started = threads.invokeAll(List.of(start, start, start, start));
      assertThat(
              Stream.of(started.get(0), started.get(1), started.get(2), started.get(3))
                  .flatMap(ran -> result(ran).stream()))
          .containsExactlyInAnyOrder("function added()", "function changed()", "function gone()");
    } finally {
      threads.shutdown();
    }
    assertThat(later.objects()).containsExactly("added", "changed", "same");
    later.flyway().validate();
  }

  private static List<String> result(Future<List<String>> ran) {
    try {
      return ran.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
