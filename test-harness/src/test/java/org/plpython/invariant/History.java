package org.plpython.invariant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.DeployWatcher;
import org.plpython.deploy.Deployment;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;

/** What a test did to a database, so that it can be done to another one. */
public final class History {
  /** Statements that change catalogs, or how others are read; data are not compared. */
  private static final Set<String> REPEATED =
      Set.of("create", "alter", "drop", "comment", "grant", "revoke", "set", "reset");

  /** All databases of a server have these in common. */
  private static final Set<String> SHARED = Set.of("role", "user", "database", "tablespace");

  private final String url;
  private final String user;
  private final List<Step> steps = new ArrayList<>();

  private final Versions versions = new Versions();

  private sealed interface Step {
    record Statement(String sql) implements Step {}

    record Deploy(List<DatabaseObject> objects, PlanSettings settings) implements Step {}
  }

  private History(String url, String user) {
    this.url = url;
    this.user = user;
  }

  static History of(Connection connection) throws SQLException {
    return new History(
        connection.getMetaData().getURL().replaceFirst("[?].*", ""),
        connection.getMetaData().getUserName());
  }

  String url() {
    return url;
  }

  String user() {
    return user;
  }

  /** A statement that succeeded. */
  public void executed(String sql) {
    String[] words = sql.strip().toLowerCase(Locale.ROOT).split("\\W+", 3);
    if (REPEATED.contains(words[0]) && !(words.length > 1 && SHARED.contains(words[1]))) {
      steps.add(new Step.Statement(sql));
    }
  }

  /** A deploy that succeeded. */
  void deployed(List<DatabaseObject> objects, PlanSettings settings, Plan done) {
    steps.add(new Step.Deploy(List.copyOf(objects), settings));
    versions.add(objects, done);
  }

  /** Whether an object was deployed that became another one. */
  boolean hasEarlierVersions() {
    return steps.stream()
        .anyMatch(
            step -> step instanceof Step.Deploy deploy && !versions.areLatest(deploy.objects()));
  }

  /** Does it all again in a new session, as if each object had always been as it is now. */
  void repeat(ScratchDatabase database) throws SQLException {
    database.execute("DISCARD ALL");
    for (Step step : steps) {
      if (step instanceof Step.Statement statement) {
        database.execute(statement.sql());
      } else if (step instanceof Step.Deploy deploy) {
        new Deployment(database.connection(), deploy.settings(), DeploySettings.DEFAULT)
            .apply(versions.latest(deploy.objects()), DeployWatcher.NONE);
      }
    }
  }
}
