package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.AggregateOptions;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.source.SourceFile;

/** Collects aggregates, to add each to the function that makes its states. */
final class DescribedAggregates {
  private final SubjectFinder finder;
  private final Subject standIn;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * For all descriptors.
   *
   * @param standIn what options are read for whose function is not known
   */
  DescribedAggregates(SubjectFinder finder, Subject standIn) {
    this.finder = finder;
    this.standIn = standIn;
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  /** The declarations, with the aggregates over their functions. */
  List<Declaration> addTo(List<Declaration> declarations) {
    List<Declaration> all = new ArrayList<>(declarations);
    entries.forEach(entry -> addTo(all, entry));
    return List.copyOf(all);
  }

  private void addTo(List<Declaration> all, Entry entry) {
    Options options = entry.options();
    boolean isOfBody = options.expression("source").isEmpty();
    Optional<Subject> subject = isOfBody ? Optional.empty() : finder.findFunction(entry);
    Optional<String> function = options.text("function");
    if (isOfBody && options.expression("function").isEmpty()) {
      options.missing("function", "function=\"add_price\"");
    }
    AggregateOptions read = new AggregateOptionReader(options).read(subject.orElse(standIn));
    if (function.isPresent() && (isOfBody || subject.isPresent())) {
      List<Integer> states = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof FunctionDeclaration declared
            && isState(declared, entry, subject, function.get())) {
          states.add(i);
        }
      }
      if (states.size() == 1) {
        all.set(states.get(0), ((FunctionDeclaration) all.get(states.get(0))).with(List.of(read)));
      } else {
        refuseStates(options, function.get(), states.size());
      }
    }
  }

  private static boolean isState(
      FunctionDeclaration declared, Entry entry, Optional<Subject> subject, String name) {
    SourceFile file = entry.file().source();
    return subject.isPresent()
        ? declared.file().equals(subject.get().file())
            && declared.function().equals(subject.get().function())
        : declared.name().equals(name)
            && declared.body().filter(body -> body.source().equals(file)).isPresent();
  }

  private static void refuseStates(Options options, String function, int count) {
    options.report(
        options.expression("function").orElseThrow().position(),
        count == 0
            ? "the state function '" + function + "' is not installed"
            : count + " functions are installed that are called '" + function + "'",
        count == 0
            ? "Give it an entry in functions too: it makes the next state of a state and the"
                + " arguments."
            : "Leave one of them: the aggregate is over one state function.");
  }
}
