package org.plpython.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.RegistryTable;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.TargetResolver;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.GuardStatements;
import org.plpython.sql.RegistryRow;
import org.plpython.sql.RegistryStatements;

/**
 * What brings an object into a database that nobody can look at: everything that depends on what is
 * there is decided when the script runs. It replaces nothing that is not ours, and fails where only
 * a look at the database could tell what to do.
 */
public final class UnseenScript {
  private final PlanSettings settings;
  private final Opening opening;
  private final RegistryStatements rows;
  private final RegistryTable registry;

  /** For a project whose registry is named with its schema, or is in the session's first. */
  public UnseenScript(PlanSettings settings, DeploySettings timing) {
    this.settings = settings;
    this.opening = new Opening(timing);
    this.registry = RegistryTable.named(settings.registry().orElse(PlanSettings.REGISTRY));
    this.rows = new RegistryStatements(registry, settings.project().orElse(""));
  }

  /**
   * The statements, as a whole transaction, without semicolons at their ends. A trigger's function
   * is an object of its own.
   */
  public List<String> of(DatabaseObject object) {
    GuardStatements guard = new GuardStatements(registry, settings.project().orElse(""), object);
    List<String> statements = new ArrayList<>(rows.create());
    statements.add(guard.check(settings.adopt()));
    statements.addAll(DdlWriter.statements(object));
    statements.add(guard.remember());
    statements.add(RegistryStatements.CATALOG_PATH);
    statements.add(rows.recordComputed(row(object, guard)));
    return opening.script(statements);
  }

  private static RegistryRow row(DatabaseObject object, GuardStatements guard) {
    return new RegistryRow(
        object.kind(),
        guard.identity(),
        object.identity(),
        guard.table(),
        guard.name(),
        object.origin().file().path(),
        object.checksum().sha256(),
        TargetResolver.undeclared(object),
        Optional.empty(),
        String.join(";\n", DdlWriter.statements(object)));
  }
}
