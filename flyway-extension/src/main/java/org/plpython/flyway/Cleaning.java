package org.plpython.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.plpython.catalog.Registered;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.Uninstaller;

/**
 * What is ours and stands in no schema that Flyway cleans: what is in those is cleaned with them,
 * the registry perhaps too, so that it is read before.
 */
final class Cleaning {
  private final List<Registered> left;

  private Cleaning(List<Registered> left) {
    this.left = left;
  }

  /**
   * Finds it.
   *
   * @throws FlywayException if the registry cannot be read
   */
  static Optional<Cleaning> begin(Configuration configuration, Connection connection) {
    try {
      HistoryName history = HistoryName.of(configuration, connection);
      PlPythonConfiguration settings = PlPythonConfiguration.of(configuration);
      Set<String> cleaned = new HashSet<>(List.of(configuration.getSchemas()));
      cleaned.add(history.schema());
      List<Registered> ours =
          new JoinedDeployment(
                  connection,
                  settings.planSettings(history.project(), history.registry()),
                  settings.deploySettings())
              .past()
              .objects();
      return Optional.of(
          new Cleaning(ours.stream().filter(it -> !cleaned.contains(it.schema())).toList()));
    } catch (SQLException error) {
      throw new FlywayException("The registry cannot be read: " + error.getMessage(), error);
    } catch (DeployException unreadable) {
      throw Wording.exception(unreadable);
    }
  }

  /**
   * Drops it.
   *
   * @throws FlywayException if something of others hangs on it
   */
  void finish(Connection connection) {
    try {
      new Uninstaller(connection).drop(left);
    } catch (DeployException refused) {
      throw Wording.exception(refused);
    }
  }
}
