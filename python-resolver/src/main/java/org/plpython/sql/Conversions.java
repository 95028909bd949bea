package org.plpython.sql;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.plpython.object.ClassReference;
import org.plpython.object.Conversion;
import org.plpython.object.Conversion.Composite;
import org.plpython.object.Conversion.Each;
import org.plpython.object.Conversion.Enumeration;
import org.plpython.object.Conversion.Scalar;
import org.plpython.object.Program;

/**
 * Writes the conversions of one body as expressions in Python, and the definitions that they need.
 */
final class Conversions {
  private final Program program;
  private final Set<ConversionText> texts = EnumSet.noneOf(ConversionText.class);
  private final Map<String, String> classes = new LinkedHashMap<>();
  private final Map<String, List<ClassReference>> named = new HashMap<>();

  /** For a body that loads the program. */
  Conversions(Program program) {
    this.program = program;
  }

  /** Whether an argument of the type is something else than what PL/Python hands over. */
  static boolean changesArguments(Conversion conversion) {
    return conversion instanceof Each each
        ? changesArguments(each.element())
        : conversion != Scalar.NONE && conversion != Scalar.NUMBER && conversion != Scalar.TEXT;
  }

  /** Whether a result of the type is something else than what PL/Python takes. */
  static boolean changesResults(Conversion conversion) {
    return conversion != Scalar.NONE
        && conversion != Scalar.UUID
        && conversion != Scalar.ANY_TIMESTAMP;
  }

  /** What an argument becomes. */
  String arriving(Conversion conversion, String value) {
    if (!changesArguments(conversion)) {
      return value;
    }
    return "None if %s is None else %s".formatted(value, read(conversion, value));
  }

  /** What a result becomes. */
  String leaving(Conversion conversion, String value) {
    if (!changesResults(conversion)) {
      return value;
    } else if (isNumber(conversion)) {
      return "+%s if isinstance(%s, int) else %s".formatted(value, value, value);
    }
    return "None if %s is None else %s".formatted(value, written(conversion, value));
  }

  /** Whether all that a result of the type may need is to be no bool, and no other special int. */
  static boolean isNumber(Conversion conversion) {
    return conversion == Scalar.NUMBER
        || conversion == Scalar.INT
        || conversion == Scalar.FLOAT
        || conversion == Scalar.DECIMAL;
  }

  /** Whether a look at a result of the type is all that it may need. */
  static boolean isLookedAt(Conversion conversion) {
    return isNumber(conversion) || conversion == Scalar.TEXT;
  }

  /** A callable in Python that makes the annotated value of one that is not None. */
  String reader(Conversion conversion) {
    return callable(conversion, this::read);
  }

  /** A callable in Python that makes PL/Python's value of one that is not None. */
  String writer(Conversion conversion) {
    return callable(conversion, this::written);
  }

  /** {@code json.loads} for {@code json.loads(v)}. */
  private static String callable(
      Conversion conversion, BiFunction<Conversion, String, String> expression) {
    String call = expression.apply(conversion, "v");
    return call.endsWith("(v)") && call.indexOf('(') == call.length() - 3
        ? call.substring(0, call.length() - 3)
        : "lambda v: " + call;
  }

  private String read(Conversion conversion, String value) {
    if (conversion instanceof Each each) {
      return changesArguments(each)
          ? call(ConversionText.EACH, "each", reader(each.element()), value)
          : value;
    } else if (conversion instanceof Enumeration enumeration) {
      return defined(enumeration.type()) + "(" + value + ")";
    } else if (conversion instanceof Composite composite) {
      return defineReader(composite) + "(" + value + ")";
    }
    return switch ((Scalar) conversion) {
      case NONE, NUMBER, TEXT -> value;
      case INT -> call(ConversionText.WHOLE, "whole", value);
      case FLOAT -> "float(" + value + ")";
      case DECIMAL -> call(ConversionText.DECIMAL, "decimal.Decimal", "str(" + value + ")");
      case JSON -> call(ConversionText.JSON, "json.loads", value);
      case UUID -> call(ConversionText.UUID, "uuid.UUID", value);
      case DATE -> call(ConversionText.DATE, "date", value);
      case TIME, TIME_WITH_ZONE -> call(ConversionText.CLOCK, "clock", value);
      case TIMESTAMP -> call(ConversionText.TIMESTAMP, "timestamp", value);
      case TIMESTAMP_WITH_ZONE -> call(ConversionText.TIMESTAMPTZ, "timestamptz", value);
      case ANY_TIMESTAMP -> call(ConversionText.ANY_TIMESTAMP, "any_timestamp", value);
      case INTERVAL -> call(ConversionText.INTERVAL, "interval", value);
    };
  }

