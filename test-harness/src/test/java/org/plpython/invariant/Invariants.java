package org.plpython.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * What holds after each test that deploys: a database over which earlier versions went is the same
 * as one that has seen only the last, as far as its catalogs tell. JUnit finds this by itself.
 */
public final class Invariants implements AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(Invariants.class);

  /** One that a test made by itself may have another encoding. */
  private static final Pattern OF_THE_HARNESS = Pattern.compile(".*/plpython_\\d+");

  /** The registry's columns that say when, and what was before. */
  private static final String[] PAST = {
    "installed_at", "earlier_definition", "earlier_kind", "earlier_identity"
  };

  private static final ThreadLocal<Map<String, History>> OF_THIS_TEST =
      ThreadLocal.withInitial(LinkedHashMap::new);

  /** What the running test does to the database of a connection. */
  public static History of(Connection connection) {
    try {
      History history = History.of(connection);
      return OF_THIS_TEST.get().computeIfAbsent(history.url(), url -> history);
    } catch (SQLException closed) {
      throw new AssertionError("The test's connection is closed", closed);
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws SQLException {
    Map<String, History> histories = OF_THIS_TEST.get();
    OF_THIS_TEST.remove();
    for (History history : histories.values()) {
      if (OF_THE_HARNESS.matcher(history.url()).matches()) {
        check(history, context);
      }
    }
  }

  private static void check(History history, ExtensionContext context) throws SQLException {
    Repetition repetition =
        context
            .getParent()
            .orElseThrow()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(history.url(), url -> new Repetition(), Repetition.class);
    repetition.add(history);
    if (context.getExecutionException().isEmpty() && history.hasEarlierVersions()) {
      ScratchDatabase repeated = repetition.database();
      if (repeated.isBeside(history.url())) {
        assertThat(differences(history, repeated))
            .as("a database that has seen only the last version, and the test's")
            .isEmpty();
      }
    }
  }

  /** What a test's database has beside one where its history was repeated, and what it lacks. */
  static List<String> differences(History history, ScratchDatabase repeated) throws SQLException {
    DatabaseDump over = DatabaseDump.of(history.url(), history.user());
    return repeated
        .dump()
        .withoutRegistered(PAST)
        .differencesTo(over.withoutRegistered(PAST))
        .stream()
        .toList();
  }
}
