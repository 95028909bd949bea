package org.plpython.liquibase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.Scope;
import liquibase.change.DatabaseChangeProperty;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.plpython.descriptor.Placeholders;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.resolver.PythonResolver.Resolved;
import org.plpython.source.InvalidLocationException;
import org.plpython.source.ScriptNaming;
import org.plpython.source.SourceReader;

/** A change whose Python source lies in a file, or stands in the changelog itself. */
public abstract class SourceChange extends DeployingChange {
  /** Of Liquibase 5, which has no such constant before. */
  private static final String EXTERNAL_PATHS = "liquibase.allowExternalChangelogPaths";

  private static final String INLINE = "inline.py";

  private @Nullable String path;
  private @Nullable Boolean relativeToChangelogFile;
  private @Nullable String body;
  private @Nullable Resolved resolved;

  SourceChange() {}

  /**
   * Where the source is on Liquibase's search path: a file; what it imports is looked up in the
   * folder that Python would import it from. Null: the source stands in {@code body}.
   */
  @DatabaseChangeProperty(requiredForDatabase = "none", supportsDatabase = "all")
  public @Nullable String getPath() {
    return path;
  }

  /** Sets where the source is. */
  public void setPath(@Nullable String path) {
    this.path = path;
  }

  /** Whether the path begins at the changelog's own folder; null: it does not. */
  @DatabaseChangeProperty(requiredForDatabase = "none", supportsDatabase = "all")
  public @Nullable Boolean getRelativeToChangelogFile() {
    return relativeToChangelogFile;
  }

  /** Sets whether the path begins at the changelog's own folder. */
  public void setRelativeToChangelogFile(@Nullable Boolean relativeToChangelogFile) {
    this.relativeToChangelogFile = relativeToChangelogFile;
  }

  /** The source itself, as a file would have it; null: it is in the file of {@code path}. */
  @DatabaseChangeProperty(
      requiredForDatabase = "none",
      supportsDatabase = "all",
      serializationType = SerializationType.DIRECT_VALUE)
  public @Nullable String getBody() {
    return body;
  }

  /** Sets the source itself. */
  public void setBody(@Nullable String body) {
    this.body = body == null || body.isBlank() ? null : body;
  }

  /** Which file is run as a script. */
  ScriptNaming naming(String file) {
    return ScriptNaming.Named.NONE;
  }

  /** Which of the objects of the source are meant. */
  abstract List<DatabaseObject> chosen(List<DatabaseObject> objects);

  /**
   * What the source holds.
   *
   * @throws org.plpython.PlPythonException if there is none, or it holds mistakes
   */
  final Resolved resolved() {
    if (resolved == null) {
      resolved = resolve();
    }
    return resolved;
  }

  private Resolved resolve() {
    PlPythonSettings settings = PlPythonSettings.current();
    PythonSources sources = sources(settings);
    Resolved all =
        PythonResolver.resolveAll(
            sources.files(),
            settings.typeMapping(),
            placeholders(sources),
            naming(sources.only().orElse("")));
    return new Resolved(
        all.objects().stream().filter(it -> sources.covers(it.origin().file())).toList(),
        all.scripts());
  }

  private PythonSources sources(PlPythonSettings settings) {
    if (path == null) {
      return new PythonSources(
          place(),
          Optional.of(INLINE),
          SourceReader.decode(
              place(), Map.of(INLINE, String.valueOf(body).getBytes(StandardCharsets.UTF_8))));
    }
    refuseExternal(path);
    try {
      ResourceAccessor accessor = Scope.getCurrentScope().getResourceAccessor();
      return PythonSources.at(
          SourcePlace.of(fullPath(path, accessor), settings.locations(), accessor), accessor);
    } catch (IOException missing) {
      throw new InvalidLocationException(String.valueOf(missing.getMessage()), missing);
    }
  }

  /** How messages name what stands in a changelog. */
  private String place() {
    ChangeSet changeSet = getChangeSet();
    return changeSet == null ? "" : changeSet.toString(false);
  }

  private String fullPath(String path, ResourceAccessor accessor) throws IOException {
    return Boolean.TRUE.equals(relativeToChangelogFile)
        ? accessor
            .get(getChangeSet().getChangeLog().getPhysicalFilePath())
            .resolveSibling(path)
            .getPath()
        : path;
  }

  private void refuseExternal(String path) {
    Object allowed =
        Scope.getCurrentScope()
            .getSingleton(LiquibaseConfiguration.class)
            .getCurrentConfiguredValue(null, null, EXTERNAL_PATHS)
            .getValue();
    boolean isExternal = path.startsWith("/") || path.matches("(?s)[A-Za-z*]+:.*");
    if (isExternal
        && "false".equals(String.valueOf(allowed))
        && !Boolean.TRUE.equals(relativeToChangelogFile)) {
      throw new InvalidLocationException(
          "The path "
              + path
              + " leads out of Liquibase's search path, and "
              + EXTERNAL_PATHS
              + "=false forbids that. Write a path below the search path, or relativeToChangelogFile.");
    }
  }

  private Placeholders placeholders(PythonSources sources) {
    ChangeSet changeSet = getChangeSet();
    @Nullable ChangeLogParameters parameters =
        changeSet == null ? null : changeSet.getChangeLogParameters();
    return parameters == null
        ? Placeholders.NONE
        : ChangelogPlaceholders.of(parameters, changeSet.getChangeLog(), sources.files());
  }

  @Override
  final List<DatabaseObject> objects() {
    return chosen(resolved().objects());
  }

  /** Whether it is about one source, whose edit has to run it again. */
  boolean wantsRunOnChange() {
    return true;
  }

  @Override
  final void addMistakes(Database database, ValidationErrors errors) {
    if ((path == null) == (body == null)) {
      errors.addError(
          getSerializedObjectName()
              + " wants either path, a file of Python, or the source itself as its body");
      return;
    }
    if (wantsRunOnChange() && path != null && !getChangeSet().shouldRunOnChange()) {
      errors.addWarning(
          getSerializedObjectName()
              + " of "
              + path
              + " is in a change set without runOnChange=\"true\": once it has run, an edit of the"
              + " file is refused for its checksum");
    }
    round().enter(this);
    objects();
    if (!Session.isOffline(database)) {
      round().standing(this, database).drift().ifPresent(errors::addError);
    }
  }

  /** Whether what nothing in the changelog wants is removed. */
  boolean isPruning() {
    return false;
  }

  @Override
  Work work(Session session) {
    return () -> deploy(session, true).apply();
  }

  private Deploy deploy(Session session, boolean mayRemove) {
    return new Deploy(session, objects(), round().wanted(this), mayRemove && isPruning());
  }

  @Override
  List<String> script(Database database) {
    return Session.isOffline(database)
        ? UnseenScripts.of(database, objects())
        : deploy(round().session(database), isPruning() && round().beginRemoving())
            .script(database);
  }
}
