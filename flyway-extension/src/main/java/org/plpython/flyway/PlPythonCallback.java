package org.plpython.flyway;

import java.util.Arrays;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Error;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.plpython.PlPythonException;
import org.plpython.deploy.TracebackTranslator;

/**
 * Logs the traceback of an SQL migration that fails in a function or a trigger of the sources, with
 * their files and lines, before Flyway throws what the server said. Flyway uses it where its
 * configuration names it, {@code callbacks(new PlPythonCallback())} or {@code
 * flyway.callbacks=org.plpython.flyway.PlPythonCallback}; Spring Boot does so by itself, and the
 * module {@code flyway-callback} from Flyway 11.16 on. However often it is there, it acts once.
 */
public class PlPythonCallback implements Callback {
  private static final Log LOG = LogFactory.getLog(PlPythonCallback.class);

  /** Flyway asks for some events without a context, none of which is ours. */
  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR && acts(context.getConfiguration());
  }

  /** The first of those that the configuration names acts, or one that it does not name. */
  private boolean acts(Configuration configuration) {
    return Arrays.stream(configuration.getCallbacks())
        .filter(PlPythonCallback.class::isInstance)
        .findFirst()
        .map(first -> first == this)
        .orElse(true);
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "plpython";
  }

  /** Where the sources hold mistakes by now, the migration's own failure is what matters. */
  @Override
  public void handle(Event event, Context context) {
    try {
      TracebackTranslator translator =
          new TracebackTranslator(PlPythonMigrationResolver.objects(context.getConfiguration()));
      context.getStatement().getErrors().forEach(error -> log(error, translator));
    } catch (PlPythonException mistakes) {
      LOG.debug("The traceback is not translated: " + mistakes.getMessage());
    }
  }

  private static void log(Error error, TracebackTranslator translator) {
    String message = String.valueOf(error.getMessage());
    String translated = translator.translate(message);
    if (!translated.equals(message)) {
      LOG.error("In the Python sources: " + translated);
    }
  }
}
