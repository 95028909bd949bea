package org.plpython.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What it takes to create a dependent again. Names, types and expressions are SQL as the server
 * wrote them: they mean the same wherever only {@code pg_catalog} is in the search path.
 */
public sealed interface DependentDefinition {

  /**
   * A trigger of a table or a view.
   *
   * @param sql its CREATE statement
   * @param trigger its name as SQL
   * @param places its table, then the partitions on which PostgreSQL made one of it
   * @param deferrableIn the schemas in which it is a constraint that may wait for the commit
   */
  record Trigger(String sql, String trigger, List<Place> places, List<String> deferrableIn)
      implements DependentDefinition {
    /** The state of a new trigger. */
    public static final String NEW = "O";

    public Trigger {
      places = List.copyOf(places);
      deferrableIn = List.copyOf(deferrableIn);
    }

    /**
     * What somebody has set of a trigger on one table.
     *
     * @param state pg_trigger.tgenabled
     * @param constraintComment the comment on the constraint that a constraint trigger is too
     * @param extensions those that take it with them when they are dropped
     */
    public record Place(
        String table,
        String state,
        Optional<String> comment,
        Optional<String> constraintComment,
        List<String> extensions) {
      public Place {
        extensions = List.copyOf(extensions);
      }
    }
  }

  /**
   * A view, materialized or not.
   *
   * @param query without a semicolon
   * @param options as pg_class.reloptions has them: {@code security_barrier=true}
   * @param storage of a materialized one
   * @param columns those of which anything is set
   */
  record View(
      String query,
      List<String> options,
      Optional<Storage> storage,
      DependentAccess access,
      List<DependentColumn> columns)
      implements DependentDefinition {
    public View {
      options = List.copyOf(options);
      columns = List.copyOf(columns);
    }

    /** Where and how rows are kept, and whether there are any. */
    public record Storage(
        String accessMethod,
        Optional<String> tablespace,
        boolean isPopulated,
        List<String> extensions) {
      public Storage {
        extensions = List.copyOf(extensions);
      }
    }
  }

  /**
   * A rule other than a view's query.
   *
   * @param sql its CREATE statement
   * @param rule its name as SQL
   * @param state pg_rewrite.ev_enabled
   */
  record Rule(String sql, String rule, String state) implements DependentDefinition {
    /** The state of a new rule. */
    public static final String NEW = "O";
  }

  /**
   * A column's default.
   *
   * @param column its name as SQL
   */
  record Default(String column, String expression) implements DependentDefinition {}

  /** What nothing here can write. */
  record Unwritten() implements DependentDefinition {}
}
