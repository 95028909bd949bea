package org.plpython.liquibase;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.exception.UnexpectedLiquibaseException;
import org.plpython.object.Identifier;

/** What other changelogs have noted in the same history. */
final class OtherChangelogs {
  private OtherChangelogs() {}

  /**
   * The ids of change sets of folders that the changelog does not include: it may be another
   * application's to say whether these are wanted.
   *
   * @param folders what it includes
   */
  static Set<String> objects(Session session, List<String> folders) {
    try {
      return exists(session) ? read(session, folders) : Set.of();
    } catch (SQLException error) {
      throw new UnexpectedLiquibaseException(
          "The history could not be read: " + error.getMessage(), error);
    }
  }

  private static Set<String> read(Session session, List<String> folders) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (PreparedStatement query =
        session
            .connection()
            .prepareStatement(
                "SELECT id, filename FROM %s WHERE author = ?".formatted(history(session)))) {
      query.setString(1, PythonChangeSet.AUTHOR);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String file = row.getString(2);
          if (folders.stream().noneMatch(it -> isIn(it, file))) {
            ids.add(row.getString(1));
          }
        }
      }
    }
    return ids;
  }

  private static boolean exists(Session session) throws SQLException {
    try (PreparedStatement query =
        session.connection().prepareStatement("SELECT pg_catalog.to_regclass(?) IS NOT NULL")) {
      query.setString(1, history(session));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static String history(Session session) {
    return Identifier.quote(session.schema()) + "." + Identifier.quote(session.table());
  }

  private static boolean isIn(String folder, String file) {
    return folder.isEmpty() || file.equals(folder) || file.startsWith(folder + "/");
  }
}
