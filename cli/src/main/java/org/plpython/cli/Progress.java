package org.plpython.cli;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.plpython.deploy.DeployWatcher;
import org.plpython.plan.Plan;
import org.plpython.plan.Step;

/** Shows how far a deploy is. */
final class Progress implements DeployWatcher {
  /** Nobody reads faster. */
  private static final long NANOS_BETWEEN = 100_000_000;

  private final Status status;
  private final LongSupplier nanoTime;
  private final Consumer<Plan> planned;
  private int steps;
  private int done;
  private long shown;

  /**
   * Over a status line.
   *
   * @param nanoTime a clock
   * @param planned gets the plan, before anything is done
   */
  Progress(Status status, LongSupplier nanoTime, Consumer<Plan> planned) {
    this.status = status;
    this.nanoTime = nanoTime;
    this.planned = planned;
  }

  @Override
  public void planned(Plan plan) {
    status.clear();
    planned.accept(plan);
    steps = plan.steps().size();
    done = 0;
    shown = nanoTime.getAsLong();
  }

  @Override
  public void done(Step step) {
    done++;
    long now = nanoTime.getAsLong();
    if (now - shown >= NANOS_BETWEEN) {
      status.show(done + " of " + steps + " statements");
      shown = now;
    }
  }

  @Override
  public void again(String reason, int attempt) {
    status.say("Others were in the way: %s\nThis is attempt %d.".formatted(reason, attempt));
  }
}
