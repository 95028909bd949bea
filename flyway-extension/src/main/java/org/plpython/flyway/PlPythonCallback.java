package org.plpython.flyway;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Error;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.plpython.PlPythonException;
import org.plpython.deploy.TracebackTranslator;

/**
 * Does what Flyway's migrations cannot do by themselves. Functions that versioned migrations call
 * are there before them; triggers that are in their way are not, and come back after them, as does
 * all that they take along; drift that must not be stops everything; what is ours outside of the
 * schemas that Flyway cleans is cleaned too; the traceback of an SQL migration that fails in a
 * function or a trigger of the sources is logged with their files and lines. Flyway uses it where
 * its configuration names it, {@code callbacks(new PlPythonCallback())} or {@code
 * flyway.callbacks=org.plpython.flyway.PlPythonCallback}; Spring Boot does so by itself, and the
 * module {@code flyway-callback} from Flyway 11.16 on. However often it is there, it acts once.
 */
public class PlPythonCallback implements Callback {
  private static final Log LOG = LogFactory.getLog(PlPythonCallback.class);
  private static final Set<Event> EVENTS =
      EnumSet.of(
          Event.BEFORE_MIGRATE,
          Event.BEFORE_EACH_MIGRATE,
          Event.AFTER_EACH_MIGRATE,
          Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR,
          Event.BEFORE_CLEAN,
          Event.AFTER_CLEAN);

  private Optional<Cleaning> cleaning = Optional.empty();

  /** Before 11.16 Flyway asks without a context first, and again with one before it calls. */
  @Override
  public boolean supports(Event event, @Nullable Context context) {
    return EVENTS.contains(event) && (context == null || acts(context.getConfiguration()));
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

  @Override
  public void handle(Event event, Context context) {
    Configuration configuration = context.getConfiguration();
    switch (event) {
      case BEFORE_MIGRATE -> beforeMigrate(configuration);
      case BEFORE_EACH_MIGRATE ->
          versioned(context).ifPresent(run -> run.beforeVersioned(context.getConnection()));
      case AFTER_EACH_MIGRATE ->
          versioned(context).ifPresent(run -> run.afterVersioned(context.getConnection()));
      case BEFORE_CLEAN -> cleaning = Cleaning.begin(configuration, context.getConnection());
      case AFTER_CLEAN -> {
        cleaning.ifPresent(it -> it.finish(context.getConnection()));
        cleaning = Optional.empty();
      }
      default -> translate(context);
    }
  }

  /** The sources were resolved before, to be validated; else the migrations look themselves. */
  private static void beforeMigrate(Configuration configuration) {
    if (configuration.isValidateOnMigrate()) {
      Run.of(configuration).ifPresent(Run::beforeAll);
    }
  }

  private static Optional<Run> versioned(Context context) {
    return context.getMigrationInfo().getVersion() == null
        ? Optional.empty()
        : Run.of(context.getConfiguration());
  }

  /** Where the sources hold mistakes by now, the migration's own failure is what matters. */
  private static void translate(Context context) {
    try {
      TracebackTranslator translator =
          new TracebackTranslator(
              PlPythonMigrationResolver.sources(context.getConfiguration()).objects());
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
