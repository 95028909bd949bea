package org.plpython.liquibase;

import java.util.List;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.ValidationErrors;
import org.plpython.object.DatabaseObject;
import org.plpython.settings.RemovalPolicy;

/** A change of a folder: of one of its objects, or of what it no longer holds. */
abstract class FolderChange extends DeployingChange {
  private final PythonFolder folder;

  FolderChange(PythonFolder folder) {
    this.folder = folder;
  }

  final PythonFolder folder() {
    return folder;
  }

  /** What its change set is known by. */
  abstract String id();

  /** The object that it is about; empty: those that are gone. */
  abstract Optional<DatabaseObject> object();

  @Override
  final List<DatabaseObject> objects() {
    return object().stream().toList();
  }

  @Override
  final void addMistakes(Database database, ValidationErrors errors) {
    round().enter(this);
    if (!Session.isOffline(database)) {
      round().standing(this, database).drift().ifPresent(errors::addError);
    }
  }

  /** Whether it has to run although its checksum is what the history has. */
  final boolean isToBeRepaired() {
    return !isLeftToLater()
        && object()
            .filter(
                it ->
                    round()
                        .standing()
                        .filter(found -> found.repaired().contains(ChangelogObjects.name(it)))
                        .isPresent())
            .isPresent();
  }

  /** Whether a later release has made what it is about, and it has to leave that. */
  final boolean isLeftToLater() {
    return round()
        .standing()
        .filter(Standing::isEarlier)
        .filter(
            found ->
                object()
                    .map(it -> found.registered().contains(ChangelogObjects.name(it)))
                    .orElse(true))
        .isPresent();
  }

  @Override
  final Work work(Session session) {
    return () -> {
      if (round().begin(folder)) {
        deploy(session, true).apply();
      }
    };
  }

  private Deploy deploy(Session session, boolean mayRemove) {
    return new Deploy(
        session,
        folder.objects(),
        round().wanted(this),
        mayRemove && session.settings().removal() == RemovalPolicy.NOW);
  }

  @Override
  final List<String> script(Database database) {
    return round()
        .script(
            this,
            () -> {
              if (Session.isOffline(database)) {
                return UnseenScripts.of(database, objects());
              }
              return round().begin(folder)
                  ? deploy(round().session(database), round().beginRemoving()).script(database)
                  : List.of();
            });
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
