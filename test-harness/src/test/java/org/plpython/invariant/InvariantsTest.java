package org.plpython.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.plpython.harness.PlPythonTest;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** What is left of earlier versions is found, and nothing else is. */
@ServerTest
class InvariantsTest {
  private static final PlanSettings SETTINGS =
      new PlanSettings(
          Optional.of("books"),
          Optional.of("public.plpython_objects"),
          false,
          Dependents.REFUSE,
          Removal.DEFAULT);

  private final Connection connection;

  InvariantsTest(Connection connection) {
    this.connection = connection;
  }

  private static DatabaseObject function(String options, String parameters) {
    String text =
        "from plpython import plfunction\n@plfunction(%s)\ndef f(%s) -> int: return 1\n"
            .formatted(options, parameters);
    return PythonResolver.resolveFiles(List.of(new SourceFile("sources", "f.py", text))).get(0);
  }

  private static void deploy(ScratchDatabase database, DatabaseObject... objects) {
    new CheckedDeployment(database.connection(), SETTINGS).apply(List.of(objects));
  }

  private interface Deploys {
    void run(ScratchDatabase over) throws SQLException;
  }

  /** What is left after deploys. */
  private List<String> rest(Deploys deploys) throws SQLException {
    try (ScratchDatabase over = new ScratchDatabase(connection);
        ScratchDatabase repeated = new ScratchDatabase(connection)) {
      deploys.run(over);
      History history = Invariants.of(over.connection());
      assertThat(history.hasEarlierVersions()).isTrue();
      history.repeat(repeated);
      return Invariants.differences(history, repeated);
    }
  }

  @Test
  void nothing_is_left_when_a_deploy_writes_each_attribute() throws SQLException {
    assertThat(
            rest(
                over -> {
                  deploy(over, function("strict=True, cost=7", ""));
                  over.execute("ALTER FUNCTION f STABLE");
                  deploy(over, function("volatility='immutable'", ""));
                }))
        .isEmpty();
  }

  @Test
  void nothing_is_left_when_a_signature_changes_and_a_function_goes() throws SQLException {
    assertThat(
            rest(
                over -> {
                  deploy(over, function("", ""), function("name='g'", ""));
                  deploy(over, function("", "a: int"), function("name='g'", ""));
                  deploy(over, function("", "a: int, b: str"));
                }))
        .isEmpty();
  }

  @Test
  void rest_is_found_when_a_deploy_leaves_one() throws SQLException {
    assertThat(
            rest(
                over -> {
                  deploy(over, function("strict=True", ""));
                  deploy(over, function("", ""));
                  over.execute("ALTER FUNCTION f() STRICT; COMMENT ON FUNCTION f() IS 'A comment'");
                }))
        .containsExactlyInAnyOrder(
            "+ function public.f(): description = A comment",
            "- function public.f(): proisstrict = false",
            "+ function public.f(): proisstrict = true");
  }

  @Test
  void versions_are_not_told_apart_when_the_object_is_the_same() throws SQLException {
    try (ScratchDatabase database = new ScratchDatabase(connection)) {
      deploy(database, function("cost=7", ""));
      deploy(database, function("cost=7", ""));
      assertThat(Invariants.of(database.connection()).hasEarlierVersions()).isFalse();
    }
  }

  /** Is run by a test only. */
  @PlPythonTest
  static class LeavingTest {
    @Test
    void leaves(Connection connection) throws SQLException {
      new CheckedDeployment(connection, SETTINGS).apply(List.of(function("strict=True", "")));
      new CheckedDeployment(connection, SETTINGS).apply(List.of(function("", "")));
      try (Statement statement = connection.createStatement()) {
        statement.execute("ALTER FUNCTION f() STRICT");
      }
    }
  }

  @Test
  void test_fails_when_a_deploy_leaves_something() {
    EngineTestKit.engine("junit-jupiter")
        .enableImplicitConfigurationParameters(true)
        .selectors(selectClass(LeavingTest.class))
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("leaves"),
                finishedWithFailure(
                    message(text -> text.contains("+ function public.f(): proisstrict = true")))));
  }
}
