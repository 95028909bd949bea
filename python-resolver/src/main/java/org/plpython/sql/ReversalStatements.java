package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Registered;
import org.plpython.catalog.RegisteredDefinition;
import org.plpython.catalog.RegisteredDefinition.Earlier;
import org.plpython.catalog.RegistryTable;
import org.plpython.object.Identifier;

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

  /** It was not there before: it goes. */
  public List<String> removal(Registered object) {
    List<String> statements = new ArrayList<>(DropStatements.ifThere(object));
    statements.add(rows.forget(object.kind(), object.identity()));
    return statements;
  }

  /** What was there before is there again, and the registry says so. */
  public List<String> restoration(RegisteredDefinition present, Earlier earlier) {
    Registered object = present.object();
    boolean isSame =
        object.kind().equals(earlier.kind()) && object.identity().equals(earlier.identity());
    List<String> statements = new ArrayList<>();
    if (!isSame || !isRoutine(earlier)) {
      statements.addAll(DropStatements.ifThere(object));
      statements.add(earlier.definition());
    } else {
      statements.add(
          "DO "
              + DollarQuote.quote(
                  REPLACE.formatted(DollarQuote.quote(earlier.definition()), earlier.identity())));
    }
    statements.add("SET LOCAL search_path TO pg_catalog");
    if (!isSame) {
      statements.add(
          rows.restore(object.kind(), object.identity(), earlier.kind(), earlier.identity()));
    }
    statements.add(rows.record(List.of(row(present, earlier))));
    return statements;
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
        earlier.kind().equals("trigger") ? table(earlier.identity(), object.name()) : "",
        object.name(),
        object.source(),
        "",
        LEFT_TO_OTHERS.stream().filter(it -> !present.recorded().contains(it)).toList(),
        Optional.empty(),
        earlier.definition());
  }

  /** A trigger's identity is that of its table with its own name after it. */
  private static String table(String identity, String name) {
    return identity.substring(0, identity.length() - Identifier.quote(name).length() - 1);
  }
}
