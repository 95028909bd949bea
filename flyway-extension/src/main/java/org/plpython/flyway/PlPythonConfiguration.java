package org.plpython.flyway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.extensibility.Plugin;
import org.jspecify.annotations.Nullable;
import org.plpython.deploy.DeploySettings;
import org.plpython.object.TypeMapping;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.RemovalPolicy;
import org.plpython.settings.Setting;
import org.plpython.settings.SettingValues;
import org.plpython.settings.Tool;
import org.plpython.source.Location;

/**
 * The settings {@code flyway.plpython.*}. From Java:
 *
 * <pre>{@code
 * PlPythonConfiguration.of(configuration).setLocations(List.of("filesystem:src/main/plpython"));
 * }</pre>
 *
 * <p>What is set neither so nor in Flyway's own configuration is taken from the process: from the
 * system property {@code flyway.plpython.locations}, else from the environment variable {@code
 * FLYWAY_PLPYTHON_LOCATIONS}. Every getter throws a {@link FlywayException} that shows all mistakes
 * if any setting is unknown or has a value that it cannot have; so does making a {@code Flyway}.
 */
public final class PlPythonConfiguration implements ConfigurationExtension {
  static final Tool FLYWAY =
      new Tool("flyway.plpython.", "FLYWAY_PLPYTHON_", Setting.ALL, FlywayException::new);

  /**
   * All of {@code flyway.plpython.*} that Flyway's latest look at properties or files found. Flyway
   * finds the field by its name and writes over it, so that it is emptied before the next look.
   * Fields for each setting would not do: Flyway drops them all without a word where it can convert
   * one of them not, and names of other fields it never shows us.
   */
  private @Nullable Object plpython;

  /** Its name must be nobody's setting: Flyway takes {@code flyway.NAME} for this field. */
  private final SettingValues plpythonSettings;

  /** Nothing is set. */
  public PlPythonConfiguration() {
    this(() -> GivenSetting.ofProcess(System.getProperties(), System.getenv(), FLYWAY));
  }

  PlPythonConfiguration(Supplier<Map<String, GivenSetting>> process) {
    this(new SettingValues(FLYWAY, process));
  }

  private PlPythonConfiguration(SettingValues settings) {
    this.plpythonSettings = settings;
  }

  /**
   * The settings of a Flyway that is being configured, or that runs. Versions of Flyway before
   * 11.15 have no {@code getConfigurationExtension}, later ones deprecate what those have.
   */
  @SuppressWarnings("deprecation")
  public static PlPythonConfiguration of(Configuration configuration) {
    return configuration.getPluginRegister().getPlugin(PlPythonConfiguration.class);
  }

  private SettingValues settings() {
    if (plpython instanceof Map<?, ?> tree) {
      plpythonSettings.putAll(GivenSetting.ofTree(tree, FLYWAY));
    } else if (plpython != null) {
      plpythonSettings.putAll(GivenSetting.ofTree(Map.of("", plpython), FLYWAY));
    }
    plpython = null;
    return plpythonSettings;
  }

  /** For Jackson, by which Flyway makes what it writes over ours. */
  void setPlpython(@Nullable Object plpython) {
    this.plpython = plpython;
  }

  /** Sets what is given, and nothing else. */
  void putAll(Map<String, GivenSetting> given) {
    settings().putAll(given);
  }

  /** Where the Python sources lie; {@code classpath:db/plpython} where nothing is set. */
  public List<String> getLocations() {
    return settings().get(Setting.LOCATIONS);
  }

  /**
   * Sets where the Python sources lie.
   *
   * @param locations each {@code classpath:...} or {@code filesystem:...}; null: the default
   */
  public void setLocations(@Nullable List<String> locations) {
    settings().put(Setting.LOCATIONS, locations);
  }

  /** The SQL types that replace those of the mapping; null: none. */
  public @Nullable String getTypes() {
    return settings().get(Setting.TYPES).orElse(null);
  }

  /**
   * Sets SQL types for Python types.
   *
   * @param types such as {@code int=bigint, str=varchar}; null: those of the mapping
   */
  public void setTypes(@Nullable String types) {
    settings().put(Setting.TYPES, types);
  }

  /** The project whose types are taken, {@code django-plpy}; null: ours. */
  public @Nullable String getCompatibility() {
    return settings().get(Setting.COMPATIBILITY).orElse(null);
  }

