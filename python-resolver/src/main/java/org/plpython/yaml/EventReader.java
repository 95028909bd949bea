package org.plpython.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;
import org.plpython.yaml.YamlFile.Block;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Makes expressions of the parser's events. */
final class EventReader {
  /** A descriptor needs five. */
  private static final int DEEPEST = 20;

  private static final int MOST_VALUES = 50_000;
  private static final int MOST_MISTAKES = 20;
  private static final int MOST_KEYS = 1_000;
  private static final int LONGEST_KEY = 1_000;

  private final SourceFile file;
  private final Diagnostics diagnostics;
  private final Parser parser;
  private final Map<Position, Block> blocks = new HashMap<>();
  private final int mistakesBefore;
  private int depth;
  private int values;

  EventReader(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.mistakesBefore = diagnostics.count();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(file.text()), options);
  }

  /** The one document; mistakes in it have been reported, and are left out. */
  YamlFile read() {
    parser.getEvent();
    Optional<Expression> root = Optional.empty();
    if (parser.checkEvent(ID.DocumentStart)) {
      parser.getEvent();
      root = isNothing() ? skip() : Optional.of(value());
      parser.getEvent();
    }
    if (!parser.checkEvent(ID.StreamEnd)) {
      throw new UnreadableYaml(
          position(parser.peekEvent()),
          "a second document begins here",
          "Remove the ---, or make two files: a descriptor is one document.");
    }
    return new YamlFile(file, root, blocks);
  }

  /** Whether there is a document, but nothing in it. */
  private boolean isNothing() {
    return parser.peekEvent() instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().isEmpty();
  }

  private Optional<Expression> skip() {
    parser.getEvent();
    return Optional.empty();
  }

  private Expression value() {
    Event event = parser.getEvent();
    Position position = position(event);
    refuseTooMany(position);
    if (event instanceof AliasEvent alias) {
      report(position, "an alias: *" + alias.getAnchor(), "Write the value itself.");
      return new Literal(position, null);
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      report(position, "an anchor: &" + node.getAnchor(), "Remove it, and write values out.");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(position, scalar.getTag());
      return new Literal(position, scalar(position, scalar));
    }
    return collection(position, (CollectionStartEvent) event);
  }

  private void refuseTooMany(Position position) {
    if (values++ > MOST_VALUES) {
      throw new UnreadableYaml(
          position,
          "the descriptor holds more than " + MOST_VALUES + " values",
          "Split it into several files.");
    } else if (diagnostics.count() - mistakesBefore >= MOST_MISTAKES) {
      throw new UnreadableYaml(
          position, "more than " + MOST_MISTAKES + " mistakes", "The rest was not looked at.");
    }
  }

  private void refuseTag(Position position, @Nullable String tag) {
    if (tag != null) {
      report(
          position,
          "a tag: " + tag.replaceFirst("^tag:yaml\\.org,2002:", "!!"),
          "Remove it: a descriptor is plain data. Text that looks like something else goes in"
              + " quotes.");
    }
  }

  private @Nullable Object scalar(Position position, ScalarEvent event) {
    if (event.isLiteral()) {
      blocks.put(position, new Block(position.line() + 1, event.getValue()));
    }
    return event.isPlain() ? Scalars.valueOf(event.getValue()) : event.getValue();
  }

  private Expression collection(Position position, CollectionStartEvent event) {
    refuseTag(position, event.getTag());
    if (++depth > DEEPEST) {
      throw new UnreadableYaml(
          position, "too deeply nested", "A descriptor is a few lists and mappings.");
    }
    Expression collection =
        event instanceof MappingStartEvent
            ? new Expression.Mapping(position, entries())
            : new Expression.Sequence(position, elements());
    parser.getEvent();
    depth--;
    return collection;
  }

  private List<Expression> elements() {
    List<Expression> elements = new ArrayList<>();
    while (!parser.checkEvent(ID.SequenceEnd)) {
      elements.add(value());
    }
    return elements;
  }

  private List<Expression.Entry> entries() {
    Map<String, Expression.Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(ID.MappingEnd)) {
      if (entries.size() >= MOST_KEYS) {
        throw new UnreadableYaml(
            position(parser.peekEvent()),
            "the mapping has more than " + MOST_KEYS + " keys",
            "An entry of a descriptor has some 30 options.");
      }
      Expression key = value();
      Expression value = value();
      Optional<String> name = key.text();
      if (name.isEmpty()) {
        report(key.position(), "the key is no string", "Put it in quotes, if it is meant so.");
      } else if (name.get().length() > LONGEST_KEY) {
        report(key.position(), "the key is very long", "Keys are options, names and roles.");
      } else if (name.get().equals("<<")) {
        report(key.position(), "a merge key: <<", "Write the options out.");
      } else if (entries.putIfAbsent(name.get(), new Expression.Entry(key, value)) != null) {
        report(key.position(), "'" + name.get() + "' is written twice", "Keep one of the two.");
      }
    }
    return List.copyOf(entries.values());
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(file, position, message, advice);
  }

  private static Position position(Event event) {
    return YamlReader.position(event.getStartMark());
  }
}
