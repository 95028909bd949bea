package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Which states of its sources a project has deployed: so an instance of an application that starts
 * again after a later one has deployed is known for what it is.
 *
 * @param releases hashes of them, the earliest deployed first, each once
 */
public record ReleaseLog(List<String> releases) {
  public ReleaseLog {
    releases = List.copyOf(releases);
  }

  /** What the table beside the registry says; nothing if there is none. */
  public static ReleaseLog read(Connection connection, RegistryTable registry, String project)
      throws SQLException {
    boolean exists =
        new Query(connection, "SELECT pg_catalog.to_regclass(?) IS NOT NULL", registry.releases())
            .one(row -> row.getBoolean(1));
    return exists
        ? new ReleaseLog(
            new Query(
                    connection,
                    "SELECT release FROM %s WHERE project = ? ORDER BY number"
                        .formatted(registry.releases()),
                    project)
                .all(row -> row.getString(1)))
        : new ReleaseLog(List.of());
  }

  /** Whether a state is what was deployed last. */
  public boolean isLatest(String release) {
    return !releases.isEmpty() && releases.get(releases.size() - 1).equals(release);
  }

  /** Whether a state was deployed, and another one since. */
  public boolean isSuperseded(String release) {
    return releases.contains(release) && !isLatest(release);
  }
}
