package org.plpython.liquibase;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * One look of Liquibase at a changelog: it validates all change sets, and then runs, writes or
 * lists those that are pending. All changes of ours in a changelog share it. A change that is
 * validated once more begins another one.
 */
final class Round {
  private final Set<PlPythonChange> validated = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<PythonFolder> deployed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<PlPythonChange, List<String>> scripts = new IdentityHashMap<>();
  private boolean isRemoving;
  private @Nullable Session session;
  private @Nullable ChangelogObjects wanted;
  private @Nullable Standing standing;

  /** A change is validated. */
  void enter(PlPythonChange change) {
    if (!validated.add(change)) {
      validated.clear();
      validated.add(change);
      deployed.clear();
      scripts.clear();
      isRemoving = false;
      session = null;
      wanted = null;
      standing = null;
    }
  }

  /** With the settings as the first change found them: to ask for them takes Liquibase long. */
  Session session(Database database) {
    if (session == null || !session.isOver(database)) {
      session = Session.of(database);
    }
    return session;
  }

  /** All that the changelog wants. */
  ChangelogObjects wanted(PlPythonChange change) {
    if (wanted == null) {
      wanted = ChangelogObjects.around(change);
    }
    return wanted;
  }

  /** How the database stands to it. */
  Standing standing(PlPythonChange change, Database database) {
    if (standing == null) {
      standing = Standing.read(session(database), wanted(change));
    }
    return standing;
  }

  /** The same if somebody has looked. */
  Optional<Standing> standing() {
    return Optional.ofNullable(standing);
  }

  /** The statements that are written for a change, made once. */
  List<String> script(PlPythonChange change, Supplier<List<String>> writer) {
    @Nullable List<String> known = scripts.get(change);
    if (known == null) {
      known = writer.get();
      scripts.put(change, known);
    }
    return known;
  }

  /**
   * Whether nothing of a folder has been deployed or written yet; from now on it counts as done.
   */
  boolean begin(PythonFolder folder) {
    return deployed.add(folder);
  }

  /**
   * Whether no script has removed anything yet, as all scripts are written for one state of the
   * database; from now on one has.
   */
  boolean beginRemoving() {
    boolean isFirst = !isRemoving;
    isRemoving = true;
    return isFirst;
  }
}
