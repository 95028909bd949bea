package org.plpython.liquibase;

import java.util.List;
import java.util.Optional;
import liquibase.database.Database;
import org.plpython.deploy.UnseenScript;
import org.plpython.object.DatabaseObject;

/** What is written for a database that nobody can look at, or that has not got a table yet. */
final class UnseenScripts {
  private UnseenScripts() {}

  /** The statements that bring an object there, unless somebody else's is in its place. */
  static List<String> of(Database database, DatabaseObject object) {
    PlPythonSettings settings = PlPythonSettings.current();
    String schema = Optional.ofNullable(Session.schema(database)).orElse("");
    return new UnseenScript(
            Session.plan(settings, schema, Session.table(database)), settings.deploySettings())
        .of(object);
  }
}
