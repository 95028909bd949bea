package org.plpython.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published schema says what the reader says. */
class DescriptorSchemaTest {
  private static final String RESOURCE = "/org/plpython/descriptor/plpython-descriptor.schema.json";
  private static final JsonNode SCHEMA = read();
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(SCHEMA);
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  /** Nothing is said of their values while the entry's function is not known. */
  private static final Set<String> READ_FOR_A_FUNCTION =
      Set.of("function", "final", "combine", "model");

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(DescriptorSchemaTest.class.getResourceAsStream(RESOURCE))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException error) {
      throw new AssertionError(error);
    }
  }

  /** What the schema says of an entry of a section. */
  private static JsonNode entry(Section section) {
    return resolved(SCHEMA.at("/properties/" + section.key() + "/items")).get("properties");
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? SCHEMA.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** What the reader says of an entry that holds these options and no others. */
  private static String told(Section section, String options) {
    String text = section.key() + ":\n  - {" + options + "}\n";
    InvalidSourceException mistakes =
        catchThrowableOfType(
            InvalidSourceException.class,
            () -> PythonResolver.resolveFiles(List.of(new SourceFile("sources", "d.yaml", text))));
    return String.valueOf(mistakes.getMessage());
  }

  private static List<String> options(Section section) {
    Matcher matcher =
        Pattern.compile("The options are: (.*)\\.").matcher(told(section, "nonsense: 1"));
    assertThat(matcher.find()).isTrue();
    return Arrays.asList(matcher.group(1).split(", ", -1));
  }

  @Test
  void sections_are_the_readers_when_keys_are_compared() {
    assertThat(SCHEMA.get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(Section.keys());
  }

  @ParameterizedTest
  @EnumSource
  void options_are_the_readers_when_keys_are_compared(Section section) {
    assertThat(entry(section).propertyNames())
        .containsExactlyInAnyOrderElementsOf(options(section));
  }

  static List<Arguments> allOptions() {
    List<Arguments> all = new ArrayList<>();
    for (Section section : Section.values()) {
      options(section).forEach(option -> all.add(arguments(section, option)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("allOptions")
  void values_are_the_readers_when_enumerations_are_compared(Section section, String option) {
    Matcher choices =
        Pattern.compile("option '" + option + "' of the entry must be one of (.*)")
            .matcher(told(section, option + ": nonsense"));
    List<String> known = new ArrayList<>();
    resolved(entry(section).get(option)).path("enum").forEach(value -> known.add(value.asString()));
    if (choices.find()) {
      assertThat(known)
          .containsExactlyInAnyOrder(choices.group(1).replace("\"", "").split(", ", -1));
    } else {
      assertThat(option.equals("deferrable") ? List.of() : known).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("allOptions")
  void option_is_described_when_an_editor_asks(Section section, String option) {
    assertThat(resolved(entry(section).get(option)).path("description").asString())
        .matches("[A-Z].*");
  }

  @ParameterizedTest
  @MethodSource("allOptions")
  void null_is_refused_by_both_when_it_is_an_options_value(Section section, String option) {
    if (!READ_FOR_A_FUNCTION.contains(option)) {
      assertThat(told(section, option + ": null")).contains("d.yaml:2:" + (option.length() + 8));
    }
    assertThat(mistakes(section.key() + ": [{" + option + ": null}]"))
        .anyMatch(m -> m.contains("/" + option + ":"));
  }

  private static List<String> mistakes(String yaml) {
    return VALIDATOR.validate(yaml, InputFormat.YAML).stream().map(Error::toString).toList();
  }

  static Stream<String> valid() throws IOException {
    Path golden = Path.of("src/test/resources/golden/descriptors");
    List<String> texts = new ArrayList<>();
    texts.add(Files.readString(golden.resolve("pricing.yaml")));
    texts.add(Files.readString(golden.resolve("shop/raw.yml")));
    texts.add(Files.readString(Path.of("src/test/resources/lint/descriptor.yaml")));
    BLOCK
        .matcher(Files.readString(Path.of("../docs/descriptors.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .forEach(texts::add);
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void descriptor_is_valid_when_the_reader_takes_it(String text) {
    assertThat(mistakes(text)).isEmpty();
  }

  static Stream<String> invalid() {
    return Stream.of(
        "functions: [{source: a.py}]",
        "functions: [{function: f}]",
        "functions: [{body: return 1}]",
        "functions: [{name: f, body: return 1, function: f}]",
        "functions: [{name: f, body: return 1, source: a.py}]",
        "functions: [{source: a.py, function: f, strict: 1}]",
        "functions: [{source: a.py, function: f, cost: 0}]",
        "functions: [{source: a.py, function: f, name: 1}]",
        "functions: [{source: a.py, function: f, name: shop.f}]",
        "functions: [{source: a.py, function: f, parameters: [a]}]",
        "functions: [{source: a.py, function: f, grant: {app: select}}]",
        "procedures: [{source: a.py, function: f, returns: int}]",
        "procedures: [{source: a.py, function: f, strict: true}]",
        "aggregates: [{source: a.py, function: f}]",
        "triggers: [{source: a.py, function: f, event: INSERT, when: AFTER}]",
        "triggers: [{source: a.py, function: f, event: INSERT, table: t}]",
        "triggers: [{source: a.py, function: f, event: INSERT, when: AFTER, table: t, model: T}]",
        "triggers: [{source: a.py, function: f, event: INSERT AND X, when: AFTER, table: t}]",
        "triggers: [{function: f, event: INSERT, when: AFTER, table: t}]",
        "event_triggers: [{source: a.py, function: f}]",
        "event_triggers: [{source: a.py, function: f, event: login, tags: x}]",
        "functions: {source: a.py, function: f}",
        "views: []",
        "[]");
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void descriptor_is_invalid_for_both_when_the_reader_refuses_it(String text) {
    assertThat(mistakes(text)).isNotEmpty();
    List<SourceFile> files =
        List.of(
            new SourceFile("sources", "d.yaml", text),
            new SourceFile("sources", "a.py", "def f(): pass\n"));
    assertThat(
            catchThrowableOfType(
                InvalidSourceException.class, () -> PythonResolver.resolveFiles(files)))
        .isNotNull();
  }
}
