package org.plpython.plan;

import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.Installed;

/** What a plan does with one object. */
public sealed interface Change {

  /** Which object it is. */
  Item item();

  /** Why. */
  Reason reason();

  /** What it costs, sorted as it happens. */
  List<Hazard> hazards();

  /** In which attributes the object will differ; what is created or dropped has none. */
  default List<Difference> differences() {
    return List.of();
  }

  /** What the database will hold; empty: it is removed. */
  default Optional<Target> after() {
    return Optional.empty();
  }

  /** What the database holds in its place; empty: nothing. */
  default Optional<Installed> present() {
    return Optional.empty();
  }

  /** Its name for programs. */
  String action();

  /** The database gets it. */
  record Create(Target target, Reason reason, List<Hazard> hazards) implements Change {
    public Create {
      hazards = List.copyOf(hazards);
    }

    @Override
    public Item item() {
      return target.item();
    }

    @Override
    public Optional<Target> after() {
      return Optional.of(target);
    }

    @Override
    public String action() {
      return "create";
    }
  }

  /** It becomes another one, and everything that uses it stays. */
  record Replace(
      Target target,
      Installed before,
      Reason reason,
      List<Difference> differences,
      List<Hazard> hazards)
      implements Change {
    public Replace {
      differences = List.copyOf(differences);
      hazards = List.copyOf(hazards);
    }

    @Override
    public Item item() {
      return target.item();
    }

    @Override
    public Optional<Target> after() {
      return Optional.of(target);
    }

    @Override
    public Optional<Installed> present() {
      return Optional.of(before);
    }

    @Override
    public String action() {
      return "replace";
    }
  }

  /**
   * It is dropped and made again.
   *
   * @param before what is dropped; it may have other argument types, and so another identity
   * @param dependents what is dropped before and made again after it; the first to be dropped
   *     stands first
   */
  record Recreate(
      Target target,
      Installed before,
      Reason reason,
      List<Difference> differences,
      List<Dependent> dependents,
      List<Hazard> hazards)
      implements Change {
    public Recreate {
      differences = List.copyOf(differences);
      dependents = List.copyOf(dependents);
      hazards = List.copyOf(hazards);
    }

    @Override
    public Item item() {
      return target.item();
    }

    @Override
    public Optional<Target> after() {
      return Optional.of(target);
    }

    @Override
    public Optional<Installed> present() {
      return Optional.of(before);
    }

    @Override
    public String action() {
      return "recreate";
    }
  }

  /** It is removed: the sources no longer hold it. */
  record Drop(Item item, Installed before, List<Hazard> hazards) implements Change {
    public Drop {
      hazards = List.copyOf(hazards);
    }

    @Override
    public Reason reason() {
      return Reason.GONE;
    }

    @Override
    public Optional<Installed> present() {
      return Optional.of(before);
    }

    @Override
    public String action() {
      return "drop";
    }
  }
}
