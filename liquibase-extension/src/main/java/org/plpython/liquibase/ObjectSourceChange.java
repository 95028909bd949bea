package org.plpython.liquibase;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import org.jspecify.annotations.Nullable;
import org.plpython.InvalidSettingException;
import org.plpython.deploy.Needs;
import org.plpython.object.DatabaseObject;

/** Brings one object of a source into the database, with what it cannot be without. */
public abstract class ObjectSourceChange extends SourceChange {
  ObjectSourceChange() {}

  /** Which object of the source; null: it holds one alone. */
  abstract @Nullable String choice();

  /** Whether an object is of the sort that it is about. */
  abstract boolean isOfSort(DatabaseObject object);

  /** The sort, in words. */
  abstract String sort();

  @Override
  final List<DatabaseObject> chosen(List<DatabaseObject> objects) {
    List<DatabaseObject> all = objects.stream().filter(this::isOfSort).toList();
    @Nullable String choice = choice();
    List<DatabaseObject> found =
        choice == null ? all : all.stream().filter(it -> isNamed(it, choice)).toList();
    if (found.isEmpty() || (choice == null && found.size() > 1)) {
      throw new InvalidSettingException(
          "%s %s; name one of those that are there by %s: %s"
              .formatted(
                  getSerializedObjectName(),
                  choice == null
                      ? all.isEmpty()
                          ? "finds no " + sort() + " in its source"
                          : "finds more than one " + sort()
                      : "finds no " + sort() + " '" + choice + "'",
                  sort(),
                  all.isEmpty()
                      ? "there is none"
                      : all.stream()
                          .map(DatabaseObject::identity)
                          .collect(Collectors.joining(", "))));
    }
    return Needs.with(found);
  }

  /** By its identity, or by what stands in that before the arguments, with or without a schema. */
  private static boolean isNamed(DatabaseObject object, String name) {
    String identity = object.identity();
    int arguments = identity.indexOf('(');
    String whole = arguments < 0 ? identity : identity.substring(0, arguments);
    String last = whole.substring(whole.lastIndexOf('.') + 1);
    return List.of(identity, whole, last).contains(name);
  }

  @Override
  final String checksumText() {
    return objects().stream().map(it -> it.checksum().sha256()).collect(Collectors.joining("\n"));
  }

  @Override
  public final String getConfirmationMessage() {
    return "%s %s is as its source says"
        .formatted(
            sort().substring(0, 1).toUpperCase(Locale.ROOT) + sort().substring(1),
            objects().stream()
                .filter(this::isOfSort)
                .map(DatabaseObject::identity)
                .collect(Collectors.joining(", ")));
  }

  @Override
  final Work rollbackWork(Session session) {
    return Rollback.work(session, objects());
  }

  @Override
  final List<String> rollbackScript(Database database) throws RollbackImpossibleException {
    return Rollback.script(database, getChangeSet(), objects());
  }
}
