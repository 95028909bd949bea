package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plpython.catalog.Catalog;
import org.plpython.catalog.CatalogReader;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.DependentReader;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.ResolvedNames;
import org.plpython.catalog.SearchPath;
import org.plpython.catalog.TrialReader;
import org.plpython.catalog.TriggerPartReader;
import org.plpython.catalog.Wanted;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.Planner;
import org.plpython.plan.TargetResolver;

/** Reads what a plan is made of, in a transaction of its connection. Nothing is changed. */
final class PlanReader {
  private final Connection connection;
  private final PlanSettings settings;

  PlanReader(Connection connection, PlanSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /**
   * The plan for objects.
   *
   * @throws DeployException if the registry is a later version's
   */
  Plan read(List<DatabaseObject> objects) throws SQLException {
    return read(objects, true);
  }

  /**
   * The same.
   *
   * @param isChecked whether to look for what the server and the role cannot take
   */
  Plan read(List<DatabaseObject> objects, boolean isChecked) throws SQLException {
    return read(objects, isChecked, Surroundings.read(connection, settings));
  }

  /** The same, with what this transaction has found already. */
  Plan read(List<DatabaseObject> objects, boolean isChecked, Surroundings found)
      throws SQLException {
    String path = SearchPath.get(connection);
    ResolvedNames names =
        ResolvedNames.read(
            connection, TargetResolver.types(objects), TargetResolver.tables(objects));
    Planner planner = new Planner(settings, found.server(), found.registry(), names, objects);
    Plan plan = read(planner, found.registry(), path);
    if (isChecked) {
      plan =
          plan.refusedFor(
              new Requirements(connection, found.server(), found.registry(), names).missing(plan));
    }
    SearchPath.set(connection, path);
    return plan;
  }

  private Plan read(Planner planner, RegistryTable registry, String path) throws SQLException {
    CatalogReader reader = new CatalogReader(connection, registry, settings.project().orElse(""));
    List<Wanted> wanted = planner.wanted();
    Planner.Decided decided = decide(planner, reader.read(wanted), path);
    Map<Long, List<Dependent>> dependents = dependents(decided);
    Collection<String> unknown = decided.unknown(dependents);
    if (!unknown.isEmpty()) {
      decided = decide(planner, reader.read(inDetail(wanted, unknown)), path);
      dependents = dependents(decided);
    }
    return decided.plan(dependents, TriggerPartReader.read(connection, decided.triggers()));
  }

  private Planner.Decided decide(Planner planner, Catalog catalog, String path)
      throws SQLException {
    Planner.Compared compared = planner.compare(catalog);
    return compared.decide(new TrialReader(connection, path).read(compared.trials()));
  }

  private Map<Long, List<Dependent>> dependents(Planner.Decided decided) throws SQLException {
    return DependentReader.read(connection, decided.dropped());
  }

  /** No checksum is known to the registry for those. */
  private static List<Wanted> inDetail(List<Wanted> wanted, Collection<String> identities) {
    Set<String> known = new HashSet<>(identities);
    return wanted.stream()
        .map(
            it ->
                known.contains(it.identity())
                    ? new Wanted(it.kind(), it.schema(), it.name(), it.identity(), it.source(), "")
                    : it)
        .toList();
  }
}
