package org.plpython.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts dependents into the order in which they can be dropped; the same in every database. */
final class DependentOrder {
  static final Comparator<Dependent> BY_NAME =
      Comparator.comparing(Dependent::kind).thenComparing(Dependent::identity);

  private final Map<DependentAddress, Dependent> objects;
  private final Map<DependentAddress, Set<DependentAddress>> dependents;
  private final Set<DependentAddress> seen = new HashSet<>();
  private final List<Dependent> ordered = new ArrayList<>();

  private DependentOrder(
      Map<DependentAddress, Dependent> objects,
      Map<DependentAddress, Set<DependentAddress>> dependents) {
    this.objects = objects;
    this.dependents = dependents;
  }

  /** A circle, which nobody can drop without CASCADE, is broken by name. */
  static List<Dependent> of(
      Map<DependentAddress, Dependent> objects,
      Map<DependentAddress, Set<DependentAddress>> dependents) {
    DependentOrder order = new DependentOrder(objects, dependents);
    order.addAll(objects.keySet());
    return List.copyOf(order.ordered);
  }

  private void addAll(Set<DependentAddress> addresses) {
    addresses.stream()
        .flatMap(address -> Stream.ofNullable(objects.get(address)).map(o -> Map.entry(address, o)))
        .sorted(Map.Entry.comparingByValue(BY_NAME))
        .forEach(object -> add(object.getKey(), object.getValue()));
  }

  private void add(DependentAddress address, Dependent object) {
    if (seen.add(address)) {
      addAll(dependents.getOrDefault(address, Set.of()));
      ordered.add(object);
    }
  }
}
