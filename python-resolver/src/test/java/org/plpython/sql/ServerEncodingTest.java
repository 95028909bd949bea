package org.plpython.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plpython.object.Program;

class ServerEncodingTest {
  private static final ServerEncoding LATIN1 = new ServerEncoding("LATIN1");
  private static final String TEXT = "# Größe\nSIGN = '''\t€ \\😀\"'''\n";
  private static final Program PROGRAM =
      new Program("f", new Program.Part("maß", "maß.py", TEXT, Map.of()), List.of());
  private static final String BODY =
      "# file: maß.py\nsource = " + PythonLiteral.lines(TEXT) + "\nname = \"<maß in \"\nreturn 1\n";

  @Test
  void body_stands_as_it_is_when_the_encoding_is_utf8() {
    assertThat(ServerEncoding.UTF_8.written(BODY, PROGRAM)).isEqualTo(BODY);
    assertThat(ServerEncoding.UTF_8.firstRefused(BODY)).isEmpty();
  }

  @Test
  void body_is_ascii_with_as_many_lines_when_the_encoding_is_another() {
    String written = LATIN1.written(BODY, PROGRAM);
    assertThat(written)
        .isEqualTo(
            """
            # file: ma\\xdf.py
            source = ("\\n"
            "# Gr\\xf6\\xdfe\\n"
            "SIGN = \\'\\'\\'\\t\\u20ac \\\\\\U0001f600\\"\\'\\'\\'\\n"
            )
            name = "<ma\\xdf in "
            return 1
            """
                .replace("\\'", "'"))
        .hasLineCount(BODY.lines().toList().size());
    assertThat(LATIN1.firstRefused(written)).isEmpty();
  }

  @Test
  void word_is_refused_when_it_stands_outside_of_strings() {
    assertThat(LATIN1.firstRefused("x = call(größe, \"ß\")")).contains("größe");
    assertThat(LATIN1.firstRefused("x = 1")).isEmpty();
  }
}
