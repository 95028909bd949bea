package org.plpython.installed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.plpython.source.SourceFile;

/** Python files of one source root in one text: each after a line {@code # === path}. */
record CaseFiles(List<SourceFile> files) {
  private static final Pattern FILE = Pattern.compile("(?ms)^# === (\\S+)\n(.*?)(?=^# === |\\z)");

  /** The files of a text. */
  static CaseFiles of(String text) {
    List<SourceFile> files = new ArrayList<>();
    for (MatchResult file : FILE.matcher(text).results().toList()) {
      files.add(new SourceFile("sources", file.group(1), file.group(2)));
    }
    return new CaseFiles(files);
  }

  /** The name of the first file's module. */
  String firstModule() {
    return files.get(0).path().replaceFirst("(/__init__)?\\.py$", "").replace('/', '.');
  }

  /** Writes the files below a folder. */
  void writeTo(Path root) throws IOException {
    for (SourceFile file : files) {
      Path path = root.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }
}
