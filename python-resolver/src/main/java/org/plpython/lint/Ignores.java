package org.plpython.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.python.Comment;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostic;
import org.plpython.source.Position;
import org.plpython.source.Severity;
import org.plpython.source.SourceFile;

/**
 * The comments that silence findings: {@code # plpython: ignore[mutable-default]}, on the finding's
 * line or alone above it. They cannot silence what is found about themselves.
 */
final class Ignores {
  private static final String UNKNOWN = "unknown-ignore";
  private static final String UNUSED = "unused-ignore";

  /** The ids of what is found about the comments. */
  static final List<String> IDS = List.of(UNKNOWN, UNUSED);

  private static final Pattern COMMENT =
      Pattern.compile("#\\s*plpython:\\s*ignore\\b(?:\\[([^\\]]*)\\])?");
  private static final Pattern ID = Pattern.compile("[^,\\s]+");

  private final List<Ignore> ignores = new ArrayList<>();
  private final Set<String> switchedOff;

  /**
   * The comments of files.
   *
   * @param switchedOff ids that are off anyway
   */
  Ignores(List<PythonFile> files, Set<String> switchedOff) {
    this.switchedOff = switchedOff;
    files.stream().filter(PythonFile::isReadable).forEach(this::read);
  }

  /**
   * One id of a comment.
   *
   * @param line which it is for
   */
  private record Ignore(SourceFile file, Position position, int line, String id) {
    boolean isFor(Diagnostic finding) {
      return finding.file().equals(file)
          && finding.position().line() == line
          && finding.id().equals(id);
    }
  }

  private void read(PythonFile file) {
    if (COMMENT.matcher(file.source().text()).find()) {
      Map<Integer, Integer> lines = new HashMap<>();
      List<Comment> comments = new ArrayList<>(file.comments());
      Collections.reverse(comments);
      for (Comment comment : comments) {
        int line = comment.position().line();
        if (comment.isAlone()) {
          lines.put(line, lines.getOrDefault(line + 1, line + 1));
        }
        read(file.source(), comment, lines.getOrDefault(line, line));
      }
    }
  }

  private void read(SourceFile file, Comment comment, int line) {
    Matcher matcher = COMMENT.matcher(comment.text());
    while (matcher.find()) {
      if (matcher.group(1) == null || matcher.group(1).isBlank()) {
        ignores.add(new Ignore(file, position(comment, matcher.start()), line, ""));
        continue;
      }
      Matcher id = ID.matcher(comment.text()).region(matcher.start(1), matcher.end(1));
      while (id.find()) {
        ignores.add(new Ignore(file, position(comment, id.start()), line, id.group()));
      }
    }
  }

  private static Position position(Comment comment, int offset) {
    return new Position(
        comment.position().line(),
        comment.position().column() + comment.text().codePointCount(0, offset));
  }

  /** What is not silenced, and what is wrong with the comments. */
  List<Diagnostic> apply(List<Diagnostic> found) {
    Set<Ignore> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic finding : found) {
      List<Ignore> silencing = ignores.stream().filter(it -> it.isFor(finding)).toList();
      used.addAll(silencing);
      if (silencing.isEmpty()) {
        left.add(finding);
      }
    }
    List<String> ids = Rules.ALL.stream().map(Rule::id).toList();
    ignores.stream().filter(it -> !used.contains(it)).forEach(it -> judge(it, ids, left));
    return left;
  }

  private void judge(Ignore ignore, List<String> ids, List<Diagnostic> found) {
    if (!ids.contains(ignore.id())) {
      add(
          found,
          ignore,
          UNKNOWN,
          unknown(ignore.id()),
          "Known ids: " + String.join(", ", ids) + ".");
    } else if (!switchedOff.contains(ignore.id())) {
      add(
          found,
          ignore,
          UNUSED,
          "there is no " + ignore.id() + " to ignore here",
          "Remove it: it would hide the next one.");
    }
  }

  private void add(
      List<Diagnostic> found, Ignore ignore, String id, String message, String advice) {
    if (!switchedOff.contains(id)) {
      found.add(
          new Diagnostic(ignore.file(), ignore.position(), Severity.WARNING, id, message, advice));
    }
  }

  private static String unknown(String id) {
    return switch (id) {
      case "" -> "this comment does not say what to ignore";
      case UNKNOWN, UNUSED -> "a finding about these comments cannot be ignored";
      case Diagnostic.INVALID_SOURCE, Diagnostic.SYNTAX_ERROR -> "an error cannot be ignored";
      default -> "there is no finding with the id '" + id + "'";
    };
  }
}
