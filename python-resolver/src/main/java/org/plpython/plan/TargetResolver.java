package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plpython.catalog.ResolvedNames;
import org.plpython.catalog.ResolvedNames.ResolvedTable;
import org.plpython.catalog.ServerFacts;
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
  private static final List<String> PRIVILEGES = List.of("comment", "execute", "owner");

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
      return target(
          trigger,
          "",
          trigger.name(),
          trigger.identity(),
          TriggerAttributes.of(trigger, identity(trigger.function())),
          List.of("comment", "enabled", "owner"));
    } else if (object instanceof Aggregate aggregate) {
      return target(
          aggregate,
          schema(aggregate.name()),
          aggregate.name().name(),
          identity(aggregate.name(), aggregate.parameters()),
          attributes(aggregate),
          PRIVILEGES);
    }
    Routine routine = (Routine) object;
    return target(
        routine,
        schema(routine.name()),
        routine.name().name(),
        identity(routine),
        routines.of(routine),
        PRIVILEGES);
  }

  private Target resolve(Trigger trigger) {
    Optional<ResolvedTable> table = names.table(trigger.table().sql());
    String schema = table.map(ResolvedTable::schema).orElseGet(() -> schema(trigger.table()));
    String sql =
        new QualifiedName(
                Optional.of(schema).filter(s -> !s.isEmpty()),
                table.map(ResolvedTable::name).orElse(trigger.table().name()))
            .sql();
    SortedMap<String, String> attributes =
        TriggerAttributes.of(trigger, identity(trigger.function()));
    return new Target(
        trigger,
        schema,
        trigger.name(),
        sql + "." + Identifier.quote(trigger.name()),
        Optional.of(sql),
        attributes,
        undeclared(attributes, List.of("enabled")));
  }

  private static Target target(
      DatabaseObject object,
      String schema,
      String name,
      String identity,
      SortedMap<String, String> attributes,
      List<String> optional) {
    return new Target(
        object,
        schema,
        name,
        identity,
        Optional.empty(),
        attributes,
        undeclared(attributes, optional));
  }

  private static List<String> undeclared(
      SortedMap<String, String> attributes, List<String> optional) {
    return optional.stream().filter(name -> !attributes.containsKey(name)).toList();
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
