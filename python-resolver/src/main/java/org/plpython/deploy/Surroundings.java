package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.ServerFacts;
import org.plpython.plan.PlanSettings;

/** The server and the registry that a plan is made with, as a transaction finds them. */
public record Surroundings(ServerFacts server, RegistryTable registry) {

  /**
   * Looks for them.
   *
   * @throws DeployException if the role may not read the registry, or a later version of ours has
   *     written it
   */
  static Surroundings read(Connection connection, PlanSettings settings) throws SQLException {
    ServerFacts server = ServerFacts.read(connection);
    RegistryTable registry =
        settings.registry().isPresent()
            ? RegistryTable.find(connection, settings.registry().get(), server)
            : RegistryTable.NONE;
    if (!registry.isReadable()) {
      throw new DeployException(
          """
          the role %s may not read the registry %s
            %s Nothing was changed."""
              .formatted(
                  server.role(), registry.sql(), Rights.grantRegistry(registry, server) + "."));
    }
    if (registry.isNewer()) {
      throw new DeployException(
          """
          %s was written by a later version of plpython-migrate, and this one does not understand it
            Deploy with that version. Nothing was changed."""
              .formatted(registry.sql()));
    }
    return new Surroundings(server, registry);
  }
}
