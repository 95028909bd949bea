package org.plpython.liquibase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.changelog.ChangeSet;
import org.plpython.catalog.Registered;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Release;

/**
 * All that the changes of ours in a changelog want, in whatever file they are.
 *
 * @param objects in the changelog's order; one may be wanted by several
 * @param folders of Python sources that it includes, or includes files of
 */
record ChangelogObjects(List<DatabaseObject> objects, List<String> folders) {
  ChangelogObjects {
    objects = List.copyOf(objects);
    folders = List.copyOf(folders);
  }

  /** Of the changelog that a change is in. */
  static ChangelogObjects around(PlPythonChange change) {
    return new ChangelogObjects(
        changes(change)
            .filter(DeployingChange.class::isInstance)
            .flatMap(it -> ((DeployingChange) it).objects().stream())
            .toList(),
        changes(change)
            .filter(FolderChange.class::isInstance)
            .map(it -> ((FolderChange) it).folder().path())
            .distinct()
            .toList());
  }

  /** The changes of ours in the changelog that one is in, in their order. */
  static Stream<PlPythonChange> changes(PlPythonChange change) {
    return Optional.ofNullable(change.getChangeSet()).map(ChangeSet::getChangeLog).stream()
        .flatMap(changelog -> changelog.getRootChangeLog().getChangeSets().stream())
        .flatMap(changeSet -> changeSet.getChanges().stream())
        .filter(PlPythonChange.class::isInstance)
        .map(PlPythonChange.class::cast);
  }

  /** How the registry and a history name an object. */
  static String name(DatabaseObject object) {
    return object.kind() + " " + object.identity();
  }

  /** The same of what the registry has. */
  static String name(Registered object) {
    return object.kind() + " " + object.declared();
  }

  /** The names of all, each once. */
  Set<String> names() {
    return objects.stream().map(ChangelogObjects::name).collect(Collectors.toSet());
  }

  /** What the sources hold, in one hash. */
  String release() {
    return Release.of(objects);
  }
}
