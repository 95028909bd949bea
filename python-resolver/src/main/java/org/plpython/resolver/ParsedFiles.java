package org.plpython.resolver;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;
import org.plpython.source.Diagnostic;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;

/**
 * Parses files, and remembers those of the latest sources as long as there is memory for them: who
 * edits one file and migrates again has most of them parsed. What a file is parsed to depends on
 * nothing but the file.
 */
final class ParsedFiles {
  private SoftReference<@Nullable Map<SourceFile, ParsedFile>> latest = new SoftReference<>(null);

  /** A file, and what is wrong with its syntax. */
  record ParsedFile(PythonFile file, List<Diagnostic> mistakes) {
    private static ParsedFile of(SourceFile source) {
      try {
        return new ParsedFile(new PythonParser().parse(source), List.of());
      } catch (InvalidSourceException syntaxError) {
        return new ParsedFile(PythonFile.unreadable(source), syntaxError.diagnostics());
      }
    }
  }

  /** Several at a time, as each is parsed by itself; in their order. Several threads may ask. */
  List<ParsedFile> parse(List<SourceFile> sources) {
    Map<SourceFile, ParsedFile> known = known();
    List<ParsedFile> parsed =
        sources.parallelStream()
            .map(source -> known.containsKey(source) ? known.get(source) : ParsedFile.of(source))
            .toList();
    remember(
        parsed.stream().collect(Collectors.toMap(it -> it.file().source(), it -> it, (a, b) -> a)));
    return parsed;
  }

  private synchronized Map<SourceFile, ParsedFile> known() {
    Map<SourceFile, ParsedFile> known = latest.get();
    return known == null ? Map.of() : known;
  }

  private synchronized void remember(Map<SourceFile, ParsedFile> parsed) {
    latest = new SoftReference<>(new HashMap<>(parsed));
  }
}
