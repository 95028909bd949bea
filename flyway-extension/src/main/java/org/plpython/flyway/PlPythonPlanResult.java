package org.plpython.flyway;

import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import org.flywaydb.core.api.output.OperationResult;

/** A plan as Flyway's command line writes it to JSON. */
public final class PlPythonPlanResult implements OperationResult {
  private final Map<String, Object> plan;

  PlPythonPlanResult(FlywayPlan plan) {
    this.plan =
        new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create()
            .fromJson(plan.json(), new TypeToken<Map<String, Object>>() {});
  }

  /** The verb. */
  public String getOperation() {
    return "plpython-plan";
  }

  /** What {@link FlywayPlan#json} says, as maps, lists, texts and numbers. */
  public Map<String, Object> getPlan() {
    return plan;
  }
}
