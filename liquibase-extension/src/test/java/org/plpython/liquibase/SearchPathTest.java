package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.core.ParsedNode;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of Python sources wherever Liquibase looks for changelogs. */
class SearchPathTest {
  private static final String ONE =
      """
      from plpython import plfunction

      @plfunction
      def one() -> int:
          return 1
      """;
  private static final String TWO =
      """
      from plpython import plfunction
      from one import one

      @plfunction
      def two() -> int:
          return one() + 1
      """;

  @TempDir private Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path jar(String name, boolean hasFolders) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      if (hasFolders) {
        zip.putNextEntry(new ZipEntry("db/"));
        zip.putNextEntry(new ZipEntry("db/python/"));
      }
      zip.putNextEntry(new ZipEntry("db/python/one.py"));
      zip.write(ONE.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("db/python/two.py"));
      zip.write(TWO.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  /** What a changelog gets that includes the folder, or all files of it. */
  private static List<String> changeSets(String directive, ResourceAccessor accessor)
      throws Exception {
    DatabaseChangeLog changelog = new DatabaseChangeLog("changelog.yaml");
    changelog.setChangeLogParameters(new ChangeLogParameters());
    ParsedNode root = new ParsedNode(null, "databaseChangeLog");
    root.addChild(null, directive, null);
    root.getChild(null, directive)
        .addChild(null, directive.equals("include") ? "file" : "path", "db/python");
    changelog.load(root, accessor);
    return changelog.getChangeSets().stream().map(ChangeSet::getId).toList();
  }

  private static ResourceAccessor classPath(Path... entries) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path entry : entries) {
      urls.add(entry.toUri().toURL());
    }
    return new ClassLoaderResourceAccessor(new URLClassLoader(urls.toArray(URL[]::new), null));
  }

  @Test
  void folder_is_read_when_it_is_in_a_jar() throws Exception {
    assertThat(changeSets("include", classPath(jar("with.jar", true))))
        .containsExactly("function one()", "function two()", "removed objects");
  }

  @Test
  void files_are_read_when_a_jar_has_no_entry_for_their_folder() throws Exception {
    ResourceAccessor accessor = classPath(jar("without.jar", false));
    assertThatThrownBy(() -> changeSets("include", accessor))
        .hasMessageContaining("db/python was not found in the configured search path");
    assertThat(changeSets("includeAll", accessor))
        .containsExactly("function one()", "removed objects", "function two()");
  }

  @Test
  void folder_is_one_when_it_is_in_several_places() throws Exception {
    write("a/db/python/one.py", ONE);
    write("b/db/python/two.py", TWO);
    ResourceAccessor accessor = classPath(folder.resolve("a"), folder.resolve("b"));
    assertThatThrownBy(() -> changeSets("include", accessor))
        .hasMessageContaining("Found 2 files with the path 'db/python'");
    assertThat(changeSetsOfAll(accessor))
        .containsExactly("function one()", "function two()", "removed objects");
  }

  /** With more than one folder of the path allowed. */
  private static List<String> changeSetsOfAll(ResourceAccessor accessor) throws Exception {
    List<String> ids = new ArrayList<>();
    Scope.child(
        Map.of("liquibase.duplicateFileMode", "SILENT"),
        () -> ids.addAll(changeSets("include", accessor)));
    return ids;
  }

  @Test
  void file_may_be_there_twice_when_both_are_the_same_alone() throws Exception {
    write("a/db/python/one.py", ONE);
    write("b/db/python/one.py", ONE);
    ResourceAccessor both =
        new CompositeResourceAccessor(
            new DirectoryResourceAccessor(folder.resolve("a")),
            new DirectoryResourceAccessor(folder.resolve("b")));
    assertThat(changeSetsOfAll(both)).containsExactly("function one()", "removed objects");
    write("b/db/python/one.py", ONE.replace("1", "2"));
    assertThatThrownBy(() -> changeSetsOfAll(both))
        .hasMessageContaining("Liquibase's search path holds db/python/one.py twice")
        .hasMessageContaining("b/db/python/one.py");
  }
}
