package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.ValidationErrors;
import org.plpython.object.DatabaseObject;

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
    return object()
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
      Round round = round();
      if (!round.isDone(folder, object())) {
        Deploy deploy = deploy(session);
        round.done(folder, deploy.apply(still()));
      }
    };
  }

  private Deploy deploy(Session session) {
    return new Deploy(session, folder.objects(), round().wanted(this), true);
  }

  /** What may wait: the objects whose change sets follow. */
  private Set<DatabaseObject> still() {
    return new HashSet<>(object().map(folder::after).orElse(List.of()));
  }

  @Override
  final List<String> script(Database database) {
    return round().script(this, () -> newScript(database));
  }

  private List<String> newScript(Database database) {
    if (Session.isOffline(database)) {
      return unseen(database);
    }
    List<String> script = new ArrayList<>();
    if (!round().isDeployed(folder)) {
      Deploy.Written written = deploy(round().session(database)).written();
      round().done(folder, written.waiting());
      script.addAll(written.statements());
    }
    if (!round().isDone(folder, object())) {
      script.addAll(unseen(database));
    }
    return script;
  }

  private List<String> unseen(Database database) {
    return UnseenScripts.of(database, objects());
  }

  @Override
  final Work rollbackWork(Session session) {
    return Rollback.work(session, names());
  }

  @Override
  final List<String> rollbackScript(Database database) throws RollbackImpossibleException {
    return Rollback.script(database, getChangeSet(), names());
  }

  /** What was removed is not brought back: its source is gone. */
  private List<String> names() {
    return objects().stream().map(ChangelogObjects::name).toList();
  }
}
