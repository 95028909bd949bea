package org.plpython.source;

import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns bytes into source text: UTF-8, no byte order mark, LF line ends. Python's own rule for
 * source encodings is the language reference's section 2.1.4; a descriptor has none.
 */
final class Decoder {
  private static final Pattern ENCODING_DECLARATION =
      Pattern.compile(
          "\\A(?:[ \\t\\f]*(?:#.*)?\\n)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
  private static final Pattern UTF_8 = Pattern.compile("(?i)utf[-_]?8([-_].*)?|us-ascii|ascii");

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** What was found so far. */
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  SourceFile decode(RawFile raw) {
    CharBuffer text = CharBuffer.allocate(raw.bytes().remaining());
    CoderResult end =
        StandardCharsets.UTF_8.newDecoder().decode(raw.bytes().duplicate(), text, true);
    SourceFile file = file(raw, StandardCharsets.UTF_8.decode(raw.bytes().duplicate()).toString());
    if (end.isError()) {
      report(file, text.flip().toString(), "this is not UTF-8", "Save the file as UTF-8.");
    }
    refuseOtherEncoding(file);
    refuseNul(file);
    return file;
  }

  private static SourceFile file(RawFile raw, String text) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new SourceFile(raw.location(), raw.path(), unixLineEnds(withoutMark));
  }

  private static String unixLineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void refuseOtherEncoding(SourceFile file) {
    Matcher declaration = ENCODING_DECLARATION.matcher(file.text());
    if (!file.isDescriptor()
        && declaration.find()
        && !UTF_8.matcher(declaration.group(1)).matches()) {
      report(
          file,
          file.text().substring(0, declaration.start(1)),
          "the file declares the encoding " + declaration.group(1),
          "Save the file as UTF-8 and remove the declaration.");
    }
  }

  private void refuseNul(SourceFile file) {
    int nul = file.text().indexOf('\0');
    if (nul >= 0) {
      String before = file.text().substring(0, nul);
      report(file, before, "the file holds a NUL character", "Remove it.");
    }
  }

  private void report(SourceFile file, String before, String message, String advice) {
    String lines = unixLineEnds(before);
    int line = (int) lines.chars().filter(c -> c == '\n').count() + 1;
    String rest = lines.substring(lines.lastIndexOf('\n') + 1);
    int column = rest.codePointCount(0, rest.length()) + 1;
    diagnostics.add(new Diagnostic(file, new Position(line, column), message, advice));
  }
}
