package org.plpython.deploy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.plpython.object.Trigger;

/** What to do about a refusal that depends on the table, which no earlier stage can look at. */
final class TriggerAdvice {
  private static final String CONDITION =
      "Mend the SQL in condition=: it may name columns as new.column and old.column, and nothing"
          + " else.";

  private static final String PARTITION =
      "A trigger of a partitioned table is on its partitions already: declare it for the"
          + " partitioned table alone, or with another name=.";

  /** By SQLSTATE; the manual's appendix A. */
  private static final Map<String, String> ADVICE =
      Map.of(
          "42P01", "Create the table in a versioned migration, or mend its name: table= or model=.",
          "42703", "Mend the column's name in of= or condition=.",
          "42601", "Mend the SQL in condition=.",
          "42809",
              "A table has BEFORE and AFTER triggers. A view has INSTEAD OF row triggers, and"
                  + " statement triggers without TRUNCATE, old_table=, new_table= and enabled=.",
          "42710", PARTITION,
          "2BP01", PARTITION,
          "42702", CONDITION,
          "42803", CONDITION,
          "42804", CONDITION);

  private TriggerAdvice() {}

  static Optional<String> of(Trigger trigger, SQLException error) {
    String state = String.valueOf(error.getSQLState());
    if (state.equals("0A000") && trigger.hasTransitionTables()) {
      return Optional.of(
          "Write level=\"statement\": partitioned tables and their partitions have no row triggers"
              + " with transition tables.");
    } else if (state.equals("42P01")
        && String.valueOf(error.getMessage()).contains("FROM-clause")) {
      return Optional.of(CONDITION);
    }
    return of(state);
  }

  /** What a SQLSTATE alone tells. */
  static Optional<String> of(String state) {
    return Optional.ofNullable(ADVICE.get(state));
  }
}
