package org.plpython.liquibase.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.jvm.JdbcSnapshotGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;
import org.plpython.catalog.PythonObject;
import org.plpython.catalog.PythonObjectReader;
import org.plpython.liquibase.PostgresOnly;

/** Adds the objects of one type to their schema; all types of a schema are read by one query. */
abstract class PlPythonSnapshotGenerator<T extends PlPythonObject<T>>
    extends JdbcSnapshotGenerator {
  private final Predicate<PythonObject> isOfType;

  @SuppressWarnings({"unchecked", "rawtypes"}) // as Liquibase's constructor wants it
  PlPythonSnapshotGenerator(Class<T> type, Predicate<PythonObject> isOfType) {
    super(type, new Class[] {Schema.class});
    this.isOfType = isOfType;
  }

  @Override
  public int getPriority(Class<? extends DatabaseObject> type, Database database) {
    return PostgresOnly.holds(database) ? super.getPriority(type, database) : PRIORITY_NONE;
  }

  /** One as the database holds it. */
  abstract T object(PythonObject object);

  /** Those of a schema come complete; another one is looked for by its name. */
  @Override
  protected @Nullable DatabaseObject snapshotObject(
      DatabaseObject example, DatabaseSnapshot snapshot) throws DatabaseException {
    if (((PlPythonObject<?>) example).text(PlPythonObject.DEFINITION).isPresent()) {
      return example;
    }
    return all(example.getSchema(), snapshot).stream()
        .filter(object -> object.getName().equals(example.getName()))
        .findFirst()
        .orElse(null);
  }

  @Override
  protected void addTo(DatabaseObject found, DatabaseSnapshot snapshot) throws DatabaseException {
    if (found instanceof Schema schema) {
      all(schema, snapshot).forEach(schema::addDatabaseObject);
    }
  }

  private List<T> all(Schema schema, DatabaseSnapshot snapshot) throws DatabaseException {
    return read(schema.getName(), snapshot).stream()
        .filter(isOfType)
        .map(this::object)
        .map(object -> object.setSchema(schema))
        .toList();
  }

  @SuppressWarnings("unchecked") // only we write under our key
  private static List<PythonObject> read(String schema, DatabaseSnapshot snapshot)
      throws DatabaseException {
    String key = PlPythonSnapshotGenerator.class.getName() + "#" + schema;
    if (snapshot.getScratchData(key) instanceof List<?> read) {
      return (List<PythonObject>) read;
    }
    Connection connection =
        ((JdbcConnection) snapshot.getDatabase().getConnection()).getUnderlyingConnection();
    try {
      List<PythonObject> read = PythonObjectReader.read(connection, schema);
      snapshot.setScratchData(key, read);
      return read;
    } catch (SQLException error) {
      throw new DatabaseException(
          "the PL/Python objects of schema %s cannot be read: %s"
              .formatted(schema, error.getMessage()),
          error);
    }
  }
}
