package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plpython.catalog.ResolvedNames;
import org.plpython.catalog.ResolvedNames.ResolvedTable;
import org.plpython.catalog.ServerFacts;
import org.plpython.descriptor.Privileges;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Identifier;
import org.plpython.object.Parameter;
import org.plpython.object.QualifiedName;
import org.plpython.object.Routine;
import org.plpython.object.SqlText;
import org.plpython.object.Trigger;

/** Finds for each object of the sources what it is in one database. */
public final class TargetResolver {
  private final ResolvedNames names;
  private final RoutineAttributes routines;
  private final String currentSchema;

  /** With the names that {@link #types} and {@link #tables} list, as the server resolves them. */
  public TargetResolver(ResolvedNames names, ServerFacts server) {
    this.names = names;
    this.routines = new RoutineAttributes(names, server);
    this.currentSchema = server.currentSchema().orElse("");
  }

  /** The types that objects name, as they write them. */
  public static Collection<String> types(List<DatabaseObject> objects) {
    Collection<String> types = new TreeSet<>();
    for (DatabaseObject object : objects) {
      if (object instanceof Routine.Function function) {
        types.addAll(RoutineAttributes.types(function));
      } else if (object instanceof Aggregate aggregate) {
        types.addAll(RoutineAttributes.types(aggregate.state()));
        aggregate.finalFunction().ifPresent(f -> types.addAll(RoutineAttributes.types(f)));
      }
    }
    return types;
  }

  /** The tables that objects name, as SQL. */
  public static Collection<String> tables(List<DatabaseObject> objects) {
    Collection<String> tables = new TreeSet<>();
    for (DatabaseObject object : objects) {
      if (object instanceof Trigger trigger) {
        tables.add(trigger.table().sql());
      }
    }
    return tables;
  }

  /** The object in this database. */
  public Target resolve(DatabaseObject object) {
    if (object instanceof Trigger trigger) {
      return resolve(trigger);
    } else if (object instanceof EventTrigger trigger) {
      return new Target(
          trigger, "", trigger.name(), trigger.identity(), Optional.empty(), undeclared(trigger));
    } else if (object instanceof Aggregate aggregate) {
      return target(
          aggregate, aggregate.name(), identity(aggregate.name(), aggregate.parameters()));
    }
    Routine routine = (Routine) object;
    return target(routine, routine.name(), identity(routine));
  }

  private Target target(DatabaseObject object, QualifiedName name, String identity) {
    return new Target(
        object, schema(name), name.name(), identity, Optional.empty(), undeclared(object));
  }

  private Target resolve(Trigger trigger) {
    Optional<ResolvedTable> table = names.table(trigger.table().sql());
    String schema = table.map(ResolvedTable::schema).orElseGet(() -> schema(trigger.table()));
    String sql =
        new QualifiedName(
                Optional.of(schema).filter(s -> !s.isEmpty()),
                table.map(ResolvedTable::name).orElse(trigger.table().name()))
            .sql();
    return new Target(
        trigger,
        schema,
        trigger.name(),
        sql + "." + Identifier.quote(trigger.name()),
        Optional.of(sql),
        undeclared(trigger));
  }

  /** Names of the attributes that its author leaves to others. */
  public static List<String> undeclared(DatabaseObject object) {
    Map<String, Boolean> declared = new TreeMap<>();
    if (object instanceof Trigger trigger) {
      declared.put("enabled", trigger.definition().enabled().isPresent());
    } else if (object instanceof EventTrigger trigger) {
      declared.put("enabled", trigger.enabled().isPresent());
      declared.put("comment", false);
      declared.put("owner", false);
    } else {
      Privileges privileges = privileges(object);
      declared.put("comment", comment(object).isPresent());
      declared.put("execute", privileges.execute().isPresent());
      declared.put("owner", privileges.owner().isPresent());
    }
    declared.values().removeIf(Boolean::booleanValue);
    return List.copyOf(declared.keySet());
  }

  /** What a routine's author says of its owner and of who may call it. */
  public static Privileges privileges(DatabaseObject object) {
    if (object instanceof Aggregate aggregate) {
      return aggregate.privileges();
    }
    return object instanceof Routine.Function function
        ? function.privileges()
        : Privileges.UNDECLARED;
  }

  private static Optional<String> comment(DatabaseObject routine) {
    return routine instanceof Aggregate aggregate
        ? aggregate.comment()
        : ((Routine) routine).comment();
  }

  /**
   * What the database's attributes of an object will be, as the catalog writes them; those only
   * that its author declares, or that PostgreSQL sets where he declares nothing.
   */
  SortedMap<String, String> attributes(DatabaseObject object) {
    if (object instanceof Trigger trigger) {
      return TriggerAttributes.of(trigger, identity(trigger.function()));
    } else if (object instanceof EventTrigger trigger) {
      return TriggerAttributes.of(trigger, identity(trigger.function()));
    }
    return object instanceof Aggregate aggregate
        ? attributes(aggregate)
        : routines.of((Routine) object);
  }

  private SortedMap<String, String> attributes(Aggregate aggregate) {
    SortedMap<String, String> all = new TreeMap<>();
    List<String> arguments = new ArrayList<>();
    for (Parameter parameter : aggregate.parameters()) {
      arguments.add(routines.argument(parameter));
    }
    all.put("arguments", String.join(", ", arguments));
    all.put("parallel", RoutineAttributes.lower(aggregate.parallel()));
    all.put("state function", identity(aggregate.state()));
    all.put("state type", routines.type(aggregate.state().parameters().get(0).type()));
    all.put("final function", aggregate.finalFunction().map(this::identity).orElse(""));
    all.put("combine function", aggregate.combineFunction().map(this::identity).orElse(""));
    all.put("initial", aggregate.initial().map(SqlText::quote).orElse(""));
    all.put("sort operator", aggregate.sortOperator().orElse(""));
    all.put("state size", "0");
    all.put("final function arguments", "state");
    all.put("final function modify", "r");
    all.put("serial functions", "");
    all.put("moving state", "");
    all.put("aggregate kind", "normal");
    RoutineAttributes.addPrivileges(all, aggregate.privileges());
    aggregate.comment().ifPresent(comment -> all.put("comment", comment));
    return all;
  }

  /** The identity of a routine as PostgreSQL writes it. */
  String identity(Routine routine) {
    return identity(
        routine.name(),
        routine instanceof Routine.Function function ? function.parameters() : List.of());
  }

  private String identity(QualifiedName name, List<Parameter> parameters) {
    return routines.identity(schema(name), name.name(), parameters);
  }

  private String schema(QualifiedName name) {
    return name.schema().orElse(currentSchema);
  }
}
