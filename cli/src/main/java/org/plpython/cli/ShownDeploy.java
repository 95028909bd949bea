package org.plpython.cli;

import java.util.List;
import java.util.function.Function;
import org.plpython.deploy.Deployment;
import org.plpython.deploy.RefusedException;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import picocli.CommandLine.ExitCode;

/** A deploy that shows what it will do, how far it is, and how it ends. */
final class ShownDeploy {
  private final Status status;
  private final OutputOption output;
  private final Function<Plan, String> format;
  private String shown;

  /**
   * Over a status line and an output.
   *
   * @param shown what need not be shown again
   */
  ShownDeploy(Status status, OutputOption output, Function<Plan, String> format, String shown) {
    this.status = status;
    this.output = output;
    this.format = format;
    this.shown = shown;
  }

  /**
   * Deploys.
   *
   * @param committed is run when something was done
   * @return the exit code
   */
  int apply(Deployment deployment, List<DatabaseObject> objects, Runnable committed) {
    status.show("reading the database");
    try {
      Plan plan = deployment.apply(objects, new Progress(status, System::nanoTime, this::show));
      status.clear();
      if (!plan.steps().isEmpty()) {
        committed.run();
      }
      return ExitCode.OK;
    } catch (RefusedException refused) {
      status.clear();
      show(refused.plan());
      status.say("The plan is refused. Nothing was changed.");
      return ExitCode.SOFTWARE;
    }
  }

  /** When it is tried again, the same is not shown twice. */
  private void show(Plan plan) {
    String text = format.apply(plan);
    if (!text.equals(shown)) {
      output.write(text);
      shown = text;
    }
  }
}
