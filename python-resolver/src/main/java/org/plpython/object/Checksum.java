package org.plpython.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.plpython.descriptor.TriggerDefinition;

/**
 * A hash of an object's definition. It sees every character that matters, indentation too, and
 * nothing else: neither where in its file a function stands nor how we write the body around it.
 *
 * @param sha256 in lower-case hexadecimal, 64 characters
 */
public record Checksum(String sha256) {
  /** Raised only when objects that did not change shall be installed again. */
  private static final int FORMAT = 1;

  private static final int SHORT = 12;

  /** Of what is about to get one. */
  static final Checksum UNKNOWN = new Checksum("");

  static Checksum of(DatabaseObject object) {
    Canonical text = new Canonical().add("format", FORMAT).add(object.kind(), object.identity());
    if (object instanceof Routine.Function function) {
      addFunction(text, function);
    } else if (object instanceof Aggregate aggregate) {
      addAggregate(text, aggregate);
    } else if (object instanceof Routine.TriggerFunction function) {
      addCall(text, function.call());
      addRoutine(text, function);
    } else if (object instanceof Trigger trigger) {
      addTrigger(text, trigger);
    } else if (object instanceof Routine.EventTriggerFunction function) {
      text.add("arguments", function.arguments());
      addRoutine(text, function);
    } else if (object instanceof EventTrigger trigger) {
      addEventTrigger(text, trigger);
    }
    return ofText(text.toString());
  }

  private static void addFunction(Canonical text, Routine.Function function) {
    for (Parameter parameter : function.parameters()) {
      text.add("parameter", parameter.name())
          .add("passing", parameter.passing())
          .add("default", parameter.defaultValue())
          .add("at run time", parameter.defaultAtRunTime());
      addType(text, parameter.type());
    }
    text.add("returns", function.result());
    text.add("attributes", function.attributes());
    text.add("privileges", function.privileges());
    addRoutine(text, function);
  }

  private static void addAggregate(Canonical text, Aggregate aggregate) {
    for (Parameter parameter : aggregate.parameters()) {
      text.add("parameter", parameter.name()).add("passing", parameter.passing());
    }
    text.add("state", aggregate.state().identity());
    text.add("final", aggregate.finalFunction().map(Routine::identity));
    text.add("combine", aggregate.combineFunction().map(Routine::identity));
    text.add("initial", aggregate.initial());
    text.add("sort operator", aggregate.sortOperator());
    text.add("parallel", aggregate.parallel());
    text.add("privileges", aggregate.privileges());
    text.add("comment", aggregate.comment());
  }

  private static void addType(Canonical text, ValueType type) {
    text.add("type", type.sql()).add("conversion", type.conversion());
  }

  private static void addCall(Canonical text, TriggerCall call) {
    text.add("arguments", call.arguments());
    addModel(text, "new", call.newModel());
    addModel(text, "old", call.oldModel());
  }

  private static void addModel(Canonical text, String row, Optional<TriggerCall.Model> model) {
    if (model.isPresent()) {
      text.add(row, model.get().type());
      model
          .get()
          .conversions()
          .forEach(
              (column, type) -> {
                text.add("column", column).add("conversion", type);
              });
    }
  }

  private static void addRoutine(Canonical text, Routine routine) {
    text.add("comment", routine.comment());
    if (routine.code() instanceof Program program) {
      addProgram(text, program);
    } else {
      text.add("body", routine.code().text());
    }
  }

  private static void addProgram(Canonical text, Program program) {
    text.add("path", program.path());
    text.add("entry", program.entry());
    addSource(text, program.main());
    for (Program.Part part : program.others()) {
      text.add("module", part.name()).add("path", part.path());
      addSource(text, part);
    }
  }

  private static void addSource(Canonical text, Program.Part part) {
    part.provided().forEach((name, origin) -> text.add(origin, name));
    text.add("source", part.text());
  }

  private static void addTrigger(Canonical text, Trigger trigger) {
    TriggerDefinition definition = trigger.definition();
    text.add("timing", definition.timing());
    text.add("level", definition.level());
    text.add("events", definition.events());
    definition.columns().forEach(column -> text.add("column", column));
    text.add("condition", definition.condition());
    text.add("old table", definition.transitionTables().oldTable());
    text.add("new table", definition.transitionTables().newTable());
    definition.arguments().forEach(argument -> text.add("argument", argument));
    text.add("constraint", definition.constraint());
    text.add("enabled", definition.enabled());
    text.add("function", trigger.function().identity());
  }

  private static void addEventTrigger(Canonical text, EventTrigger trigger) {
    text.add("event", trigger.event());
    trigger.tags().forEach(tag -> text.add("tag", tag));
    text.add("enabled", trigger.enabled());
    text.add("function", trigger.function().identity());
  }

  /** Its first 12 characters: enough for a name, not for a comparison. */
  public String shortened() {
    return sha256.substring(0, SHORT);
  }

  /** The same in 32 bits, for Flyway's history. */
  public int crc32() {
    CRC32 crc = new CRC32();
    crc.update(sha256.getBytes(StandardCharsets.US_ASCII));
    return (int) crc.getValue();
  }

  /** The hash of any text. */
  public static Checksum ofText(String text) {
    return new Checksum(sha256(text));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Named values, each with its length, so that no two lists of values make the same text. */
  private static final class Canonical {
    private final StringBuilder text = new StringBuilder();

    Canonical add(String name, Object value) {
      String written = value instanceof List<?> list ? String.join(" ", names(list)) : "" + value;
      text.append(name).append(' ').append(written.length()).append(' ');
      text.append(written).append('\n');
      return this;
    }

    private static List<String> names(List<?> values) {
      return values.stream().map(String::valueOf).toList();
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
