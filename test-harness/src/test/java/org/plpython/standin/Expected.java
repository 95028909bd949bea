package org.plpython.standin;

import com.google.gson.JsonElement;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of standin.py: what a statement must come to.
 *
 * @param setup statements before the functions are installed; if there are any, the rest is null
 * @param line of the case
 * @param before statements that bring the database into the state of the stand-in
 * @param reading a query for what the statement has done, in place of its own result
 * @param row whether the result is a row in JSON, and not any text
 * @param kept what {@code keeping} must give
 */
record Expected(
    @SerializedName("case") String file,
    int line,
    @Nullable List<String> setup,
    @Nullable String function,
    @Nullable List<String> before,
    @Nullable String sql,
    @Nullable String reading,
    boolean row,
    @Nullable JsonElement result,
    @Nullable Said error,
    @Nullable List<Said> messages,
    @Nullable String keeping,
    @Nullable List<String> kept) {

  /** An error or a notice. */
  record Said(
      @Nullable String message,
      @Nullable String sqlstate,
      @Nullable String detail,
      @Nullable String hint) {}

  /** What came of the statement, or must have come. */
  record Outcome(
      @Nullable JsonElement result,
      @Nullable Said error,
      List<Said> messages,
      @Nullable List<String> kept) {}

  Outcome outcome() {
    JsonElement whole = result == null || result.isJsonNull() ? null : result;
    return new Outcome(whole, error, Objects.requireNonNull(messages), kept);
  }

  String place() {
    return file + ":" + line + ": " + function;
  }
}
