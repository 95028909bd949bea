package org.plpython.cli.demo;

/** The project, and the migration that installs it. */
final class FirstDeploy {
  private final Screen screen;
  private final Sources sources;
  private final Migrations migrations;

  FirstDeploy(Screen screen, Sources sources, Migrations migrations) {
    this.screen = screen;
    this.sources = sources;
    this.migrations = migrations;
  }

  void run() {
    screen.step("Look at the project");
    screen.text(migrations.project());
    screen.text("Python in " + sources.folder() + ": " + String.join(", ", sources.names()));
    screen.text("This is all there is to a function, in pricing.py:");
    screen.block(sources.paragraph("pricing.py", "def gross_price("));

    screen.step("Migrate the empty database with " + migrations.tool());
    screen.text(migrations.order());
    migrations.run();
    migrations.showHistory();
  }
}
