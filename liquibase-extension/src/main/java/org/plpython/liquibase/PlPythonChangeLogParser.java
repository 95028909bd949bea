package org.plpython.liquibase;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.ChangeLogParser;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.plpython.PlPythonException;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.resolver.PythonResolver.Resolved;
import org.plpython.source.ScriptNaming;

/**
 * Reads a folder of Python sources, or one file of it, as a changelog: a change set for each
 * function and each trigger, which runs whenever its object has changed, and one more that removes
 * what the sources no longer hold.
 */
public final class PlPythonChangeLogParser implements ChangeLogParser {
  /** What other parsers, and none of ours, are asked for. */
  private static final Set<String> OTHERS =
      Set.of("xml", "yaml", "yml", "json", "sql", "csv", "txt", "properties", "groovy");

  /** Liquibase makes one. */
  public PlPythonChangeLogParser() {}

  @Override
  public int getPriority() {
    return PRIORITY_DEFAULT;
  }

  /** Whether it is a folder, or a Python file, with a function or trigger for us in it. */
  @Override
  public boolean supports(String changeLogFile, ResourceAccessor resourceAccessor) {
    String extension = changeLogFile.replaceFirst(".*[./\\\\]", "");
    if (OTHERS.contains(extension)) {
      return false;
    }
    try {
      return PythonSources.hasOurs(
          SourcePlace.of(changeLogFile, PlPythonSettings.current().locations(), resourceAccessor),
          resourceAccessor);
    } catch (IOException | PlPythonException notOurs) {
      return false;
    }
  }

  /**
   * The change sets: routines, triggers, event triggers, each sorted by identity, then the one that
   * removes.
   *
   * @throws ChangeLogParseException if sources hold mistakes; it shows all of them
   */
  @Override
  public DatabaseChangeLog parse(
      String path, ChangeLogParameters parameters, ResourceAccessor accessor)
      throws ChangeLogParseException {
    DatabaseChangeLog changelog = new DatabaseChangeLog(path);
    changelog.setChangeLogParameters(parameters);
    try {
      PlPythonSettings settings = PlPythonSettings.current();
      PythonSources sources =
          PythonSources.at(SourcePlace.of(path, settings.locations(), accessor), accessor);
      Resolved resolved =
          PythonResolver.resolveAll(
              sources.files(),
              settings.typeMapping(),
              ChangelogPlaceholders.of(parameters, changelog, sources.files()),
              ScriptNaming.Named.NONE);
      changeSets(sources, resolved.objects(), changelog).forEach(changelog::addChangeSet);
      return changelog;
    } catch (IOException unreadable) {
      throw new ChangeLogParseException(unreadable.getMessage(), unreadable);
    } catch (PlPythonException mistakes) {
      throw new ChangeLogParseException(mistakes.getMessage(), mistakes);
    }
  }

  private static List<ChangeSet> changeSets(
      PythonSources sources, List<DatabaseObject> objects, DatabaseChangeLog changelog) {
    List<DatabaseObject> own =
        objects.stream().filter(it -> sources.covers(it.origin().file())).toList();
    PythonFolder folder = new PythonFolder(sources.path(), own);
    List<ChangeSet> changeSets = new ArrayList<>();
    for (DatabaseObject object : own) {
      changeSets.add(new PythonChangeSet(new ObjectChange(folder, object), changelog));
    }
    if (!isRemoving(sources.root(), changelog)) {
      changeSets.add(
          new PythonChangeSet(
              new RemovalChange(
                  sources.only().isEmpty() ? folder : new PythonFolder(sources.root(), own)),
              changelog));
    }
    return changeSets;
  }

  /** Files that are included one by one have one such change set for all of their folder. */
  private static boolean isRemoving(String root, DatabaseChangeLog changelog) {
    for (@Nullable DatabaseChangeLog around = changelog.getParentChangeLog();
        around != null;
        around = around.getParentChangeLog()) {
      if (hasRemoval(root, around)) {
        return true;
      }
    }
    return hasRemoval(root, changelog.getRootChangeLog());
  }

  private static boolean hasRemoval(String root, DatabaseChangeLog changelog) {
    return changelog.getChangeSets().stream()
        .flatMap(changeSet -> changeSet.getChanges().stream())
        .anyMatch(
            it -> it instanceof RemovalChange removal && removal.folder().path().equals(root));
  }
}
