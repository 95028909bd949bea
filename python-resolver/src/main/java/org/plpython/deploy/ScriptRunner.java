package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.plpython.catalog.ServerFacts;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Script;
import org.plpython.sql.ScriptStatements;
import org.plpython.sql.ServerEncoding;

/**
 * Runs scripts over a connection, in its transaction, which its owner ends; with autocommit, each
 * has one of its own, and may commit within.
 */
public final class ScriptRunner {
  private final Connection connection;
  private final List<DatabaseObject> objects;

  /**
   * Over the given connection.
   *
   * @param objects of the sources, whose lines errors name too
   */
  public ScriptRunner(Connection connection, List<DatabaseObject> objects) {
    this.connection = connection;
    this.objects = List.copyOf(objects);
  }

  /**
   * Runs one.
   *
   * @throws DeployException if the server has no PL/Python for the role, its Python does not
   *     compile the script, or the script fails, with the author's files and lines
   */
  public void run(Script script) {
    try {
      ServerFacts server = ServerFacts.read(connection);
      if (server.language() != ServerFacts.Language.USABLE) {
        throw new DeployException(
            script.origin().file().displayPath() + ": " + LanguageAdvice.refusal(server));
      }
      ServerEncoding encoding = new ServerEncoding(server.encoding());
      SqlRunner sql = new SqlRunner(connection);
      compile(script, sql, encoding);
      sql.run(ScriptStatements.run(script, encoding));
    } catch (SQLException error) {
      throw new DeployException(
          "%s failed: %s"
              .formatted(
                  script.origin().file().displayPath(),
                  new TracebackTranslator(objects, List.of(script)).translate(error)),
          error);
    }
  }

  private static void compile(Script script, SqlRunner sql, ServerEncoding encoding) {
    try {
      sql.run(ScriptStatements.compileCheck(script, encoding));
    } catch (SQLException error) {
      throw ServerError.uncompiled(script, error);
    }
  }
}
