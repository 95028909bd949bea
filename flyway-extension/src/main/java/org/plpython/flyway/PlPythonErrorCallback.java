package org.plpython.flyway;

import org.flywaydb.core.api.callback.CallbackEvent;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Error;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.callback.InternalCallback;
import org.plpython.PlPythonException;
import org.plpython.deploy.TracebackTranslator;

/**
 * Logs the traceback of an SQL migration that fails in a function or a trigger of the sources, with
 * their files and lines, before Flyway throws what the server said. Flyway makes it by itself where
 * this jar is on its class path, from Flyway 11.16 on.
 */
public final class PlPythonErrorCallback implements InternalCallback<Event> {
  private static final Log LOG = LogFactory.getLog(PlPythonErrorCallback.class);

  @Override
  public boolean supportsEventType(Class<? extends CallbackEvent<?>> type) {
    return type == Event.class;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR;
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
