package org.plpython.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private final Decoder decoder = new Decoder();

  private SourceFile decode(byte[] bytes) {
    return decoder.decode(new RawFile("db", "a.py", ByteBuffer.wrap(bytes)));
  }

  private List<String> found(byte[] bytes) {
    decode(bytes);
    return decoder.diagnostics().stream()
        .map(d -> d.position().line() + ":" + d.position().column() + " " + d.message())
        .toList();
  }

  @Test
  void text_is_normal_when_file_has_a_mark_and_any_line_ends() {
    assertThat(decode("\uFEFFa\r\nb\rc\n\r\n\té\uD83D\uDE00\f".getBytes(UTF_8)))
        .isEqualTo(new SourceFile("db", "a.py", "a\nb\nc\n\n\té\uD83D\uDE00\f"));
    assertThat(decoder.diagnostics()).isEmpty();
  }

  @Test
  void place_is_in_code_points_when_bytes_are_not_utf_8() {
    byte[] bytes = "x\r\n\uD83D\uDE00é?".getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xE9;
    assertThat(found(bytes)).containsExactly("2:3 this is not UTF-8");
  }

  @Test
  void truncated_character_is_found_when_it_ends_the_file() {
    assertThat(found("# é".getBytes(ISO_8859_1))).containsExactly("1:3 this is not UTF-8");
    assertThat(new Decoder().diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# -*- coding: latin-1 -*-",
        "#!/usr/bin/python\n# vim: set fileencoding=latin-1 :",
        "\n  \f# coding:latin-1",
      })
  void other_encoding_is_found_when_a_comment_declares_it(String text) {
    assertThat(found(text.getBytes(UTF_8)))
        .singleElement()
        .asString()
        .endsWith("the file declares the encoding latin-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# -*- coding: UTF-8 -*-",
        "# coding=utf8",
        "# coding: utf_8",
        "# coding: utf-8-sig",
        "# coding: us-ascii",
        "x = 1\n# coding: latin-1",
        "\n\n# coding: latin-1",
        "x = '# coding: latin-1'"
      })
  void nothing_is_found_when_the_encoding_is_utf_8(String text) {
    assertThat(found(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void nul_is_found_when_the_file_holds_one() {
    assertThat(found("a\nb\0".getBytes(UTF_8)))
        .containsExactly("2:2 the file holds a NUL character");
  }
}
