package org.plpython.cli.demo;

import java.sql.SQLException;

/** An edit, the migration that follows it, and one that has nothing to do. */
final class Redeploy {
  /** The reduced rate that books have. */
  private static final Edit LOWER_TAX =
      new Edit("pricing.py", "VAT = Decimal(\"0.19\")", "VAT = Decimal(\"0.07\")");

  private final Screen screen;
  private final Sources sources;
  private final Migrations migrations;
  private final Session session;

  Redeploy(Screen screen, Sources sources, Migrations migrations, Session session) {
    this.screen = screen;
    this.sources = sources;
    this.migrations = migrations;
    this.session = session;
  }

  void run() throws SQLException {
    screen.step("Edit a Python file, and migrate again");
    screen.text("A constant that gross_price uses, in pricing.py:");
    screen.block(sources.edit(LOWER_TAX));
    screen.block(migrations.run());
    screen.text("The rest of the file does not use it, and stays as it is.");
    screen.text("The open session has the new price at once:");
    session.query(Calls.PRICE);

    screen.step("Migrate once more");
    migrations.run();
    screen.text("The database holds what the sources say.");
  }
}
