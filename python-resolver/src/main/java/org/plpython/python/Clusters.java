package org.plpython.python;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The symbols that lead to each other, taken as one: from each of them the same is reached. In a
 * large file most names do, and a walk over them for every statement would take seconds. Found by
 * Tarjan's algorithm; later changes of the symbols' contents do not matter.
 */
final class Clusters {
  private final Map<Symbol, Cluster> clusters = new HashMap<>();
  private final Map<Symbol, Integer> order = new HashMap<>();
  private final Deque<Symbol> unfinished = new ArrayDeque<>();
  private final Deque<Step> path = new ArrayDeque<>();

  /** Symbols that lead to each other. */
  private static final class Cluster {
    private final Set<Symbol> variables = new HashSet<>();
    private final Set<Symbol> changedByCall = new HashSet<>();
    private final Set<Cluster> next = new HashSet<>();
  }

  private static final class Step {
    private final Symbol symbol;
    private final Iterator<Symbol> contents;
    private int lowest;

    Step(Symbol symbol, int lowest) {
      this.symbol = symbol;
      this.contents = symbol.contents().iterator();
      this.lowest = lowest;
    }
  }

  /**
   * What a call that gets some objects changes: what functions that are reached from there say, and
   * those variables among what is reached that it may change.
   */
  Set<Symbol> changedBy(Collection<Symbol> symbols, Predicate<Symbol> mayChange) {
    Set<Cluster> reached = new HashSet<>();
    Deque<Cluster> open = new ArrayDeque<>();
    for (Symbol symbol : symbols) {
      add(symbol);
      open.add(clusterOf(symbol));
    }
    Set<Symbol> changed = new HashSet<>();
    while (!open.isEmpty()) {
      Cluster cluster = open.pop();
      if (reached.add(cluster)) {
        changed.addAll(cluster.changedByCall);
        cluster.variables.stream().filter(mayChange).forEach(changed::add);
        open.addAll(cluster.next);
      }
    }
    return changed;
  }

  private Cluster clusterOf(Symbol symbol) {
    return Objects.requireNonNull(clusters.get(symbol));
  }

  /** Finds the cluster of a symbol and those of all that is reached from it. */
  void add(Symbol symbol) {
    if (!order.containsKey(symbol)) {
      enter(symbol);
    }
    while (!path.isEmpty()) {
      Step step = path.element();
      if (step.contents.hasNext()) {
        look(step, step.contents.next());
      } else {
        leave(path.pop());
      }
    }
  }

  private void enter(Symbol symbol) {
    int number = order.size();
    order.put(symbol, number);
    unfinished.push(symbol);
    path.push(new Step(symbol, number));
  }

  private void look(Step step, Symbol symbol) {
    Integer number = order.get(symbol);
    if (number == null) {
      enter(symbol);
    } else if (!clusters.containsKey(symbol)) {
      step.lowest = Math.min(step.lowest, number);
    }
  }

  private void leave(Step step) {
    Integer number = order.get(step.symbol);
    if (number != null && number == step.lowest) {
      close(step.symbol);
    }
    if (!path.isEmpty()) {
      path.element().lowest = Math.min(path.element().lowest, step.lowest);
    }
  }

  private void close(Symbol first) {
    Cluster cluster = new Cluster();
    Set<Symbol> members = new HashSet<>();
    while (!members.contains(first)) {
      Symbol member = unfinished.pop();
      members.add(member);
      clusters.put(member, cluster);
      cluster.changedByCall.addAll(member.changedByCall());
      if (member.isVariable()) {
        cluster.variables.add(member);
      }
    }
    for (Symbol member : members) {
      member.contents().forEach(symbol -> cluster.next.add(clusterOf(symbol)));
    }
  }
}
