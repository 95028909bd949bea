package org.plpython.liquibase;

import liquibase.database.Database;

/** What has PL/Python: PostgreSQL, not those databases that Liquibase sees as kinds of it. */
public final class PostgresOnly {
  private PostgresOnly() {}

  /** Whether the database is PostgreSQL, connected or offline. */
  public static boolean holds(Database database) {
    return "postgresql".equals(database.getShortName());
  }

  /** Says that something of ours cannot be on another database. */
  public static String refusal(String what, Database database) {
    return "%s is for PostgreSQL alone, not for %s: give its change set dbms=\"postgresql\", or take it out"
        .formatted(what, database.getDisplayName());
  }
}
