package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;

/** Finds what the entries of one descriptor are about. */
final class SubjectFinder {
  private final List<PythonFile> files;
  private final Diagnostics diagnostics;
  private final BodyReader bodies;

  /**
   * A finder.
   *
   * @param files all Python files, those with a syntax error too
   * @param bodies of the descriptor
   */
  SubjectFinder(List<PythonFile> files, BodyReader bodies, Diagnostics diagnostics) {
    this.files = files;
    this.bodies = bodies;
    this.diagnostics = diagnostics;
  }

  /**
   * What {@code source} and {@code function}, or {@code body}, say; a mistake has been reported.
   */
  Optional<Subject> find(Entry entry) {
    Options options = entry.options();
    Optional<Expression> source = options.expression("source");
    Optional<Expression> function = options.expression("function");
    Optional<Expression> body = options.expression("body");
    if (body.isPresent()) {
      source.ifPresent(s -> refuseBoth(options, s));
      if (!isOfTrigger(entry)) {
        function.ifPresent(f -> refuseFunction(options, f));
      }
      return bodies.of(entry);
    } else if (source.isEmpty()) {
      options.report(
          entry.place().position(),
          "the entry says neither source nor body",
          "Write source: pricing.py and function: gross_price, or body: | with the text below it.");
      return Optional.empty();
    }
    return findFunction(entry);
  }

  /** The Python function that {@code source} and {@code function} name. */
  Optional<Subject> findFunction(Entry entry) {
    Options options = entry.options();
    Optional<String> source = options.text("source");
    Optional<String> function = options.text("function");
    if (options.expression("function").isEmpty()) {
      options.missing("function", "function=\"gross_price\"");
    }
    return source
        .flatMap(path -> file(entry, path))
        .filter(PythonFile::isReadable)
        .flatMap(file -> function.flatMap(name -> function(entry, file, name)));
  }

  private static boolean isOfTrigger(Entry entry) {
    return entry.section() == Section.TRIGGERS || entry.section() == Section.EVENT_TRIGGERS;
  }

  private static void refuseBoth(Options options, Expression source) {
    options.report(
        source.position(),
        "the entry says both source and body",
        "Keep one of the two: a body stands for itself.");
  }

  private static void refuseFunction(Options options, Expression function) {
    options.report(
        function.position(),
        "'function' is for source, and the entry has a body",
        "Remove it: the body's function is called by name:.");
  }

  private Optional<PythonFile> file(Entry entry, String written) {
    String descriptor = entry.file().source().path();
    Optional<String> path = SourcePath.resolve(descriptor, written);
    if (path.isEmpty()) {
      reportSource(
          entry,
          "the path leads out of the source root",
          "Write it with slashes, from the descriptor's own folder: source: pricing.py.");
      return Optional.empty();
    }
    List<PythonFile> root =
        files.stream()
            .filter(f -> f.source().location().equals(entry.file().source().location()))
            .toList();
    Optional<PythonFile> found =
        root.stream().filter(f -> f.source().path().equals(path.get())).findFirst();
    if (found.isEmpty()) {
      List<String> known = new ArrayList<>();
      String folder = SourcePath.folder(descriptor);
      root.stream()
          .map(f -> f.source().path())
          .filter(p -> p.startsWith(folder))
          .forEach(p -> known.add(p.substring(folder.length())));
      reportSource(
          entry,
          "there is no file '" + path.get() + "' in the source root",
          Spelling.didYouMean(written, known) + "Write its path from the descriptor's folder.");
    }
    return found;
  }

  private static void reportSource(Entry entry, String message, String advice) {
    entry
        .options()
        .report(entry.options().expression("source").orElseThrow().position(), message, advice);
  }

  private Optional<Subject> function(Entry entry, PythonFile file, String name) {
    List<Function> functions = new ArrayList<>();
    for (Statement statement : file.statements()) {
      if (statement instanceof Function function) {
        functions.add(function);
      }
    }
    Optional<Function> found =
        functions.stream().filter(f -> f.name().equals(name)).reduce((first, last) -> last);
    found.ifPresent(f -> Redefinition.refuse(file, f, diagnostics));
    if (found.isEmpty()) {
      entry
          .options()
          .report(
              entry.options().expression("function").orElseThrow().position(),
              "'" + file.source().path() + "' has no function '" + name + "'",
              Spelling.didYouMean(name, functions.stream().map(Function::name).toList())
                  + "Name a def at the top level of the file.");
    }
    return found.map(f -> Subject.of(file, f));
  }
}
