package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.object.Parameter;
import org.plpython.object.Routine;

/**
 * The order in which changes are made: what others are made of comes first. A function comes after
 * those that its parameters' defaults call.
 */
final class CreationOrder {
  private static final List<String> KINDS =
      List.of("function", "procedure", "aggregate", "trigger", "event trigger");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*", Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, List<Change>> byName = new HashMap<>();
  private final Set<Change> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Change> ordered = new ArrayList<>();

  private CreationOrder(List<? extends Change> changes) {
    changes.forEach(
        change -> byName.computeIfAbsent(name(change), n -> new ArrayList<>()).add(change));
    for (String kind : KINDS) {
      changes.stream().filter(it -> it.item().kind().equals(kind)).forEach(this::add);
    }
  }

  /** The changes in their order. */
  static <T extends Change> List<T> of(List<T> changes, Class<T> type) {
    return new CreationOrder(changes).ordered.stream().map(type::cast).toList();
  }

  private static String name(Change change) {
    return change.after().map(Target::name).orElse("");
  }

  /** Functions that call each other in their defaults cannot be made in any order. */
  private void add(Change change) {
    if (visited.add(change)) {
      for (String called : called(change)) {
        byName.getOrDefault(called, List.of()).forEach(this::add);
      }
      ordered.add(change);
    }
  }

  private static Set<String> called(Change change) {
    Set<String> called = new LinkedHashSet<>();
    change
        .after()
        .map(Target::object)
        .filter(Routine.Function.class::isInstance)
        .map(Routine.Function.class::cast)
        .ifPresent(function -> function.parameters().forEach(it -> addAll(it, called)));
    return called;
  }

  private static void addAll(Parameter parameter, Set<String> called) {
    String text = parameter.defaultValue().filter(it -> it.contains("(")).orElse("");
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      called.add(word.group());
    }
  }
}
