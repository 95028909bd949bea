package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.SourceFile;
import org.plpython.yaml.YamlFile;

/**
 * Reads what descriptors declare: the same as decorators do, for functions without them and for
 * bodies in PL/Python.
 */
public final class DescriptorReader {
  private static final int MOST_ENTRIES = 1_000;

  private final List<PythonFile> files;
  private final Placeholders placeholders;
  private final Diagnostics diagnostics;
  private final List<Declaration> declarations;
  private final DescribedFunctions described;
  private final Subject standIn;

  /**
   * A reader.
   *
   * @param files all Python files, those with a syntax error too
   * @param decorated what decorators declare in them
   */
  public DescriptorReader(
      List<PythonFile> files,
      List<Declaration> decorated,
      Placeholders placeholders,
      Diagnostics diagnostics) {
    this.files = files;
    this.placeholders = placeholders;
    this.diagnostics = diagnostics;
    this.declarations = new ArrayList<>(decorated);
    this.described = new DescribedFunctions(decorated);
    this.standIn = standIn();
  }

  /** What options are read for while nobody knows whose they are. */
  private static Subject standIn() {
    PythonFile file = new PythonParser().parse(new SourceFile("", "", "def function(): pass\n"));
    return Subject.of(file, (Function) file.statements().get(0));
  }

  /** What decorators and descriptors declare; a mistake leaves a declaration out. */
  public List<Declaration> read(List<YamlFile> descriptors) {
    DescribedAggregates aggregates = new DescribedAggregates(finder(List.of()), standIn);
    for (YamlFile descriptor : descriptors) {
      readFile(descriptor, aggregates);
    }
    return aggregates.addTo(declarations);
  }

  /** Reads all but the aggregates, which are about functions of any descriptor. */
  private void readFile(YamlFile descriptor, DescribedAggregates aggregates) {
    List<Entry> entries = new EntryReader(descriptor, placeholders, diagnostics).read();
    if (entries.size() > MOST_ENTRIES) {
      entries
          .get(MOST_ENTRIES)
          .options()
          .report(
              entries.get(MOST_ENTRIES).place().position(),
              "the descriptor has more than " + MOST_ENTRIES + " entries",
              "Split it into several files.");
      return;
    }
    SubjectFinder finder =
        finder(entries.stream().filter(e -> e.section() != Section.AGGREGATES).toList());
    DescribedTriggers triggers = new DescribedTriggers(finder, described, standIn, diagnostics);
    for (Entry entry : entries) {
      switch (entry.section()) {
        case FUNCTIONS, PROCEDURES -> readRoutine(entry, finder);
        case TRIGGERS, EVENT_TRIGGERS -> triggers.add(entry);
        case AGGREGATES -> aggregates.add(entry);
      }
    }
    declarations.addAll(triggers.declarations());
  }

  private SubjectFinder finder(List<Entry> entries) {
    return new SubjectFinder(files, new BodyReader(entries, diagnostics), diagnostics);
  }

  private void readRoutine(Entry entry, SubjectFinder finder) {
    Optional<Subject> subject = finder.find(entry);
    FunctionDeclaration declaration =
        new RoutineOptionReader(entry.options())
            .read(
                subject.orElse(standIn),
                entry.section() == Section.FUNCTIONS ? RoutineKind.FUNCTION : RoutineKind.PROCEDURE,
                List.of());
    if (subject.isPresent() && described.accept(subject.get(), entry)) {
      declarations.add(declaration);
    }
  }
}
