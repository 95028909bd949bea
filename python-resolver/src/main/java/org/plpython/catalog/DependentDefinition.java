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
   * A default of a column or a domain.
   *
   * @param column its name as SQL; empty: a domain's
   */
  record Default(Optional<String> column, String expression) implements DependentDefinition {}

  /**
   * A constraint of a table or a domain.
   *
   * @param owner the table's or the domain's name as SQL
   * @param constraint its name as SQL
   * @param sql what follows ADD CONSTRAINT and its name
   * @param index what is set of the index behind it
   */
  record Constraint(String owner, String constraint, String sql, Optional<DependentIndex> index)
      implements DependentDefinition {}

  /**
   * An index.
   *
   * @param indexes itself, then those that are part of it on partitions, each after its parent
   */
  record Index(List<DependentIndex> indexes) implements DependentDefinition {
    public Index {
      indexes = List.copyOf(indexes);
    }
  }

  /**
   * A generated column.
   *
   * @param name as SQL
   * @param type as SQL, with its collation where that is not the type's own
   * @param notNull its constraint's name, empty where the server has none for it; empty: it may be
   *     NULL
   * @param isKept whether its expression can be replaced for a while, so that the column stays
   * @param settings what is set of it
   * @param owner of the table
   * @param grants on the column alone
   */
  record GeneratedColumn(
      String name,
      String type,
      String expression,
      Optional<String> notNull,
      boolean isKept,
      Optional<DependentColumn> settings,
      String owner,
      List<DependentAccess.Grant> grants)
      implements DependentDefinition {
    public GeneratedColumn {
      grants = List.copyOf(grants);
    }
  }

  /**
   * A row-level policy.
   *
   * @param command {@code ALL}, {@code SELECT} and the like
   * @param roles empty is PUBLIC
   */
  record Policy(
      boolean isPermissive,
      String command,
      List<Optional<String>> roles,
      Optional<String> using,
      Optional<String> check)
      implements DependentDefinition {
    public Policy {
      roles = List.copyOf(roles);
    }
  }

  /**
   * An event trigger.
   *
   * @param function as SQL, with parentheses
   * @param state pg_event_trigger.evtenabled
   */
  record EventTrigger(String event, List<String> tags, String function, String owner, String state)
      implements DependentDefinition {
    /** The state of a new event trigger. */
    public static final String NEW = "O";

    public EventTrigger {
      tags = List.copyOf(tags);
    }
  }

  /** Extended statistics. */
  record Statistics(String sql, String owner, Optional<Integer> target)
      implements DependentDefinition {}

  /**
   * A function or a procedure.
   *
   * @param sql its CREATE statement
   */
  record Routine(String sql, DependentAccess access, List<String> extensions)
      implements DependentDefinition {
    public Routine {
      extensions = List.copyOf(extensions);
    }
  }

  /**
   * What is created by a list of options: an operator or an aggregate.
   *
   * @param created what follows the word of its kind in CREATE
   * @param options as CREATE has them, in its order, with SQL as values
   * @param access of an operator, the owner only
   */
  record Options(String created, List<Option> options, DependentAccess access)
      implements DependentDefinition {
    public Options {
      options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param value empty: it is just there
     */
    public record Option(String name, Optional<String> value) {}
  }

  /**
   * A cast.
   *
   * @param function as SQL with its argument types
   */
  record Cast(String function, Context context) implements DependentDefinition {
    /** Where it is applied unasked. */
    public enum Context {
      EXPLICIT,
      ASSIGNMENT,
      IMPLICIT
    }
  }

  /**
   * A table in a publication.
   *
   * @param publication its name
   * @param columns all where it is empty
   */
  record Publication(String publication, List<String> columns, Optional<String> condition)
      implements DependentDefinition {
    public Publication {
      columns = List.copyOf(columns);
    }
  }

  /** What nothing here can write. */
  record Unwritten() implements DependentDefinition {}
}
