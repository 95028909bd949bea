package org.plpython.liquibase;

import java.util.List;
import java.util.Optional;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import org.plpython.InvalidSettingException;
import org.plpython.deploy.ScriptRunner;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Script;
import org.plpython.object.ScriptFile;
import org.plpython.source.ScriptNaming;
import org.plpython.sql.ScriptStatements;
import org.plpython.sql.ServerEncoding;

/**
 * The change type {@code plpythonRun}: runs Python in the server once, in the transaction of its
 * change set, such as a migration of data. What it imports of its folder travels with it.
 */
@DatabaseChange(
    name = "plpythonRun",
    description = "Runs Python in the server",
    priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class PlPythonRunChange extends SourceChange {
  /** Liquibase makes them. */
  public PlPythonRunChange() {}

  @Override
  ScriptNaming naming(String file) {
    return new ScriptNaming.Named(file);
  }

  /** It leaves nothing. */
  @Override
  List<DatabaseObject> chosen(List<DatabaseObject> objects) {
    return List.of();
  }

  @Override
  boolean wantsRunOnChange() {
    return false;
  }

  private ScriptFile file() {
    return resolved().scripts().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "plpythonRun wants a Python file, and " + getPath() + " is none"));
  }

  /** Of its own text: what it imported is of no concern once it has run. */
  @Override
  String checksumText() {
    return file().checksum().sha256();
  }

  @Override
  public String getConfirmationMessage() {
    return Optional.ofNullable(getPath()).orElse("Python") + " has run";
  }

  @Override
  Work work(Session session) {
    Script script = file().script();
    return () -> new ScriptRunner(session.connection(), round().wanted(this).objects()).run(script);
  }

  @Override
  List<String> script(Database database) {
    return List.of(ScriptStatements.run(file().script(), ServerEncoding.UTF_8));
  }

  @Override
  public boolean supportsRollback(Database database) {
    return false;
  }

  @Override
  Work rollbackWork(Session session) throws RollbackImpossibleException {
    throw impossible();
  }

  @Override
  List<String> rollbackScript(Database database) throws RollbackImpossibleException {
    throw impossible();
  }

  private static RollbackImpossibleException impossible() {
    return new RollbackImpossibleException(
        "What plpythonRun has done only its author knows how to undo: give its change set a"
            + " <rollback>");
  }
}
