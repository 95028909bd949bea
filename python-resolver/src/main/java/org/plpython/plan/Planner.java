package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.plpython.catalog.Catalog;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.ResolvedNames;
import org.plpython.catalog.ServerFacts;
import org.plpython.catalog.Trial;
import org.plpython.catalog.TriggerPart;
import org.plpython.catalog.Wanted;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Decision.Alter;
import org.plpython.plan.Decision.Remove;

/**
 * Makes the plan of a deploy, step by step, as each step says what has to be read for the next one:
 * {@link #wanted}, {@link #compare}, {@link Compared#decide}, {@link Decided#plan}. It reads
 * nothing itself.
 */
public final class Planner {
  private final PlanSettings settings;
  private final ServerFacts server;
  private final RegistryTable registry;
  private final RoutineAttributes routines;
  private final TargetResolver resolver;
  private final List<Target> targets;

  /**
   * For objects, with the names that {@link TargetResolver} lists of them as the server resolves
   * them.
   */
  public Planner(
      PlanSettings settings,
      ServerFacts server,
      RegistryTable registry,
      ResolvedNames names,
      List<DatabaseObject> objects) {
    this.settings = settings;
    this.server = server;
    this.registry = registry;
    this.routines = new RoutineAttributes(names, server);
    this.resolver = new TargetResolver(names, server);
    this.targets = objects.stream().map(resolver::resolve).toList();
  }

  /** What to look for in the catalog. */
  public List<Wanted> wanted() {
    return Comparison.wanted(targets);
  }

  /** The next step, with what the catalog holds. */
  public Compared compare(Catalog catalog) {
    return new Compared(new Comparison(settings, resolver, targets, catalog));
  }

  /** A plan whose objects have been put beside those of the database. */
  public final class Compared {
    private final Comparison comparison;

    private Compared(Comparison comparison) {
      this.comparison = comparison;
    }

    /** The likenesses to make, to see how the server reads what is there and may change. */
    public List<Trial> trials() {
      return comparison.trials();
    }

    /** The next step, with what the server made of the likenesses, by identity. */
    public Decided decide(Map<String, SortedMap<String, String>> tried) {
      Decisions decisions =
          new Decisions(settings, server, new Signatures(routines), comparison).decide(tried);
      return new Decided(comparison, decisions);
    }
  }

  /** A plan that lacks nothing but what hangs on the objects that are dropped. */
  public final class Decided {
    private final Comparison comparison;
    private final Decisions decisions;

    private Decided(Comparison comparison, Decisions decisions) {
      this.comparison = comparison;
      this.decisions = decisions;
    }

    /** The routines that are dropped: what hangs on them has to be known. */
    public Set<Long> dropped() {
      Set<Long> dropped = new HashSet<>();
      for (Decision decision : decisions.decided()) {
        if (decision instanceof Alter alter && alter.isDropped()) {
          dropped.add(alter.before().oid());
        } else if (decision instanceof Remove remove) {
          remove.before().ifPresent(it -> dropped.add(it.oid()));
        }
      }
      return dropped;
    }

    /** The triggers that are replaced: what redeploys keep of them has to be known. */
    public Set<Long> triggers() {
      Set<Long> triggers = new HashSet<>();
      for (Decision decision : decisions.decided()) {
        if (decision instanceof Alter alter && alter.before().kind().equals("trigger")) {
          triggers.add(alter.before().oid());
        }
      }
      return triggers;
    }

    /**
     * Identities that have to be read in detail, although they are up to date, as something that
     * they hang on is dropped; empty: nothing has to be read again.
     */
    public Collection<String> unknown(Map<Long, List<Dependent>> dependents) {
      List<String> identities = new ArrayList<>();
      dependents.values().forEach(all -> all.forEach(it -> identities.add(it.identity())));
      return comparison.unknown(identities);
    }

    /**
     * The plan.
     *
     * @param dependents by the oid of what is dropped
     * @param parts by the oid of the trigger
     */
    public Plan plan(Map<Long, List<Dependent>> dependents, Map<Long, List<TriggerPart>> parts) {
      return new PlanBuilder(settings, server, registry, comparison, decisions)
          .build(dependents, parts);
    }
  }
}