  private String written(Conversion conversion, String value) {
    if (conversion instanceof Each each) {
      return writtenArray(each.element(), value);
    } else if (conversion instanceof Enumeration) {
      return value + ".value";
    } else if (conversion instanceof Composite composite) {
      return defineWriter(composite) + "(" + value + ")";
    }
    return switch ((Scalar) conversion) {
      case NONE, UUID, ANY_TIMESTAMP -> value;
      case DATE -> call(ConversionText.DAY, "day", value);
      case TEXT -> call(ConversionText.TEXT, "text", value);
      case NUMBER, INT, FLOAT, DECIMAL -> call(ConversionText.NUMBER, "number", value);
      case JSON -> call(ConversionText.JSON, "json.dumps", value);
      case TIME, TIMESTAMP -> call(ConversionText.NAIVE, "naive", value);
      case TIME_WITH_ZONE, TIMESTAMP_WITH_ZONE -> call(ConversionText.ZONED, "zoned", value);
      case INTERVAL -> call(ConversionText.DURATION, "duration", value);
    };
  }

  private String writtenArray(Conversion element, String value) {
    if (isNumber(element)) {
      return call(ConversionText.NUMBERS, "numbers", value);
    }
    String array = call(ConversionText.ARRAY, "array", value);
    return changesResults(element)
        ? call(ConversionText.EACH, "each", writer(element), array)
        : array;
  }

  private String call(ConversionText text, String function, String... arguments) {
    text.addTo(texts);
    return function + "(" + String.join(", ", arguments) + ")";
  }

  /** Says that the text is needed, and is called by the name. */
  String name(ConversionText text, String name) {
    text.addTo(texts);
    return name;
  }

  /** The class, under a name of its own that no parameter hides. */
  String defined(ClassReference type) {
    String name = "class_" + own(type);
    classes.put(name, name + " = " + ModuleLoader.reference(type, program) + "\n");
    return name;
  }

  /** The class's name, with a number where classes of several files have it. */
  private String own(ClassReference type) {
    List<ClassReference> namesakes = named.computeIfAbsent(type.name(), name -> new ArrayList<>());
    if (!namesakes.contains(type)) {
      namesakes.add(type);
    }
    int index = namesakes.indexOf(type);
    return index == 0 ? type.name() : type.name() + "_" + (index + 1);
  }

  private String defineReader(Composite composite) {
    String name = "read_" + own(composite.type());
    if (!classes.containsKey(name)) {
      String type = defined(composite.type());
      String fields =
          composite.fields().stream()
              .map(f -> f.name() + "=" + arriving(f.type().conversion(), item(f.name())))
              .collect(Collectors.joining(",\n        "));
      classes.put(name, "def %s(row):\n    return %s(%s)\n".formatted(name, type, fields));
    }
    return name;
  }

  private static String item(String field) {
    return "row[" + PythonLiteral.quote(field) + "]";
  }

  private String defineWriter(Composite composite) {
    String name = "write_" + own(composite.type());
    if (!classes.containsKey(name)) {
      String fields =
          composite.fields().stream()
              .map(
                  f ->
                      PythonLiteral.quote(f.name())
                          + ": "
                          + leaving(f.type().conversion(), "row." + f.name()))
              .collect(Collectors.joining(",\n        "));
      classes.put(name, "def %s(row):\n    return {%s}\n".formatted(name, fields));
    }
    return name;
  }

  /** The definitions that the expressions so far need, not indented; ends with a line end. */
  String definitions() {
    StringBuilder lines = new StringBuilder();
    texts.forEach(text -> lines.append(text.text()));
    classes.values().forEach(lines::append);
    return lines.toString();
  }
}
