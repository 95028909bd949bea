package org.plpython.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTextTest {
  @Test
  void each_change_says_what_why_and_at_what_cost_when_there_are_some() {
    assertThat(PlanText.of(Plans.CHANGES, false))
        .isEqualTo(
            """
            create function shop.net(text)  new  (pricing.py)
                ! there is also shop.net(numeric), which is not ours: a call may fit both
                ! needs a superuser: PL/Python is for superusers
            replace function shop.gross(numeric)  source changed  (pricing.py)
                body:
                  @@ -3,4 +3,4 @@
                   b
                   c
                   d
                  -VAT = 16
                  \\ No newline at end of file
                  +VAT = 19
                comment:
                  @@ -0,0 +1,2 @@
                  +Gross.
                  +With VAT.
                  \\ No newline at end of file
                volatility: stable -> immutable  changed in the database since the last deploy
            recreate function shop.label(text, integer)  signature changed  (pricing.py)
                it was the procedure shop.label(text)
                kind: procedure -> function
                ! locks shop.book in ACCESS EXCLUSIVE mode until the deploy has ended
                ! drops and makes again what hangs on it: view shop.labels, view shop.more
            drop trigger shop.book.audit  gone  (old.py)
                ! locks shop.book in ACCESS EXCLUSIVE mode until the deploy has ended
            keep function shop.legacy()  no longer in the sources  (legacy.py)
            1 to create, 1 to replace, 1 to recreate, 1 to drop, 40 unchanged
            """);
  }

  @Test
  void drift_that_stays_is_told_when_there_is_some() {
    assertThat(PlanText.of(Plans.LEFT, false))
        .isEqualTo(
            """
            leave function shop.f()  drifted  (pricing.py)
                comment: ours -> theirs  changed in the database since the last deploy
            1 left as changed in the database, 40 unchanged
            """);
  }

  @Test
  void place_advice_and_script_are_told_when_it_is_refused() {
    assertThat(PlanText.of(Plans.REFUSED, false))
        .isEqualTo(
            """
            refused: db/pricing.py:3: the function shop.f() must be dropped
              Run this:

            BEGIN;
            DROP FUNCTION shop.f();
            COMMIT;

            refused: the server is a standby
            keep function shop.legacy()  no longer in the sources  (legacy.py)
            Without --project nothing is removed.
            40 unchanged; refused: nothing will be changed
            """);
  }

  @Test
  void one_line_is_all_when_there_is_nothing_to_do() {
    assertThat(PlanText.of(Plans.NOTHING, false))
        .isEqualTo("nothing to do: 43 objects are as the sources say\n");
  }

  @Test
  void colours_change_nothing_else_when_they_are_asked_for() {
    String colored = PlanText.of(Plans.CHANGES, true);
    assertThat(colored)
        .startsWith("\u001b[32mcreate\u001b[m function \u001b[1mshop.net(text)\u001b[m  new")
        .contains("      \u001b[31m-VAT = 16\u001b[m\n");
    assertThat(colored.replaceAll("\u001b\\[\\d*m", ""))
        .isEqualTo(PlanText.of(Plans.CHANGES, false));
  }

  @Test
  void control_characters_are_shown_when_the_database_holds_some() {
    assertThat(PlanText.of(Plans.commented("\u001b[2J\u009b2J\r", "a\tb"), true))
        .contains("    comment: \\x1b[2J\\x9b2J\\x0d -> a\tb");
  }
}
