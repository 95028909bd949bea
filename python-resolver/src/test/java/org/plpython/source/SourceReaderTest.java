package org.plpython.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  private static final SourceReader READER =
      new SourceReader(SourceReaderTest.class.getClassLoader());

  @TempDir private Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Location folder(Path path) {
    return Location.folder(path.toString());
  }

  @Test
  void files_are_sorted_by_path_when_folders_nest() throws IOException {
    write("b.py", "B\r\n");
    write("a/c.py", "C");
    write("a.py", "A");
    write("notes.txt", "no");
    write("folder.py/d.py", "D");
    write(".venv/lib/tool.py", "hidden");
    write("a/.hidden.yml", "hidden");
    String location = folder(folder).path();
    assertThat(READER.read(List.of(folder(folder))))
        .containsExactly(
            new SourceFile(location, "a.py", "A"),
            new SourceFile(location, "a/c.py", "C"),
            new SourceFile(location, "b.py", "B\n"),
            new SourceFile(location, "folder.py/d.py", "D"));
  }

  @Test
  void descriptors_are_read_as_python_files_are_when_they_lie_beside_them() throws IOException {
    write("only/a.yaml", "\uFEFF# coding: latin-1\r\nfunctions: []\r\n");
    write("only/b.yml", "");
    String location = folder(folder.resolve("only")).path();
    List<SourceFile> files = READER.read(List.of(folder(folder.resolve("only"))));
    assertThat(files)
        .containsExactly(
            new SourceFile(location, "a.yaml", "# coding: latin-1\nfunctions: []\n"),
            new SourceFile(location, "b.yml", ""));
    assertThat(files).allMatch(SourceFile::isDescriptor);
    assertThat(new SourceFile("", "yaml.py", "").isDescriptor()).isFalse();
  }

  @Test
  void link_is_refused_when_it_leads_out_of_the_location() throws IOException {
    write("secret.py", "SECRET = 1");
    write("root/real/a.py", "A");
    Files.createSymbolicLink(folder.resolve("root/b.py"), folder.resolve("secret.py"));
    Files.createSymbolicLink(folder.resolve("root/c.py"), folder.resolve("root/real/a.py"));
    Path root = folder.resolve("root");
    assertThatThrownBy(() -> READER.read(List.of(folder(root))))
        .isInstanceOfSatisfying(
            InvalidSourceException.class,
            e ->
                assertThat(e)
                    .hasMessageStartingWith(
                        root + "/b.py:1:1: error: the file is a symbolic link that leads out of")
                    .hasMessageNotContaining("SECRET"));
    Files.delete(folder.resolve("root/b.py"));
    assertThat(READER.read(List.of(folder(root))))
        .extracting(SourceFile::path)
        .containsExactly("c.py", "real/a.py");
  }

  @Test
  void locations_keep_their_order_when_there_are_several() throws IOException {
    write("z/a.py", "1");
    write("y/b.py", "2");
    assertThat(READER.read(List.of(folder(folder.resolve("z")), folder(folder.resolve("y")))))
        .extracting(SourceFile::path)
        .containsExactly("a.py", "b.py");
  }

  @Test
  void files_come_from_folders_and_jars_when_location_is_on_the_class_path() throws IOException {
    write("classes/db/py/b.py", "B");
    write("classes/other/x.py", "X");
    Path jar = folder.resolve("a.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("db/py/sub/a.py"));
      out.write("A".getBytes(UTF_8));
    }
    URL[] urls = {folder.resolve("classes").toUri().toURL(), jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertThat(new SourceReader(loader).read(List.of(Location.parse("db/py"))))
          .containsExactly(
              new SourceFile("db/py", "b.py", "B"), new SourceFile("db/py", "sub/a.py", "A"));
    }
  }

  @Test
  void location_is_refused_when_class_path_holds_a_file_twice() throws IOException {
    write("one/db/a.py", "1");
    write("two/db/a.py", "2");
    URL[] urls = {folder.resolve("one").toUri().toURL(), folder.resolve("two").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      SourceReader reader = new SourceReader(loader);
      assertThatThrownBy(() -> reader.read(List.of(Location.parse("db"))))
          .isExactlyInstanceOf(InvalidLocationException.class)
          .hasMessageStartingWith("The class path holds db/a.py twice, the second time in file:")
          .hasMessageEndingWith("/two/. Rename or remove one of the two.");
    }
  }

  @Test
  void location_is_refused_when_it_holds_no_python() throws IOException {
    write("empty/a.txt", "");
    assertRefused("empty", "the folder %s holds none");
    assertRefused("missing", "%s does not exist");
    assertRefused("empty/a.txt", "%s is no folder");
  }

  private void assertRefused(String name, String reason) {
    Path path = folder.resolve(name);
    assertThatThrownBy(() -> READER.read(List.of(folder(path))))
        .isExactlyInstanceOf(InvalidLocationException.class)
        .hasMessage(
            "There is no Python file in filesystem:%s (%s). Put your .py files there, or name the"
                + " folder that holds them.",
            path, reason.formatted(path));
  }

  @Test
  void prefix_is_advised_when_a_class_path_location_is_a_folder() {
    assertThatThrownBy(() -> READER.read(List.of(Location.parse("src/test"))))
        .hasMessageContaining("write filesystem:src/test");
  }

  @Test
  void mistakes_of_all_files_are_reported_when_none_is_utf_8() throws IOException {
    Files.write(folder.resolve("b.py"), "é".getBytes(ISO_8859_1));
    Files.write(folder.resolve("a.py"), "xé".getBytes(ISO_8859_1));
    assertThatThrownBy(() -> READER.read(List.of(folder(folder))))
        .isInstanceOfSatisfying(
            InvalidSourceException.class,
            e ->
                assertThat(e.diagnostics())
                    .extracting(d -> d.file().path(), Diagnostic::position)
                    .containsExactly(
                        tuple("a.py", new Position(1, 2)), tuple("b.py", new Position(1, 1))));
  }
}
