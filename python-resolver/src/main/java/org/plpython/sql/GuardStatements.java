package org.plpython.sql;

import org.plpython.catalog.RegistrySql;
import org.plpython.catalog.RegistryTable;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Identifier;
import org.plpython.object.Routine;
import org.plpython.object.SqlText;
import org.plpython.object.Trigger;

/**
 * Writes what a script says about an object in a database that nobody has looked at: a check that
 * fails before anything is replaced, and how the registry gets to know what the object is there.
 */
public final class GuardStatements {
  /** For the rest of the transaction, what {@link #remember} found. */
  private static final String FOUND = "plpython_migrate.oid";

  private static final String CHECK =
      """
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_language WHERE lanname = '%1$s') THEN
          RAISE EXCEPTION 'The language %1$s is not installed in this database.'
            USING HINT = 'A superuser has to run: CREATE EXTENSION %1$s';
        ELSIF EXISTS (SELECT FROM %2$s WHERE format > %3$d) THEN
          RAISE EXCEPTION %4$s
            USING HINT = 'Write this script with that version.';
        ELSIF NOT %5$s AND %6$s AND NOT EXISTS (SELECT FROM %2$s WHERE %7$s) THEN
          RAISE EXCEPTION %8$s
            USING HINT = %9$s;
        END IF;
      END""";

  private final RegistryTable registry;
  private final String project;
  private final DatabaseObject object;

  /** For one object of a project. */
  public GuardStatements(RegistryTable registry, String project, DatabaseObject object) {
    this.registry = registry;
    this.project = project;
    this.object = object;
  }

  /**
   * Fails if the server has no PL/Python, a later version has written the registry, or an object of
   * somebody else's has the identity.
   *
   * @param isAdopting whether such a one is replaced
   */
  public String check(boolean isAdopting) {
    String name = object.kind() + " " + object.identity();
    return "DO "
        + DollarQuote.quote(
            CHECK.formatted(
                DdlWriter.LANGUAGE,
                registry.sql(),
                RegistrySql.FORMAT,
                message(registry.sql() + " was written by a later version of plpython-migrate."),
                isAdopting,
                isThere(),
                "project = " + SqlText.quote(project) + " AND " + isRegistered(),
                message(
                    "The "
                        + name
                        + " is in this database, and plpython-migrate has not installed it."),
                SqlText.quote(
                    "Drop it if nobody needs it, or write this script with adopt=true: it is"
                        + " replaced then.")));
  }

  /** RAISE takes a percent sign for a place. */
  private static String message(String text) {
    return SqlText.quote(text.replace("%", "%%"));
  }

  /** The query whether an object of that identity is there. */
  public String lookup() {
    return "SELECT " + isThere();
  }

  private String isThere() {
    if (object instanceof Trigger trigger) {
      return "EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgname = %s AND tgrelid = %s)"
          .formatted(SqlText.quote(trigger.name()), relation(trigger));
    } else if (object instanceof EventTrigger trigger) {
      return "EXISTS (SELECT FROM pg_catalog.pg_event_trigger WHERE evtname = %s)"
          .formatted(SqlText.quote(trigger.name()));
    }
    return routine() + " IS NOT NULL";
  }

  private String isRegistered() {
    if (object instanceof Trigger trigger) {
      String quoted = Identifier.quote(trigger.name());
      return ("kind = 'trigger' AND name = %s"
              + " AND pg_catalog.to_regclass(left(identity, -%d)) = %s")
          .formatted(SqlText.quote(trigger.name()), quoted.length() + 1, relation(trigger));
    } else if (object instanceof EventTrigger trigger) {
      return "kind = 'event trigger' AND name = " + SqlText.quote(trigger.name());
    }
    return "kind NOT LIKE '%trigger' AND pg_catalog.to_regprocedure(identity) = " + routine();
  }

  private String routine() {
    return "pg_catalog.to_regprocedure(" + SqlText.quote(object.identity()) + ")";
  }

  private static String relation(Trigger trigger) {
    return "pg_catalog.to_regclass(" + SqlText.quote(trigger.table().sql()) + ")";
  }

  /** Remembers which object the names of the script mean, in the script's search path. */
  public String remember() {
    String oid = object instanceof Trigger trigger ? relation(trigger) : routine();
    return "SELECT pg_catalog.set_config('%s', %s, true)"
        .formatted(
            FOUND,
            object instanceof EventTrigger
                ? SqlText.quote(object.identity())
                : oid + "::pg_catalog.oid::text");
  }

  /** The object's identity as PostgreSQL writes it, as SQL for when the path is pg_catalog. */
  public String identity() {
    return found(
        object instanceof Routine || object instanceof Aggregate ? "regprocedure" : "text");
  }

  /** Without schema and arguments. */
  public String name() {
    if (object instanceof Trigger trigger) {
      return trigger.name();
    } else if (object instanceof EventTrigger trigger) {
      return trigger.name();
    }
    return object instanceof Aggregate aggregate
        ? aggregate.name().name()
        : ((Routine) object).name().name();
  }

  /** The same of a trigger's table; empty text for others. */
  public String table() {
    return object instanceof Trigger ? found("regclass") : "''";
  }

  private static String found(String type) {
    String setting = "current_setting('" + FOUND + "')";
    return type.equals("text") ? setting : setting + "::oid::" + type + "::text";
  }
}
