package org.plpython.flyway;

import java.util.List;
import org.flywaydb.core.FlywayTelemetryManager;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.output.OperationResult;
import org.flywaydb.core.extensibility.CommandExtension;
import org.flywaydb.core.internal.util.Pair;

/**
 * The verb {@code plpython-plan} of Flyway's command line: shows what {@code migrate} would do.
 * Flyway makes it by itself where this jar is on its class path.
 */
public final class PlPythonPlanCommand implements CommandExtension<PlPythonPlanResult> {
  private static final Log LOG = LogFactory.getLog(PlPythonPlanCommand.class);
  private static final String VERB = "plpython-plan";
  private static final String DESCRIPTION =
      "Shows what migrate would do, Python functions and triggers included. Nothing is changed";

  @Override
  public boolean handlesCommand(String command) {
    return command.equals(VERB);
  }

  @Override
  public boolean handlesParameter(String parameter) {
    return false;
  }

  /**
   * Shows it in the log, and gives it for {@code -outputType=json}.
   *
   * @throws FlywayException if migrate would be refused
   */
  @Override
  public PlPythonPlanResult handle(Configuration configuration, List<String> flags) {
    FlywayPlan plan = FlywayPlan.of(configuration);
    if (plan.isRefused()) {
      throw new FlywayException("The plan is refused.\n" + plan.text());
    }
    LOG.info(plan.text());
    return new PlPythonPlanResult(plan);
  }

  /** How Flyway 11.15 to 11.20 call it; others do not. */
  public OperationResult handle(String command, Configuration configuration, List<String> flags) {
    return handle(configuration, flags);
  }

  /** How earlier versions of Flyway 11 call it. */
  public OperationResult handle(
      String command,
      Configuration configuration,
      List<String> flags,
      FlywayTelemetryManager telemetry) {
    return handle(configuration, flags);
  }

  @Override
  public String getDescription() {
    return DESCRIPTION;
  }

  @Override
  public List<Pair<String, String>> getUsage() {
    return List.of(Pair.of(VERB, DESCRIPTION));
  }
}
