package org.plpython.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** Writes JSON that is ASCII whatever its strings hold, so that no encoding on the way matters. */
public final class JsonText {
  private static final FormattingStyle LINE =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  private JsonText() {}

  /** What is written. */
  public interface Content {
    /** Writes it. */
    void write(JsonWriter json) throws IOException;
  }

  /** The content, which is one value, over several lines. The last one has a line end as well. */
  public static String of(Content content) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setFormattingStyle(FormattingStyle.PRETTY);
      content.write(json);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return ascii(text.toString()) + "\n";
  }

  /** Writes an object in one line; the content is its names and values. */
  public static void line(JsonWriter json, Content content) throws IOException {
    FormattingStyle style = json.getFormattingStyle();
    json.beginObject();
    json.setFormattingStyle(LINE);
    content.write(json);
    json.endObject();
    json.setFormattingStyle(style);
  }

  /** What is not ASCII can only be in strings. */
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x7f) {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return text.toString();
  }
}
