package org.plpython.liquibase;

import java.util.List;
import java.util.Optional;
import liquibase.database.Database;
import org.plpython.deploy.UnseenScript;
import org.plpython.object.DatabaseObject;

/** What is written for a database that nobody can look at, or that has not got a table yet. */
final class UnseenScripts {
  /** What PostgreSQL has where nobody says otherwise; the manual's section 5.10.2. */
  private static final String PUBLIC = "public";

  private UnseenScripts() {}

  /** The statements that bring objects there, unless somebody else's are in their places. */
  static List<String> of(Database database, List<DatabaseObject> objects) {
    PlPythonSettings settings = PlPythonSettings.current();
    String schema = Optional.ofNullable(Session.schema(database)).orElse(PUBLIC);
    UnseenScript script =
        new UnseenScript(
            Session.plan(settings, schema, Session.table(database)), settings.deploySettings());
    return objects.stream().flatMap(it -> script.of(it).stream()).toList();
  }
}