  /**
   * Sets whose mapping of Python types to SQL types is taken.
   *
   * @param compatibility {@code django-plpy}, or null for ours
   */
  public void setCompatibility(@Nullable String compatibility) {
    settings().put(Setting.COMPATIBILITY, compatibility);
  }

  /** Whose objects these are; null: the history table's. */
  public @Nullable String getProject() {
    return settings().get(Setting.PROJECT).orElse(null);
  }

  /**
   * Sets whose objects these are, for the registry: what a project has installed and its sources no
   * longer hold is removed.
   *
   * @param project any text that no other project in this database has; null: the history table's
   *     qualified name
   */
  public void setProject(@Nullable String project) {
    settings().put(Setting.PROJECT, project);
  }

  /** The table that says what is ours; null: {@code plpython_objects} beside the history table. */
  public @Nullable String getRegistry() {
    return settings().get(Setting.REGISTRY).orElse(null);
  }

  /**
   * Sets the table that says what is ours.
   *
   * @param registry {@code TABLE} or {@code SCHEMA.TABLE}, as SQL; null: {@code plpython_objects}
   *     beside the history table
   */
  public void setRegistry(@Nullable String registry) {
    settings().put(Setting.REGISTRY, registry);
  }

  /** Whether objects that are there, differ and are not ours are replaced. */
  public boolean isAdopt() {
    return settings().get(Setting.ADOPT);
  }

  /**
   * Sets whether objects that are there, differ and are not ours are replaced.
   *
   * @param adopt null: they are not; the migrate is refused
   */
  public void setAdopt(@Nullable Boolean adopt) {
    settings().put(Setting.ADOPT, adopt);
  }

  /** What happens to what hangs on a function that must be dropped. */
  public Dependents getDependents() {
    return settings().get(Setting.DEPENDENTS);
  }

  /**
   * Sets what happens to what hangs on a function that must be dropped.
   *
   * @param dependents null: the migrate is refused
   */
  public void setDependents(@Nullable Dependents dependents) {
    settings().put(Setting.DEPENDENTS, dependents);
  }

  /** When an object goes whose source is gone. */
  public RemovalPolicy getRemoval() {
    return settings().get(Setting.REMOVAL);
  }

  /**
   * Sets when an object goes whose source is gone.
   *
   * @param removal null: now
   */
  public void setRemoval(@Nullable RemovalPolicy removal) {
    settings().put(Setting.REMOVAL, removal);
  }

  /** Whether everything, or more than the threshold, may be removed. */
  public boolean isAllowRemoval() {
    return settings().get(Setting.ALLOW_REMOVAL);
  }

  /**
   * Sets whether everything, or more than the threshold, may be removed.
   *
   * @param allowRemoval null: it may not
   */
  public void setAllowRemoval(@Nullable Boolean allowRemoval) {
    settings().put(Setting.ALLOW_REMOVAL, allowRemoval);
  }

  /** How many objects are removed without being allowed. */
  public int getRemovalThreshold() {
    return settings().get(Setting.REMOVAL_THRESHOLD);
  }

  /**
   * Sets how many objects are removed without being allowed.
   *
   * @param removalThreshold 0 or more; null: 10
   */
  public void setRemovalThreshold(@Nullable Integer removalThreshold) {
    settings().put(Setting.REMOVAL_THRESHOLD, removalThreshold);
  }

  /** The schemas in which objects may be removed; none: wherever the project has some. */
  public List<String> getManagedSchemas() {
    return settings().get(Setting.MANAGED_SCHEMAS);
  }

  /**
   * Sets the schemas in which objects may be removed.
   *
   * @param managedSchemas null or none: wherever the project has some
   */
  public void setManagedSchemas(@Nullable List<String> managedSchemas) {
    settings().put(Setting.MANAGED_SCHEMAS, managedSchemas);
  }

  /** Patterns of the identities of objects that are never removed. */
  public List<String> getProtect() {
    return settings().get(Setting.PROTECT);
  }

  /**
   * Sets which objects are never removed.
   *
   * @param protect patterns of their identities, {@code shop.legacy(*}; {@code *} stands for any
   *     characters; null: none
   */
  public void setProtect(@Nullable List<String> protect) {
    settings().put(Setting.PROTECT, protect);
  }

