package org.plpython.descriptor;

import java.util.IdentityHashMap;
import java.util.List;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.python.Statement.Function;

/** Keeps track of what says something about each Python function. */
final class DescribedFunctions {
  private final IdentityHashMap<Function, Place> decorated = new IdentityHashMap<>();
  private final IdentityHashMap<Function, Entry> described = new IdentityHashMap<>();

  DescribedFunctions(List<Declaration> declarations) {
    declarations.forEach(declaration -> decorated.put(declaration.function(), place(declaration)));
  }

  private static Place place(Declaration declaration) {
    if (declaration instanceof FunctionDeclaration function) {
      return function.place();
    } else if (declaration instanceof TriggerDeclaration trigger) {
      return trigger.triggers().get(0).place();
    }
    return ((EventTriggerDeclaration) declaration).triggers().get(0).place();
  }

  /**
   * Whether an entry can say what the function is; if not, that has been reported. Two entries of
   * one list can: they make overloads of a function, or let several triggers call it.
   */
  boolean accept(Subject subject, Entry entry) {
    Place decorator = decorated.get(subject.function());
    Entry first = described.putIfAbsent(subject.function(), entry);
    if (decorator != null) {
      report(
          entry,
          "'" + subject.function().name() + "' is decorated too, at " + decorator,
          "Remove the decorator, or this entry: the two could say different things.");
    } else if (first != null && first.section() != entry.section()) {
      report(
          entry,
          "'"
              + subject.function().name()
              + "' is among the "
              + first.section().key()
              + " too, at "
              + first.place(),
          "Remove one of the entries. Call a shared helper from two functions if you need both.");
    }
    return decorator == null && (first == null || first.section() == entry.section());
  }

  private static void report(Entry entry, String message, String advice) {
    entry.options().report(entry.place().position(), message, advice);
  }
}
