package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Keyword;
import org.plpython.python.Expression.Mapping;
import org.plpython.python.Expression.Sequence;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.yaml.YamlFile;

/** Finds the entries of a descriptor. */
final class EntryReader {
  private final YamlFile file;
  private final Placeholders placeholders;
  private final Diagnostics diagnostics;

  EntryReader(YamlFile file, Placeholders placeholders, Diagnostics diagnostics) {
    this.file = file;
    this.placeholders = placeholders;
    this.diagnostics = diagnostics;
  }

  /** The entries, in the file's order; what is none has been reported. */
  List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    file.root().ifPresent(root -> addAll(root, entries));
    return entries;
  }

  private void addAll(Expression root, List<Entry> entries) {
    if (!(root instanceof Mapping sections)) {
      report(
          root.position(),
          "a descriptor is a mapping of lists",
          "Write one or more of the keys " + String.join(", ", Section.keys()) + ".");
      return;
    }
    for (Expression.Entry section : sections.entries()) {
      String key = section.key().text().orElseThrow();
      Optional<Section> known = Section.of(key);
      if (known.isPresent()) {
        addAll(known.get(), section.value(), entries);
      } else {
        report(
            section.key().position(),
            "unknown key '" + key + "'",
            Spelling.didYouMean(key, Section.keys())
                + "A descriptor has the keys "
                + String.join(", ", Section.keys())
                + ".");
      }
    }
  }

  private void addAll(Section section, Expression value, List<Entry> entries) {
    if (!(value instanceof Sequence list)) {
      report(
          value.position(),
          "'" + section.key() + "' is no list",
          "Begin each entry with a dash, indented below the key.");
      return;
    }
    for (Expression element : list.elements()) {
      if (element instanceof Mapping options) {
        entries.add(new Entry(file, section, options(section, options)));
      } else {
        report(
            element.position(),
            "an entry of '" + section.key() + "' is no mapping",
            "Write options, each as key: value.");
      }
    }
  }

  /** An entry is read as the decorator that says the same. */
  private Options options(Section section, Mapping entry) {
    Position position = entry.position();
    List<Keyword> keywords =
        entry.entries().stream()
            .map(e -> new Keyword(e.key().position(), e.key().text().orElseThrow(), e.value()))
            .toList();
    Expression.Name decorator = new Expression.Name(position, section.mark().simpleName());
    return new Options(
            section.mark(),
            new Expression.Call(position, decorator, List.of(), keywords),
            new Place(file.source(), position, Notation.DESCRIPTOR),
            placeholders,
            diagnostics)
        .expect(
            section == Section.AGGREGATES
                ? List.of("source", "function")
                : List.of("source", "function", "body"));
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(file.source(), position, message, advice);
  }
}
