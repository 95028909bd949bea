package org.plpython.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plpython.descriptor.Mark;
import org.plpython.descriptor.Spelling;
import org.plpython.python.Bundle;
import org.plpython.python.BundledFile;
import org.plpython.python.Bundler;
import org.plpython.python.MissingImport;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds the programs of one file's routines. */
final class ProgramBuilder {
  private final PythonFile file;
  private final Bundler bundler;
  private final Diagnostics diagnostics;
  private final IdentityHashMap<Function, Bundle> bundles = new IdentityHashMap<>();
  private final Set<MissingImport> reported;
  private Optional<Bundle> script = Optional.empty();

  /**
   * For one file.
   *
   * @param bundler over all files
   * @param reported imports that some file's program was reported to miss
   */
  ProgramBuilder(
      PythonFile file, Bundler bundler, Set<MissingImport> reported, Diagnostics diagnostics) {
    this.file = file;
    this.bundler = bundler;
    this.reported = reported;
    this.diagnostics = diagnostics;
  }

  /**
   * The program of a function that SQL calls.
   *
   * @param classes of any file that its body refers to
   */
  Program program(Function function, Collection<FoundClass> classes) {
    return program(function, classes, Set.of(Mark.PLPY));
  }

  /**
   * The program of a trigger function, which may refer to the row class too.
   *
   * @param models the classes of any file that its rows are made objects of
   */
  Program triggerProgram(Function function, Collection<FoundClass> models) {
    return program(function, models, Set.of(Mark.PLPY, Mark.ROW));
  }

  private Program program(Function function, Collection<FoundClass> classes, Set<String> onServer) {
    Bundle bundle = bundler.bundle(file, function, classes);
    bundles.put(function, bundle);
    return program(new User(function.name(), function.position()), bundle, onServer);
  }

  /** The program of the file itself, whose name is that of a program that runs. */
  Program script() {
    Bundle bundle = bundler.bundle(file);
    script = Optional.of(bundle);
    Program program =
        program(new User(file.source().path(), Position.START), bundle, Set.of(Mark.PLPY));
    Map<String, String> provided = new TreeMap<>(program.main().provided());
    provided.put("__name__", Script.MAIN);
    Program.Part main = program.main();
    return new Program(
        Script.MAIN,
        new Program.Part(main.name(), main.path(), main.text(), provided),
        program.others());
  }

  /** Who needs what is bundled. */
  private record User(String name, Position position) {}

  private Program program(User user, Bundle bundle, Set<String> onServer) {
    bundle.missing().stream().filter(reported::add).forEach(this::reportMissing);
    return new Program(
        user.name(),
        part(user, bundle.entry(), onServer),
        bundle.others().stream().map(other -> part(user, other, onServer)).toList());
  }

  private Program.Part part(User function, BundledFile bundled, Set<String> onServer) {
    Map<String, String> provided = new TreeMap<>();
    for (String name : bundled.marksUsed()) {
      String origin = bundled.file().originOf(name).orElseThrow();
      if (onServer.contains(origin)) {
        provided.put(name, origin);
      } else {
        reportNotOnServer(function, name, origin);
      }
    }
    return new Program.Part(
        bundled.module(), bundled.file().source().path(), bundled.text(), provided);
  }

  private void reportNotOnServer(User function, String name, String origin) {
    diagnostics.report(
        file.source(),
        function.position(),
        "'" + function.name() + "' uses '" + name + "' (" + origin + ") when it runs",
        "The server has only plpy of it: write from plpython import plpy, and plpy.execute(...).");
  }

  private void reportMissing(MissingImport missing) {
    String didYouMean = Spelling.didYouMean(missing.name(), missing.known());
    switch (missing.kind()) {
      case NAME ->
          report(
              missing,
              "'" + missing.module() + "' has no '" + missing.name() + "'",
              didYouMean
                  + "The file binds no such name at its top level, and there is no such module.");
      case MODULE ->
          report(
              missing,
              "there is no module '" + missing.name() + "' in '" + missing.module() + "'",
              didYouMean + "The source root holds no such file.");
      case PACKAGE ->
          report(
              missing,
              "the import's dots lead out of the source root",
              "A relative import starts from the file's own folder, and needs one below the root.");
    }
  }

  private void report(MissingImport missing, String message, String advice) {
    diagnostics.report(missing.file().source(), missing.position(), message, advice);
  }

  /** Where a function or a trigger of it comes from, once its program has been built. */
  Origin origin(Function function, Position position) {
    Bundle bundle =
        Optional.ofNullable(bundles.get(function))
            .orElseThrow(() -> new IllegalStateException("no program yet: " + function.name()));
    return origin(bundle, position);
  }

  /** The same of the file's own program. */
  Origin scriptOrigin(Position position) {
    return origin(
        script.orElseThrow(() -> new IllegalStateException("no program yet of the file")),
        position);
  }

  private Origin origin(Bundle bundle, Position position) {
    List<Origin.Line> lines = new ArrayList<>();
    Stream.concat(Stream.of(bundle.entry()), bundle.others().stream())
        .forEach(part -> addLines(part, lines));
    return new Origin(file.source(), position, lines);
  }

  private static void addLines(BundledFile part, List<Origin.Line> lines) {
    part.numbers().forEach(number -> lines.add(new Origin.Line(part.file().source(), number)));
    if (part.numbers().isEmpty()) {
      lines.add(new Origin.Line(part.file().source(), 0));
    }
  }
}
