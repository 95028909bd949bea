package org.plpython.cli.demo;

import java.io.PrintWriter;
import java.sql.SQLException;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** Shows the bookshop on an embedded server, from nothing to a redeploy. */
public final class Demo {
  private Demo() {}

  /**
   * Runs all of it. But for the port and the temporary folder it writes the same text each time.
   *
   * @param tool what migrates
   * @param out gets the text, in lines of at most 100 columns
   * @throws SQLException if the server refuses what it should take
   * @throws RuntimeException if the server cannot be started or the tool fails
   */
  public static void run(MigrationTool tool, PrintWriter out) throws SQLException {
    Screen screen = new Screen(out);
    screen.frame("A bookshop with Python in its database, from an empty server to a redeploy");
    screen.step("Start a PostgreSQL that has Python");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(screen::text);
        PlPythonDatabase database = server.createDatabase();
        Sources sources = Sources.ofTheBookshop();
        Session session = new Session(database.connect(), screen, sources.translator())) {
      screen.text("ready, with an empty database: " + database.jdbcUrl());
      Migrations migrations = tool.over(database.dataSource(), sources, screen);
      new FirstDeploy(screen, sources, migrations).run();
      new Calls(screen, session).run();
      new Firings(screen, session).run();
      new Redeploy(screen, sources, migrations, session).run();
    }
    screen.frame("Done. The server, its database and the folder are gone.");
  }
}
