package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.EventTriggerOptions;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.descriptor.Declaration.TriggerOptions;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostics;

/** Collects the triggers of one descriptor by the functions that they call. */
final class DescribedTriggers {
  private final SubjectFinder finder;
  private final DescribedFunctions described;
  private final Subject standIn;
  private final Diagnostics diagnostics;
  private final Map<Key, Group> groups = new LinkedHashMap<>();

  /**
   * For one descriptor.
   *
   * @param standIn what options are read for whose function is not known
   */
  DescribedTriggers(
      SubjectFinder finder,
      DescribedFunctions described,
      Subject standIn,
      Diagnostics diagnostics) {
    this.finder = finder;
    this.described = described;
    this.standIn = standIn;
    this.diagnostics = diagnostics;
  }

  /**
   * Which function.
   *
   * @param file empty: a body of the descriptor
   */
  private record Key(Section section, Optional<PythonFile> file, String function) {}

  private static final class Group {
    private final Entry first;
    private Optional<Subject> subject = Optional.empty();
    private final List<TriggerOptions> triggers = new ArrayList<>();
    private final List<EventTriggerOptions> eventTriggers = new ArrayList<>();

    Group(Entry first) {
      this.first = first;
    }
  }

  void add(Entry entry) {
    Options options = entry.options();
    boolean isReference =
        options.expression("function").isPresent()
            && options.expression("source").isEmpty()
            && options.expression("body").isEmpty();
    Optional<Subject> subject = isReference ? Optional.empty() : finder.find(entry);
    Optional<String> function = options.text("function");
    Group read = new Group(entry);
    String name = readOptions(entry, subject.orElse(standIn), read);
    if (isReference && options.expression("name").isEmpty()) {
      options.missing("name", "name=\"clean_isbn\"");
    } else if (isReference || (subject.isPresent() && accept(subject.get(), entry))) {
      Optional<PythonFile> file = subject.filter(s -> s.body().isEmpty()).map(Subject::file);
      merge(new Key(entry.section(), file, function.orElse(name)), subject, read);
    }
  }

  /** A body is nobody else's. */
  private boolean accept(Subject subject, Entry entry) {
    return subject.body().isPresent() || described.accept(subject, entry);
  }

  private String readOptions(Entry entry, Subject subject, Group read) {
    if (entry.section() == Section.TRIGGERS) {
      read.triggers.add(new TriggerOptionReader(entry.options(), diagnostics).read(subject));
      return read.triggers.get(0).name();
    }
    read.eventTriggers.add(new EventTriggerOptionReader(entry.options()).read(subject));
    return read.eventTriggers.get(0).name();
  }

  private void merge(Key key, Optional<Subject> subject, Group read) {
    Group group = groups.computeIfAbsent(key, k -> new Group(read.first));
    if (key.file().isEmpty() && subject.isPresent() && group.subject.isPresent()) {
      report(
          read.first,
          "'" + key.function() + "' has two bodies",
          "Keep one, and write function: alone where its other triggers are; or give each body a"
              + " name of its own in function:.");
    }
    group.subject = group.subject.or(() -> subject);
    group.triggers.addAll(read.triggers);
    group.eventTriggers.addAll(read.eventTriggers);
  }

  /** The declarations, each with all triggers that call its function. */
  List<Declaration> declarations() {
    List<Declaration> declarations = new ArrayList<>();
    groups.forEach((key, group) -> declaration(key, group).ifPresent(declarations::add));
    return declarations;
  }

  private Optional<Declaration> declaration(Key key, Group group) {
    if (group.subject.isEmpty()) {
      report(
          group.first,
          "no entry here has the body of '" + key.function() + "'",
          "Write source: too, or the body in one of the entries with this function:.");
      return Optional.empty();
    }
    Subject of = group.subject.get();
    return Optional.of(
        key.section() == Section.TRIGGERS
            ? new TriggerDeclaration(
                of.file(), of.function(), of.body(), key.function(), group.triggers)
            : new EventTriggerDeclaration(
                of.file(), of.function(), of.body(), key.function(), group.eventTriggers));
  }

  private static void report(Entry entry, String message, String advice) {
    entry.options().report(entry.place().position(), message, advice);
  }
}
