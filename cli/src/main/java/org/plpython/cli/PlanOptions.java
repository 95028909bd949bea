package org.plpython.cli;

import java.util.Optional;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.PlanSettings.Removal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a plan may do. */
final class PlanOptions {
  @Mixin private final ProjectOptions project = new ProjectOptions();

  @Option(
      names = "--adopt",
      fallbackValue = "true",
      arity = "0",
      description = {
        "Replaces objects that are in the database already, differ, and are not ours.",
        "Default: PLPYTHON_ADOPT, true or false, else false."
      })
  private boolean isAdopting;

  @Option(
      names = "--dependents",
      paramLabel = "refuse|recreate",
      description = {
        "What happens when a function must be dropped and triggers or views hang on it: the plan is"
            + " refused, or they are dropped and made again.",
        "Default: PLPYTHON_DEPENDENTS, else refuse."
      })
  private Dependents dependents = Dependents.REFUSE;

  @Option(
      names = "--drift-policy",
      paramLabel = "repair|report|fail",
      description = {
        "What happens to objects that somebody changed in the database: they become again what their"
            + " sources say, or stay until those change, or stop the deploy.",
        "Default: PLPYTHON_DRIFT_POLICY, else repair."
      })
  private DriftPolicy drift = DriftPolicy.REPAIR;

  @Option(
      names = "--allow-removal",
      fallbackValue = "true",
      arity = "0",
      description = {
        "Removes all that the sources no longer hold, be it everything or more than the threshold.",
        "Default: PLPYTHON_ALLOW_REMOVAL, true or false, else false."
      })
  private boolean isRemovalAllowed;

  @Option(
      names = "--removal-threshold",
      paramLabel = "N",
      description = {
        "How many objects are removed without --allow-removal.",
        "Default: PLPYTHON_REMOVAL_THRESHOLD, else 10."
      })
  private int threshold = Removal.DEFAULT.threshold();

  /** Whose objects are meant. */
  ProjectOptions project() {
    return project;
  }

  /**
   * What the plan may do.
   *
   * @throws InvalidArgumentException if an option makes no sense
   */
  PlanSettings settings() {
    if (threshold < 0) {
      throw new InvalidArgumentException(
          "--removal-threshold %d is no number of objects: write 0 or more.".formatted(threshold));
    }
    return new PlanSettings(
        project.project(),
        Optional.of(project.registry()),
        isAdopting,
        dependents,
        new Removal(isRemovalAllowed, threshold, project.schemas(), project.isProtected()),
        drift);
  }
}
