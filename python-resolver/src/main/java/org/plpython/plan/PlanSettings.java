package org.plpython.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plpython.catalog.Registered;

/**
 * What a plan may do.
 *
 * @param project whose objects these are; empty: nobody's, and nothing is removed
 * @param registry the registry's table, as {@code table} or {@code schema.table}; empty: none is
 *     read or written, and all that is there is nobody's
 * @param adopt whether objects that are there, differ and are not ours may be replaced
 * @param dependents what happens to objects that hang on one that must be dropped
 * @param removal which objects that the sources no longer hold may be removed
 * @param drift what happens to objects that somebody changed in the database
 */
public record PlanSettings(
    Optional<String> project,
    Optional<String> registry,
    boolean adopt,
    Dependents dependents,
    Removal removal,
    DriftPolicy drift) {

  /** The registry's name, in the first schema of the search path. */
  public static final String REGISTRY = "plpython_objects";

  /** Without a project. */
  public static final PlanSettings DEFAULT =
      new PlanSettings(
          Optional.empty(), Optional.of(REGISTRY), false, Dependents.REFUSE, Removal.DEFAULT);

  public PlanSettings {
    Objects.requireNonNull(project);
    Objects.requireNonNull(registry);
    Objects.requireNonNull(dependents);
    Objects.requireNonNull(removal);
    Objects.requireNonNull(drift);
  }

  /** With what drifted repaired. */
  public PlanSettings(
      Optional<String> project,
      Optional<String> registry,
      boolean adopt,
      Dependents dependents,
      Removal removal) {
    this(project, registry, adopt, dependents, removal, DriftPolicy.REPAIR);
  }

  /** The same, with objects of some identities never removed. */
  public PlanSettings protecting(Collection<String> identities) {
    return new PlanSettings(
        project, registry, adopt, dependents, removal.protecting(identities), drift);
  }

  /** The same for looking alone: nothing that is registered is removed, and drift is told. */
  public PlanSettings looking(Collection<Registered> registered) {
    return protecting(registered.stream().map(Registered::identity).toList())
        .with(DriftPolicy.REPORT);
  }

  /** The same, with another policy for what drifted. */
  public PlanSettings with(DriftPolicy policy) {
    return new PlanSettings(project, registry, adopt, dependents, removal, policy);
  }

  /**
   * What happens to objects that somebody changed in the database. One that somebody dropped is
   * always made again, unless the plan is refused.
   */
  public enum DriftPolicy {
    /** They become again what their sources say. */
    REPAIR,
    /** They stay as they are, until their sources change. */
    REPORT,
    /** They stop the deploy. */
    FAIL;

    /** In words. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happens to objects that hang on one that must be dropped. */
  public enum Dependents {
    /** They stop the deploy. */
    REFUSE,
    /** Triggers and plain views are dropped and made again; others stop the deploy. */
    RECREATE;

    /** In words. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which objects may be removed.
   *
   * @param isAllowed whether more than the threshold, or all of them, may be
   * @param threshold how many are removed without being allowed; not negative
   * @param schemas where objects may be removed; empty: wherever the project has some
   * @param isProtected says of an identity whether it stays
   * @param staying identities that stay
   */
  public record Removal(
      boolean isAllowed,
      int threshold,
      Set<String> schemas,
      List<Protection> isProtected,
      Set<String> staying) {
    /** Ten objects, anywhere. */
    public static final Removal DEFAULT = new Removal(false, 10, Set.of(), List.of());

    public Removal {
      schemas = Set.copyOf(schemas);
      isProtected = List.copyOf(isProtected);
      staying = Set.copyOf(staying);
      if (threshold < 0) {
        throw new IllegalStateException("a threshold of " + threshold);
      }
    }

    /** With no more than the patterns to protect objects. */
    public Removal(
        boolean isAllowed, int threshold, Set<String> schemas, List<Protection> isProtected) {
      this(isAllowed, threshold, schemas, isProtected, Set.of());
    }

    Removal protecting(Collection<String> identities) {
      Set<String> all = new HashSet<>(staying);
      all.addAll(identities);
      return new Removal(isAllowed, threshold, schemas, isProtected, all);
    }

    /**
     * Why so many objects may not be removed at once; empty: they may.
     *
     * @param removed how many would be
     * @param staying how many others the project has
     */
    public Optional<Refusal> refusal(long removed, long staying) {
      boolean isAll = removed > 0 && staying == 0;
      if (isAllowed || !(isAll || removed > threshold)) {
        return Optional.empty();
      }
      return Optional.of(
          new Refusal(
              Optional.empty(),
              isAll
                  ? "the sources hold nothing of what the project has in the database: "
                      + removed
                      + (removed == 1 ? " object" : " objects")
                      + " would be removed"
                  : "%d objects would be removed, which is more than %d"
                      .formatted(removed, threshold),
              "Look whether the location is the right one. If it is, say --allow-removal.",
              Optional.empty()));
    }

    /** Whether an object may be removed once the sources no longer hold it. */
    public boolean covers(Registered row) {
      boolean isManaged =
          schemas.isEmpty() || row.schema().isEmpty() || schemas.contains(row.schema());
      return isManaged
          && !staying.contains(row.identity())
          && isProtected.stream().noneMatch(it -> it.covers(row.identity()));
    }
  }

  /**
   * Objects that stay whatever the sources hold.
   *
   * @param pattern of their identities; {@code *} stands for any characters
   */
  public record Protection(String pattern) {
    boolean covers(String identity) {
      String[] literals = pattern.split("\\*", -1);
      StringBuilder regex = new StringBuilder();
      for (int i = 0; i < literals.length; i++) {
        regex.append(i == 0 ? "" : ".*").append(Pattern.quote(literals[i]));
      }
      return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(identity).matches();
    }
  }
}