  /** What happens to objects that somebody changed in the database. */
  public DriftPolicy getDriftPolicy() {
    return settings().get(Setting.DRIFT_POLICY);
  }

  /**
   * Sets what happens to objects that somebody changed in the database.
   *
   * @param driftPolicy null: they are reported
   */
  public void setDriftPolicy(@Nullable DriftPolicy driftPolicy) {
    settings().put(Setting.DRIFT_POLICY, driftPolicy);
  }

  /** Whether sources older than those deployed last replace and remove what is newer. */
  public boolean isAllowDowngrade() {
    return settings().get(Setting.ALLOW_DOWNGRADE);
  }

  /**
   * Sets whether sources older than those deployed last replace and remove what is newer.
   *
   * @param allowDowngrade null: they do not
   */
  public void setAllowDowngrade(@Nullable Boolean allowDowngrade) {
    settings().put(Setting.ALLOW_DOWNGRADE, allowDowngrade);
  }

  /** How long to wait for a lock on a table or a routine; zero: for ever. */
  public Duration getLockTimeout() {
    return settings().get(Setting.LOCK_TIMEOUT);
  }

  /**
   * Sets how long to wait for a lock on a table or a routine.
   *
   * @param lockTimeout zero: for ever; null: 5 seconds
   */
  public void setLockTimeout(@Nullable Duration lockTimeout) {
    settings()
        .put(Setting.LOCK_TIMEOUT, lockTimeout == null ? null : lockTimeout.toMillis() + "ms");
  }

  /** How long one statement may take; zero: for ever. */
  public Duration getStatementTimeout() {
    return settings().get(Setting.STATEMENT_TIMEOUT);
  }

  /**
   * Sets how long one statement may take.
   *
   * @param statementTimeout zero: for ever; null: 5 minutes
   */
  public void setStatementTimeout(@Nullable Duration statementTimeout) {
    settings()
        .put(
            Setting.STATEMENT_TIMEOUT,
            statementTimeout == null ? null : statementTimeout.toMillis() + "ms");
  }

  /** How long to wait for another deploy to end; zero: for ever. */
  public Duration getTurnTimeout() {
    return settings().get(Setting.TURN_TIMEOUT);
  }

  /**
   * Sets how long to wait for another deploy to end.
   *
   * @param turnTimeout zero: for ever; null: 30 minutes
   */
  public void setTurnTimeout(@Nullable Duration turnTimeout) {
    settings()
        .put(Setting.TURN_TIMEOUT, turnTimeout == null ? null : turnTimeout.toMillis() + "ms");
  }

  /** How often a deploy is tried when others are in its way, the first time included. */
  public int getAttempts() {
    return settings().get(Setting.ATTEMPTS);
  }

  /**
   * Sets how often a deploy is tried when others are in its way.
   *
   * @param attempts 1 or more, the first time included; null: 3
   */
  public void setAttempts(@Nullable Integer attempts) {
    settings().put(Setting.ATTEMPTS, attempts);
  }

  /** The locations of the sources. */
  List<Location> locations() {
    return settings().locations();
  }

  /** Which SQL types stand for which Python types. */
  TypeMapping typeMapping() {
    return settings().typeMapping();
  }

  /**
   * What a plan may do.
   *
   * @param defaultProject where none is set
   * @param defaultRegistry where none is set
   */
  PlanSettings planSettings(String defaultProject, String defaultRegistry) {
    return settings().planSettings(defaultProject, defaultRegistry);
  }

  /** How long a deploy waits. */
  DeploySettings deploySettings() {
    return settings().deploySettings();
  }

  /**
   * None, so that Flyway hands us all of {@code plpython}, the names that it would refuse without a
   * hint included. Flyway asks before each look at a configuration.
   */
  @Override
  public String getNamespace() {
    settings();
    return "";
  }

  @Override
  public @Nullable String getConfigurationParameterFromEnvironmentVariable(String variable) {
    return Setting.ALL.stream()
        .filter(setting -> FLYWAY.variable(setting).equals(variable))
        .findFirst()
        .<String>map(FLYWAY::property)
        .orElse(null);
  }

  /**
   * Without Jackson, which the inherited method needs and an application may not have. Flyway
   * copies when it is made, which is when mistakes are to be told.
   */
  @Override
  public Plugin copy() {
    getLocations();
    return new PlPythonConfiguration(settings().copy());
  }
}
