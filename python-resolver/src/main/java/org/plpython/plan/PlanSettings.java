package org.plpython.plan;

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
 */
public record PlanSettings(
    Optional<String> project,
    Optional<String> registry,
    boolean adopt,
    Dependents dependents,
    Removal removal) {

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
   */
  public record Removal(
      boolean isAllowed, int threshold, Set<String> schemas, List<Protection> isProtected) {
    /** Ten objects, anywhere. */
    public static final Removal DEFAULT = new Removal(false, 10, Set.of(), List.of());

    public Removal {
      schemas = Set.copyOf(schemas);
      isProtected = List.copyOf(isProtected);
      if (threshold < 0) {
        throw new IllegalStateException("a threshold of " + threshold);
      }
    }

    /** Whether an object may be removed once the sources no longer hold it. */
    boolean covers(Registered row) {
      boolean isManaged =
          schemas.isEmpty() || row.schema().isEmpty() || schemas.contains(row.schema());
      return isManaged && isProtected.stream().noneMatch(it -> it.covers(row.identity()));
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
