package org.plpython.lint;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.python.Occurrence;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Occurrence.Import;
import org.plpython.python.PythonFile;
import org.plpython.python.Reference;
import org.plpython.source.Severity;

/** A trigger that reaches the database over a connection of its own. */
final class OwnConnection implements Rule {
  private static final Set<String> DRIVERS =
      Set.of(
          "aiopg",
          "asyncpg",
          "databases",
          "dataset",
          "peewee",
          "pg8000",
          "pgdb",
          "pony",
          "psycopg",
          "psycopg2",
          "psycopg_pool",
          "records",
          "tortoise");
  private static final Set<String> CONNECTING =
      Set.of(
          "sqlalchemy.create_engine",
          "sqlalchemy.engine_from_config",
          "sqlalchemy.ext.asyncio.create_async_engine",
          "sqlalchemy.orm.Session",
          "sqlalchemy.orm.scoped_session",
          "sqlalchemy.orm.sessionmaker",
          "sqlmodel.Session",
          "sqlmodel.create_engine");
  private static final Set<String> DJANGO =
      Set.of("connection", "connections", "transaction", "close_old_connections");
  private static final Pattern OBJECTS = Pattern.compile("\\.objects\\.\\w+$");
  private static final Set<String> SAVING = Set.of("save", "delete", "refresh_from_db");

  @Override
  public String id() {
    return "own-connection";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Import.class)
        .filter(OwnConnection::isDriver)
        .forEach(it -> report(project, it, it.module(), findings));
    project
        .running(Call.class)
        .filter(OwnConnection::isConnecting)
        .forEach(call -> report(project, call, call.function().name() + "()", findings));
  }

  private static boolean isDriver(Import imported) {
    return DRIVERS.contains(imported.module().replaceFirst("\\..*", ""))
        || (imported.module().equals("django.db")
            && imported.name().filter(DJANGO::contains).isPresent());
  }

  private static boolean isConnecting(Call call) {
    Reference function = call.function();
    return function.isImported(CONNECTING)
        || ((OBJECTS.matcher(function.name()).find() || SAVING.contains(function.lastName()))
            && function.root() != Reference.Root.OTHER
            && usesDjango(call.site().file()));
  }

  private static boolean usesDjango(PythonFile file) {
    return file.statements().stream()
        .flatMap(statement -> statement.imported().stream())
        .anyMatch(name -> name.origin().startsWith("django."));
  }

  private static void report(Project project, Occurrence place, String by, Findings findings) {
    triggers(project, place)
        .findFirst()
        .ifPresent(
            trigger ->
                findings.report(
                    place,
                    "the trigger '%s' opens a connection of its own: %s"
                        .formatted(trigger.function().name(), by),
                    "What it writes there is another transaction: that does not see this one's"
                        + " rows, may wait for them for ever, and can fire this trigger again"
                        + " without end. Write plpy.execute(...)."));
  }

  private static Stream<Declaration> triggers(Project project, Occurrence place) {
    return project.runningWith(place.site().statement()).stream()
        .filter(TriggerDeclaration.class::isInstance);
  }
}
