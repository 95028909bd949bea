package org.plpython.deploy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.ServerFacts;
import org.plpython.plan.Refusal;
import org.plpython.sql.PythonProbe;

/**
 * What is wanted of a server's PL/Python.
 *
 * @param extension whether it is there, or can be made
 * @param minimum the first version of Python that will do; empty: any
 * @param module that can be imported; empty: none in particular
 */
public record PythonRequirement(
    Extension extension, Optional<PythonVersion> minimum, Optional<String> module) {

  /** The extension plpython3u, as it is wanted. */
  public enum Extension {
    /** In the database, and the role may use it. */
    INSTALLED,
    /** That, or the role can create it. */
    INSTALLABLE
  }

  /**
   * Asks the server, and changes nothing. With autocommit it is asked in a transaction of its own.
   *
   * @return what it lacks, with who can mend that, and how
   */
  public List<Refusal> unmet(Connection connection) throws SQLException {
    return JoinedTransaction.run(connection, () -> missing(connection));
  }

  private List<Refusal> missing(Connection connection) throws SQLException {
    ServerFacts server = ServerFacts.read(connection);
    if (server.language() == ServerFacts.Language.USABLE) {
      return minimum.isEmpty() && module.isEmpty() ? List.of() : askPython(connection);
    }
    boolean isCreatable =
        server.language() == ServerFacts.Language.AVAILABLE && server.isSuperuser();
    if (extension == Extension.INSTALLED || !isCreatable) {
      return List.of(LanguageAdvice.refusal(server));
    }
    return minimum.isEmpty() && module.isEmpty()
        ? List.of()
        : List.of(
            refusal(
                "the version and the modules of Python cannot be told while the database "
                    + server.database()
                    + " has no PL/Python",
                "Ask for them after the extension is created: CREATE EXTENSION plpython3u"));
  }

  private List<Refusal> askPython(Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      new SqlRunner(connection).run(PythonProbe.statement(module));
      PythonVersion version = PythonVersion.parse(setting(connection, PythonProbe.VERSION));
      return judged(version, setting(connection, PythonProbe.IMPORT_ERROR));
    } finally {
      connection.rollback(before);
      connection.releaseSavepoint(before);
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_catalog.current_setting(?)")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private List<Refusal> judged(PythonVersion version, String importError) {
    List<Refusal> refusals = new ArrayList<>();
    minimum
        .filter(wanted -> wanted.compareTo(version) > 0)
        .ifPresent(wanted -> refusals.add(tooOld(version, wanted)));
    if (!importError.isEmpty()) {
      refusals.add(
          refusal(
              "the server's Python %s cannot import %s: %s"
                  .formatted(version, module.orElse(""), importError),
              "The administrator of the server's machine installs the package that has it, for"
                  + " that Python: python%d.%d -m pip install PACKAGE. Sessions that are open"
                      .formatted(version.major(), version.minor())
                  + " see it after they connect again."));
    }
    return refusals;
  }

  private static Refusal tooOld(PythonVersion version, PythonVersion wanted) {
    return refusal(
        "the server's PL/Python has Python %s, and %s or later is wanted"
            .formatted(version, wanted),
        "Which Python it has was decided when PostgreSQL was built, not by what else is on the"
            + " server's machine: its administrator installs another build of PL/Python.");
  }

  private static Refusal refusal(String message, String advice) {
    return new Refusal(Optional.empty(), message, advice, Optional.empty());
  }
}
