package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plpython.cli.Shop.F;
import static org.plpython.cli.Shop.G;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

@PlPythonTest
class RemoveCommandTest {
  private static final String BOTH =
      """
      drop function public.f(integer)  gone  (a.py)
      drop function public.g()  gone  (a.py)
      2 to drop, 0 unchanged
      """;

  private final Shop shop;
  private final PlPythonDatabase database;

  RemoveCommandTest(PlPythonDatabase database, @TempDir Path folder) {
    this.shop = new Shop(database, folder);
    this.database = database;
  }

  @BeforeEach
  void deployed() throws SQLException, IOException {
    shop.empty();
    shop.write(F + G);
    shop.run("apply", "--project", "shop");
  }

  @Test
  void everything_goes_and_the_registry_too_when_it_is_confirmed() throws SQLException {
    assertThat(shop.run("remove", "--project", "shop", "--yes"))
        .isEqualTo(new Run(0, BOTH + "committed\n", ""));
    assertThat(shop.functions()).isEqualTo("null");
    assertThat(shop.value("SELECT to_regclass('plpython_objects')")).isEqualTo("null");
    assertThat(shop.run("remove", "--project", "shop", "--yes"))
        .isEqualTo(
            new Run(0, "nothing to remove: the database has no objects of the project\n", ""));
  }

  @Test
  void database_and_number_are_named_when_somebody_is_asked() throws SQLException {
    String name = database.jdbcUrl().replaceAll(".*/|\\?.*", "");
    FakeTerminal no = new FakeTerminal("y");
    Run run = shop.run(no, Map.of("PLPYTHON_PROJECT", "shop"), "remove", "--color", "never");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(BOTH);
    assertThat(run.err()).endsWith("Nothing was changed.\n");
    assertThat(no.questions())
        .containsExactly(
            "Remove 2 objects of the project 'shop' from the database '%s'? Write yes: "
                .formatted(name));
    assertThat(shop.functions()).isEqualTo("f(integer) g()");
    assertThat(shop.run(new FakeTerminal("yes"), Map.of(), "remove", "--project=shop").exitCode())
        .isZero();
    assertThat(shop.functions()).isEqualTo("null");
  }

  @Test
  void nothing_goes_when_nobody_is_there_or_no_project_is_named() throws SQLException {
    Run run = shop.run("remove", "--project", "shop");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("Say --yes to remove 2 objects of the project 'shop' from the database '");
    assertThat(shop.run("remove", "--yes"))
        .isEqualTo(
            new Run(
                1,
                "",
                "Whose objects? Name the project with --project ID or in PLPYTHON_PROJECT.\n"));
    assertThat(shop.run("remove", "--project", "other", "--yes").out())
        .isEqualTo("nothing to remove: the database has no objects of the project\n");
    assertThat(shop.functions()).isEqualTo("f(integer) g()");
  }

  @Test
  void protected_objects_stay_when_the_others_go() throws SQLException {
    String[] options = {"--project", "shop", "--protect", "*.g(*", "--yes"};
    assertThat(shop.run("remove", options).out())
        .isEqualTo(
            """
            drop function public.f(integer)  gone  (a.py)
            keep function public.g()  no longer in the sources  (a.py)
            1 to drop, 0 unchanged
            committed
            """);
    assertThat(shop.run("remove", options).out())
        .isEqualTo(
            "nothing to remove: the database has no objects of the project but protected ones\n");
    assertThat(shop.value("SELECT name FROM plpython_objects")).isEqualTo("g");
  }
}
