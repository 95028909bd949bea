package org.plpython.report;

import java.util.Locale;

/** A migration tool, in its own words. */
public enum MigrationTool {
  /** What it runs are migrations. */
  FLYWAY("migration", "repeatable"),
  /** What it runs are change sets. */
  LIQUIBASE("change set", "change set");

  private final String unit;
  private final String unversioned;

  MigrationTool(String unit, String unversioned) {
    this.unit = unit;
    this.unversioned = unversioned;
  }

  /** One of what it runs. */
  String unit() {
    return unit;
  }

  /** One that has no version. */
  String unversioned() {
    return unversioned;
  }

  /** Its name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
