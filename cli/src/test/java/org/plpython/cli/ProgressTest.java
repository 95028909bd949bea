package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plpython.plan.Plan;
import org.plpython.plan.Step;

class ProgressTest {
  private static final Step STEP = new Step("SELECT 1", Optional.empty());

  private final StringWriter err = new StringWriter();
  private long millis;

  private Progress progress(Terminal terminal) {
    return new Progress(
        new Status(new PrintWriter(err), terminal),
        () -> millis * 1_000_000,
        plan -> err.append("planned\n"));
  }

  /** Twelve statements of thirty milliseconds, with a failure in their midst. */
  private String run(Progress progress) {
    Plan plan =
        new Plan(
            Optional.empty(),
            List.of(),
            0,
            List.of(),
            List.of(),
            List.of(),
            Collections.nCopies(12, STEP));
    progress.planned(plan);
    for (int i = 0; i < 12; i++) {
      millis += 30;
      progress.done(STEP);
    }
    progress.again("canceling statement due to lock timeout", 2);
    return err.toString();
  }

  @Test
  void statements_are_counted_now_and_then_when_somebody_watches() {
    assertThat(run(progress(new FakeTerminal(""))))
        .isEqualTo(
            """
            planned
            \r\u001b[K4 of 12 statements\r\u001b[K8 of 12 statements\r\u001b[K12 of 12 statements\r\u001b[K\
            Others were in the way: canceling statement due to lock timeout
            This is attempt 2.
            """);
  }

  @Test
  void attempts_alone_are_told_when_nobody_watches() {
    assertThat(run(progress(Terminal.NONE)))
        .isEqualTo(
            """
            planned
            Others were in the way: canceling statement due to lock timeout
            This is attempt 2.
            """);
  }
}
