package org.plpython.catalog;

import java.util.regex.Pattern;
import org.plpython.InvalidSettingException;

/** A table's name as SQL has it; the manual's section 4.1.1. */
public final class TableName {
  private static final String IDENTIFIER =
      "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"\\x00]|\"\")+\")";
  private static final Pattern TABLE = Pattern.compile(IDENTIFIER + "(?:\\." + IDENTIFIER + ")?");

  private TableName() {}

  /**
   * The same text.
   *
   * @param text {@code table} or {@code schema.table}
   * @throws InvalidSettingException if it is something else
   */
  public static String checked(String text) {
    if (!TABLE.matcher(text).matches()) {
      throw new InvalidSettingException(
          "'%s' is no table's name: write TABLE or SCHEMA.TABLE, in double quotes where SQL wants them"
              .formatted(text));
    }
    return text;
  }
}
