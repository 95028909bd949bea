package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Liquibase's checksums of our changes see. */
class ChecksumTest {
  private static final String SOURCE =
      """
      from plpython import plfunction

      @plfunction
      def f(n: int) -> int:
          for i in range(3):
              n += 1
          return n
      """;

  @TempDir private Path folder;

  /** A change of the file {@code f.py}, in a change set that runs once. */
  private CheckSum checksum(String source, ChecksumVersion version) throws Exception {
    Files.writeString(folder.resolve("f.py"), source);
    return Scope.child(
        Map.of(
            Scope.Attr.checksumVersion.name(),
            version,
            Scope.Attr.resourceAccessor.name(),
            new DirectoryResourceAccessor(folder)),
        () -> change().generateCheckSum());
  }

  private static PlPythonFunctionChange change() {
    PlPythonFunctionChange change = new PlPythonFunctionChange();
    change.setPath("f.py");
    ChangeSet changeSet =
        new ChangeSet("1", "a", false, false, "c.xml", null, null, new DatabaseChangeLog("c.xml"));
    changeSet.addChange(change);
    return change;
  }

  private String latest(String source) throws Exception {
    return checksum(source, ChecksumVersion.latest()).getStoredCheckSum();
  }

  @Test
  void checksum_sees_indentation_and_no_line_ends() throws Exception {
    String before = latest(SOURCE);
    assertThat(latest(SOURCE.replace("        n += 1", "    n += 1"))).isNotEqualTo(before);
    assertThat(latest(SOURCE.replace("\n", "\r\n"))).isEqualTo(before);
    assertThat(latest("\uFEFF" + SOURCE)).isEqualTo(before);
  }

  @Test
  void checksum_is_the_same_under_each_version() throws Exception {
    assertThat(checksum(SOURCE, ChecksumVersion.V8).getStoredCheckSum())
        .isEqualTo(checksum(SOURCE, ChecksumVersion.V9).getStoredCheckSum());
  }

  @Test
  void missing_file_has_a_checksum_and_a_validation_error() throws Exception {
    Scope.child(
        Map.of(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder)),
        () -> {
          PlPythonFunctionChange change = change();
          assertThat(change.generateCheckSum()).isNotNull();
          assertThat(change.validate(new PostgresDatabase()).getErrorMessages())
              .singleElement()
              .asString()
              .contains("There is no file f.py on Liquibase's search path.");
        });
  }

  @Test
  void file_in_a_change_set_without_runOnChange_is_warned_of() throws Exception {
    Files.writeString(folder.resolve("f.py"), SOURCE.replace("-> int", "-> 'nobody'"));
    Scope.child(
        Map.of(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder)),
        () -> {
          ValidationErrors errors = change().validate(new PostgresDatabase());
          assertThat(errors.getWarningMessages())
              .singleElement()
              .asString()
              .contains("without runOnChange=\"true\"");
          assertThat(errors.getErrorMessages()).singleElement().asString().contains("f.py:4");
        });
  }

  @Test
  void path_out_of_the_search_path_is_refused_when_liquibase_5_is_told_so() throws Exception {
    Scope.child(
        Map.of(
            Scope.Attr.resourceAccessor.name(),
            new DirectoryResourceAccessor(folder),
            "liquibase.allowExternalChangelogPaths",
            "false"),
        () -> {
          PlPythonFunctionChange change = change();
          change.setPath("classpath:f.py");
          assertThat(change.validate(new PostgresDatabase()).getErrorMessages())
              .singleElement()
              .asString()
              .contains("liquibase.allowExternalChangelogPaths=false forbids that");
        });
  }
}
