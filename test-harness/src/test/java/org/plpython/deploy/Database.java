package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.PlanSettings.Protection;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** A database that sources are deployed to, for one project after the other. */
final class Database {
  private final Connection connection;
  private PlanSettings settings = settings("shop");

  Database(Connection connection) {
    this.connection = connection;
  }

  static PlanSettings settings(String project) {
    return new PlanSettings(
        Optional.of(project).filter(it -> !it.isEmpty()),
        Optional.of("public.plpython_objects"),
        false,
        Dependents.REFUSE,
        Removal.DEFAULT);
  }

  /** Deploys as another project, or as nobody's. */
  Database as(String project) {
    settings = settings(project);
    return this;
  }

  Database adopting() {
    settings =
        new PlanSettings(
            settings.project(),
            settings.registry(),
            true,
            settings.dependents(),
            settings.removal());
    return this;
  }

  Database under(DriftPolicy policy) {
    settings = settings.with(policy);
    return this;
  }

  Database recreating() {
    settings =
        new PlanSettings(
            settings.project(),
            settings.registry(),
            settings.adopt(),
            Dependents.RECREATE,
            settings.removal());
    return this;
  }

  Database removing(boolean isAllowed, int threshold, Set<String> schemas, String... isProtected) {
    settings =
        new PlanSettings(
            settings.project(),
            settings.registry(),
            settings.adopt(),
            settings.dependents(),
            new Removal(
                isAllowed,
                threshold,
                schemas,
                Stream.of(isProtected).map(Protection::new).toList()));
    return this;
  }

  Database execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return this;
  }

  List<@Nullable String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<@Nullable String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  static List<DatabaseObject> objects(String text) {
    String imports = "from plpython import plaggregate, plfunction, pltrigger\n";
    return PythonResolver.resolveFiles(List.of(new SourceFile("db", "a.py", imports + text)));
  }

  Deployment deployment() {
    return new Deployment(connection, settings, DeploySettings.DEFAULT);
  }

  /** Applies, looks whether nothing is left to do, and tells what was done. */
  List<String> apply(String text) {
    Plan plan = deployment().apply(objects(text), DeployWatcher.NONE);
    Plan again = deployment().plan(objects(text));
    assertThat(again.changes()).isEmpty();
    assertThat(again.refusals()).isEmpty();
    assertThat(again.steps()).isEmpty();
    return told(plan);
  }

  Plan plan(String text) {
    return deployment().plan(objects(text));
  }

  static List<String> told(Plan plan) {
    return plan.changes().stream().map(Database::told).toList();
  }

  /** {@code replace function public.f(): drifted body}. */
  private static String told(Change change) {
    return change.action()
        + " "
        + change.item()
        + ": "
        + change.reason()
        + change.differences().stream().map(d -> " " + d.attribute()).reduce("", String::concat);
  }
}
