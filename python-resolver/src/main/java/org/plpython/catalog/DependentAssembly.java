package org.plpython.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plpython.catalog.DependentDefinition.Unwritten;

/** Puts together what was read of objects, and puts the objects in order. */
record DependentAssembly(
    Map<DependentAddress, DependentHead> heads,
    Map<DependentAddress, DependentDefinition> definitions) {
  /** What stands for itself and can be restored. */
  private static final Set<DependentKind> RECREATABLE =
      EnumSet.of(DependentKind.TRIGGER, DependentKind.VIEW);

  /** What can be restored along with a view. */
  private static final Set<DependentKind> RECREATABLE_PARTS =
      EnumSet.of(DependentKind.TRIGGER, DependentKind.RULE, DependentKind.COLUMN_DEFAULT);

  /** The dependents of one routine, each before what it depends on. */
  List<Dependent> of(DependentGraph graph) {
    Map<DependentAddress, Dependent> dependents = new HashMap<>();
    graph
        .objects()
        .forEach(
            (object, parts) -> {
              DependentHead head = heads.get(object);
              if (head != null) {
                dependents.put(object, dependent(graph, object, head, parts(graph, parts)));
              }
            });
    return DependentOrder.of(dependents, graph.dependents());
  }

  private List<Dependent> parts(DependentGraph graph, Collection<DependentAddress> objects) {
    List<Dependent> parts = new ArrayList<>();
    for (DependentAddress object : objects) {
      DependentHead head = heads.get(object);
      if (head != null) {
        parts.add(dependent(graph, object, head, List.of()));
      }
    }
    parts.sort(DependentOrder.BY_NAME);
    return parts;
  }

  private Dependent dependent(
      DependentGraph graph, DependentAddress object, DependentHead head, List<Dependent> parts) {
    DependentDefinition definition = definitions.getOrDefault(object, new Unwritten());
    return new Dependent(
        head.kind(),
        object.catalog(),
        object.oid(),
        head.identity(),
        head.name(),
        head.relation(),
        RECREATABLE.contains(head.kind())
            && !(definition instanceof Unwritten)
            && head.isPlain()
            && !graph.isOfExtension(object)
            && parts.stream().allMatch(part -> RECREATABLE_PARTS.contains(part.kind())),
        head.comment(),
        definition,
        parts);
  }
}
