package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** What the pages show is what one sees. */
class PageTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```([a-z]+)(?: ([a-z.]+))?\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ ).*\n)*)");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"placeholders", "plan"})
  void output_is_the_pages_when_its_commands_are_run(String page) throws IOException, SQLException {
    try (PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase()) {
      Shop shop = new Shop(database, folder);
      shop.execute("CREATE SCHEMA shop");
      for (MatchResult block :
          BLOCK.matcher(Files.readString(Path.of("../docs/" + page + ".md"))).results().toList()) {
        switch (block.group(1)) {
          case "python" -> Files.writeString(folder.resolve(block.group(2)), block.group(3));
          case "sql" -> shop.execute(block.group(3));
          case "console" ->
              COMMAND.matcher(block.group(3)).results().forEach(command -> run(shop, command));
          default -> assertThat(block.group(1)).isEqualTo("json");
        }
      }
    }
  }

  private void run(Shop shop, MatchResult command) {
    List<String> words = new ArrayList<>(List.of(command.group(1).split(" ")));
    if (words.remove(0).equals("plpython")) {
      String verb = words.remove(0);
      assertThat(words.remove(0)).isEqualTo("$DB");
      words.replaceAll(
          word -> word.matches("[a-z]+\\.(json|sql)") ? folder.resolve(word).toString() : word);
      Run run = shop.run(verb, words.toArray(String[]::new));
      assertThat((run.out() + run.err()).replace(folder + "/", ""))
          .as(command.group(1))
          .isEqualTo(command.group(2));
    }
  }
}
