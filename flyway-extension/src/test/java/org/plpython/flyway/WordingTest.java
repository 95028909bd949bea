package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the command line's options become in Flyway's messages. */
class WordingTest {
  private static final Path SOURCES = Path.of("../python-resolver/src/main/java");

  /** A text block, or strings that are joined by plus signs. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "\"\"\"\n(?<block>.*?)\"\"\"|(?<strings>\"(?:\\\\.|[^\"\\\\\n])*\""
              + "(?:\\s*\\+\\s*\"(?:\\\\.|[^\"\\\\\n])*\")*)",
          Pattern.DOTALL);

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]");

  /** A new message that names an option belongs here, as a user of Flyway shall read it. */
  @Test
  void every_option_in_a_message_becomes_its_setting() {
    assertThat(messages().map(Wording::of))
        .containsExactlyInAnyOrder(
            "Another session holds a lock on it. SELECT pid, state, query FROM pg_stat_activity"
                + " shows which: wait for it, or give the deploy more time with"
                + " flyway.plpython.lockTimeout.",
            "It took longer than it may. Give it more time with flyway.plpython.statementTimeout.",
            "another deploy in this database has not ended for %d s, and this one waits no longer"
                + " Wait for it, or give this one more time with flyway.plpython.turnTimeout."
                + " Nothing was changed.",
            "Create the first schema of the search path, or name another one:"
                + " flyway.plpython.registry=schema.table",
            "Create it, or name another one: flyway.plpython.registry=schema.table",
            ", or name another schema: flyway.plpython.registry=schema.table",
            "Without flyway.plpython.project nothing is removed.",
            "Take over in the sources what was done there, or have it undone: set"
                + " flyway.plpython.driftPolicy=repair.",
            "No project is named here. If it is that one, set flyway.plpython.project=%s.",
            "It differs in: %s. Set flyway.plpython.adopt=true to have it replaced, or give this"
                + " one another name.",
            "Look whether the location is the right one. If it is, set"
                + " flyway.plpython.allowRemoval=true.",
            "Set flyway.plpython.dependents=recreate to have all of it dropped and made again, or"
                + " run this",
            "Drop that first in a versioned migration, put the source back, or set"
                + " flyway.plpython.protect=%s. This");
  }

  @Test
  void value_is_without_the_quotes_of_a_shell() {
    assertThat(Wording.of("say --project 'public.flyway_schema_history'."))
        .isEqualTo("set flyway.plpython.project=public.flyway_schema_history.");
    assertThat(Wording.of("or say --protect 'shop.it's(integer)'. This"))
        .isEqualTo("or set flyway.plpython.protect=shop.it's(integer). This");
  }

  @Test
  void text_stays_when_it_only_looks_like_an_option() {
    String script =
        """
        CREATE FUNCTION f() RETURNS integer LANGUAGE plpython3u AS $$
        # say --verbose, with --source 'x'
        return a--adopt
        $$; --drop it""";
    assertThat(Wording.of(script)).isEqualTo(script);
  }

  private static Stream<String> messages() {
    return sources().flatMap(WordingTest::literals).filter(it -> OPTION.matcher(it).find());
  }

  private static Stream<String> literals(String source) {
    return LITERAL.matcher(source).results().map(WordingTest::text).toList().stream();
  }

  private static String text(MatchResult literal) {
    String block = literal.group(1);
    String strings = literal.group(2);
    return block != null
        ? block.strip().replaceAll("\\s+", " ")
        : strings.substring(1, strings.length() - 1).replaceAll("\"\\s*\\+\\s*\"", "");
  }

  private static Stream<String> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> java = files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
      return java.stream().map(WordingTest::read);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
