package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plpython.settings.Setting;

/** The guide's table of settings. */
class SettingsGuideTest {
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `liquibase\\.plpython\\.(\\w+)` \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

  @Test
  void guide_lists_every_setting_once_in_order() throws IOException {
    String guide = Files.readString(Path.of("../docs/liquibase.md"));
    List<String> rows = ROW.matcher(guide).results().map(row -> row.group(1)).toList();
    assertThat(rows).isEqualTo(Setting.ALL.stream().map(Setting::name).toList());
  }
}
