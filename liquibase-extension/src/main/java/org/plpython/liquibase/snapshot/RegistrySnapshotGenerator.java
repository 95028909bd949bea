package org.plpython.liquibase.snapshot;

import java.util.Set;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.InvalidExampleException;
import liquibase.snapshot.SnapshotGenerator;
import liquibase.snapshot.SnapshotGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;
import org.plpython.liquibase.PostgresOnly;
import org.plpython.liquibase.RegistryPlace;
import org.plpython.object.Identifier;

/**
 * Keeps the registry's tables out of snapshots: they say what was deployed to one database, and no
 * changelog is to make them in another one.
 */
public final class RegistrySnapshotGenerator implements SnapshotGenerator {
  private static final int BEFORE_ALL_OTHERS = 2 * PRIORITY_ADDITIONAL;

  @Override
  public int getPriority(Class<? extends DatabaseObject> type, Database database) {
    return type == Table.class && PostgresOnly.holds(database) ? BEFORE_ALL_OTHERS : PRIORITY_NONE;
  }

  /** The chain is walked to its end in any case: what it still holds would find the table. */
  @Override
  public <T extends DatabaseObject> @Nullable T snapshot(
      T example, DatabaseSnapshot snapshot, SnapshotGeneratorChain chain)
      throws DatabaseException, InvalidExampleException {
    T found = chain.snapshot(example, snapshot);
    return found != null && isRegistry(found, snapshot.getDatabase()) ? null : found;
  }

  private static boolean isRegistry(DatabaseObject table, Database database) {
    String registry = RegistryPlace.of(database);
    String name = table.getName().replaceFirst("_releases$", "");
    return Set.of(
            Identifier.quote(name),
            Identifier.quote(table.getSchema().getName()) + "." + Identifier.quote(name))
        .contains(registry);
  }

  @Override
  @SuppressWarnings("unchecked") // of classes with parameters there are raw arrays only
  public Class<? extends DatabaseObject>[] addsTo() {
    return new Class[0];
  }

  @Override
  @SuppressWarnings("unchecked") // of classes with parameters there are raw arrays only
  public Class<? extends SnapshotGenerator>[] replaces() {
    return new Class[0];
  }
}
