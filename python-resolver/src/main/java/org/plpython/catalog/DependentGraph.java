package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What depends on one routine, directly or through something else, and on what that depends in
 * turn, as pg_depend has it.
 */
final class DependentGraph {
  private record Edge(DependentAddress to, String type) {}

  private final DependentAddress root;
  private final Map<DependentAddress, List<Edge>> edges = new LinkedHashMap<>();

  private DependentGraph(DependentAddress root) {
    this.root = root;
  }

  /** For each of the routines that anything depends on. */
  static Collection<DependentGraph> read(DependentQuery query, Collection<Long> routines)
      throws SQLException {
    Map<Long, DependentGraph> graphs = new LinkedHashMap<>();
    List<DependentAddress> asked =
        routines.stream().map(DependentAddress::ofRoutine).distinct().toList();
    query.list(
        asked,
        DependentEdges.QUERY,
        row -> graphs.computeIfAbsent(row.getLong(1), DependentGraph::of).add(row));
    return graphs.values();
  }

  private static DependentGraph of(long routine) {
    return new DependentGraph(DependentAddress.ofRoutine(routine));
  }

  private boolean add(ResultSet row) throws SQLException {
    List<Edge> from =
        edges.computeIfAbsent(DependentAddress.read(row, 2), address -> new ArrayList<>());
    @Nullable String type = row.getString(8);
    return type != null && from.add(new Edge(DependentAddress.read(row, 5), type));
  }

  /** The OID of the routine. */
  long routine() {
    return root.oid();
  }

  /** Whether an object belongs to an extension, which alone may drop it. */
  boolean isOfExtension(DependentAddress object) {
    return edges(object).stream().anyMatch(edge -> edge.type().equals("e"));
  }

  /**
   * The objects that stand for themselves, each with those that are dropped along with it and can
   * be named; in no order.
   */
  Map<DependentAddress, List<DependentAddress>> objects() {
    Map<DependentAddress, List<DependentAddress>> objects = new LinkedHashMap<>();
    for (DependentAddress node : edges.keySet()) {
      DependentAddress container = container(node);
      if (isWhole(node) && isWhole(container) && !node.equals(root)) {
        List<DependentAddress> parts =
            objects.computeIfAbsent(container, address -> new ArrayList<>());
        if (!node.equals(container)) {
          parts.add(node);
        }
      }
    }
    return objects;
  }

  private boolean isWhole(DependentAddress node) {
    return node.equals(whole(node));
  }

  /** Which other objects that stand for themselves depend on each of them. */
  Map<DependentAddress, Set<DependentAddress>> dependents() {
    Map<DependentAddress, Set<DependentAddress>> dependents = new HashMap<>();
    edges.forEach(
        (node, itsEdges) -> {
          DependentAddress from = standing(node);
          for (Edge edge : itsEdges) {
            found(edge.to())
                .map(this::standing)
                .filter(to -> !to.equals(from))
                .ifPresent(
                    to -> dependents.computeIfAbsent(to, a -> new LinkedHashSet<>()).add(from));
          }
        });
    return dependents;
  }

  /** What stands for itself and has an object in it. */
  private DependentAddress standing(DependentAddress node) {
    return whole(container(whole(node)));
  }

  private List<Edge> edges(DependentAddress node) {
    return edges.getOrDefault(node, List.of());
  }

  private Optional<DependentAddress> found(DependentAddress to) {
    return edges.containsKey(to)
        ? Optional.of(to)
        : Optional.of(to.whole()).filter(edges::containsKey);
  }

  /** What an object is an inseparable part of: a view's query of the view; else itself. */
  private DependentAddress whole(DependentAddress node) {
    Set<DependentAddress> seen = new HashSet<>();
    DependentAddress at = node;
    Optional<DependentAddress> next = Optional.of(node);
    while (next.isPresent() && seen.add(next.get())) {
      at = next.get();
      next = owner(at);
    }
    return at;
  }

  private Optional<DependentAddress> owner(DependentAddress node) {
    if (node.column() != 0 && edges.containsKey(node.whole())) {
      return Optional.of(node.whole());
    }
    return edges(node).stream()
        .filter(edge -> edge.type().equals("i") || edge.type().equals("P"))
        .map(Edge::to)
        .filter(edges::containsKey)
        .findFirst();
  }

  /** The relation that takes an object with it when it is dropped: a view its triggers. */
  private DependentAddress container(DependentAddress node) {
    return edges(node).stream()
        .filter(edge -> edge.type().equals("a") && edge.to().catalog() == DependentAddress.CLASSES)
        .map(edge -> edge.to().whole())
        .filter(relation -> edges.containsKey(relation) && !relation.equals(node))
        .findFirst()
        .orElse(node);
  }
}
