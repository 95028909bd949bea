package org.plpython.deploy;

import java.util.stream.Collectors;
import org.plpython.plan.Plan;
import org.plpython.plan.Refusal;

/** A plan that cannot be carried out. Nothing was changed. */
public final class RefusedException extends DeployException {
  private static final long serialVersionUID = 1L;

  private final transient Plan plan;

  RefusedException(Plan plan) {
    super(plan.refusals().stream().map(Refusal::toString).collect(Collectors.joining("\n")));
    this.plan = plan;
  }

  /** What would have been done; its refusals say why it was not. */
  public Plan plan() {
    return plan;
  }
}
