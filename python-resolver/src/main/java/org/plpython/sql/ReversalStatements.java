package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Registered;
import org.plpython.catalog.RegisteredDefinition;
import org.plpython.catalog.RegisteredDefinition.Earlier;
import org.plpython.catalog.RegistryTable;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Trigger;

/** Writes the statements that undo the latest deploy of one object. */
public final class ReversalStatements {
  /** The manual's appendix A: {@code cannot change return type of existing function}, and such. */
  private static final String REPLACE =
      """
      BEGIN
        EXECUTE %1$s;
      EXCEPTION WHEN invalid_function_definition THEN
        DROP ROUTINE %2$s;
        EXECUTE %1$s;
      END""";

  /** What an author may leave to others. */
  private static final List<String> LEFT_TO_OTHERS =
      List.of("comment", "enabled", "execute", "owner");

  private final RegistryStatements rows;

  /** For a project's rows. */
  public ReversalStatements(RegistryTable registry, String project) {
    this.rows = new RegistryStatements(registry, project);
  }

  /**
   * Those that make it what it was.
   *
   * @param earlier what was there before; empty: nothing was, and it goes
   */
  public List<String> making(RegisteredDefinition present, Optional<Earlier> earlier) {
    Registered object = present.object();
    if (earlier.isEmpty()) {
      return DropStatements.ifThere(object);
    }
    String definition = earlier.get().definition();
    if (isSame(object, earlier.get()) && isRoutine(earlier.get())) {
      return List.of(
          "DO "
              + DollarQuote.quote(
                  REPLACE.formatted(DollarQuote.quote(definition), object.identity())));
    }
    List<String> statements = new ArrayList<>(DropStatements.ifThere(object));
    statements.add(definition);
    return statements;
  }

  /** Those that have the registry say so, for when the search path is pg_catalog. */
  public List<String> noting(RegisteredDefinition present, Optional<Earlier> earlier) {
    Registered object = present.object();
    if (earlier.isEmpty()) {
      return List.of(rows.forget(object.kind(), object.identity()));
    }
    List<String> statements = new ArrayList<>();
    if (!isSame(object, earlier.get())) {
      statements.add(
          rows.restore(
              object.kind(), object.identity(), earlier.get().kind(), earlier.get().identity()));
    }
    statements.add(rows.record(List.of(row(present, earlier.get()))));
    statements.add(rows.forgetEarlier(earlier.get().kind(), earlier.get().identity()));
    return statements;
  }

  /** Those that remove what has yet to be deployed. */
  public List<String> removal(DatabaseObject object) {
    String name = object instanceof Trigger trigger ? trigger.name() : object.identity();
    Registered expected =
        new Registered(
            "", object.kind(), "", name, object.identity(), object.identity(), "", "", 0);
    List<String> statements = new ArrayList<>(DropStatements.ifThere(expected));
    statements.add(rows.forgetDeclared(object.kind(), object.identity()));
    return statements;
  }

  private static boolean isSame(Registered object, Earlier earlier) {
    return object.kind().equals(earlier.kind()) && object.identity().equals(earlier.identity());
  }

  private static boolean isRoutine(Earlier earlier) {
    return !earlier.kind().endsWith("trigger");
  }

  /** No source has this checksum: the next deploy makes of it what its source says. */
  private static RegistryRow row(RegisteredDefinition present, Earlier earlier) {
    Registered object = present.object();
    return new RegistryRow(
        earlier.kind(),
        earlier.identity(),
        object.declared(),
        earlier.kind().equals("trigger")
            ? DropStatements.tableOf(earlier.identity(), object.name())
            : "",
        object.name(),
        object.source(),
        "",
        LEFT_TO_OTHERS.stream().filter(it -> !present.recorded().contains(it)).toList(),
        Optional.empty(),
        earlier.definition());
  }
}
