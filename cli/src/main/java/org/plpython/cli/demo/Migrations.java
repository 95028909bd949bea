package org.plpython.cli.demo;

import java.util.List;

/** A migration tool over the bookshop, as an application would set it up. */
sealed interface Migrations permits FlywayMigrations, LiquibaseUpdates {

  /** The tool's name. */
  String tool();

  /** What the project has beside Python, in a sentence. */
  String project();

  /** What runs when, in a sentence. */
  String order();

  /** Migrates, and says how much ran; what that was, in order. */
  List<String> run();

  /** Shows all that has run. */
  void showHistory();
}
