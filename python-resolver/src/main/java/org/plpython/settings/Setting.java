package org.plpython.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plpython.catalog.TableName;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.WaitingTime;
import org.plpython.object.TypeMapping;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.source.Location;

/**
 * One of the settings of a migration tool.
 *
 * @param name without the tool's prefix: {@code lockTimeout}
 * @param description a sentence for the help of a command line
 * @param standard its value while nobody sets it
 */
public record Setting<T>(String name, String description, SettingForm<T> form, T standard) {
  public static final Setting<List<String>> LOCATIONS =
      new Setting<>(
          "locations",
          "Where the Python sources lie, separated by commas.",
          new SettingForm<>(",", Setting::checkedLocations),
          List.of("classpath:db/plpython"));
  public static final Setting<Optional<String>> TYPES =
      text(
          "types",
          "SQL types for Python types, such as int=bigint, str=varchar.",
          Setting::checkedTypes);
  public static final Setting<Optional<String>> COMPATIBILITY =
      text(
          "compatibility",
          "django-plpy takes the types of that project.",
          Setting::checkedCompatibility);
  public static final Setting<Optional<String>> PROJECT =
      text(
          "project",
          "Whose objects these are; what a project no longer has is removed.",
          text -> text);
  public static final Setting<Optional<String>> REGISTRY =
      text(
          "registry",
          "The table that says what is ours, as TABLE or SCHEMA.TABLE.",
          TableName::checked);
  public static final Setting<Boolean> ADOPT =
      new Setting<>(
          "adopt",
          "Replace objects that are there, differ and are not ours.",
          SettingForm.flag(),
          false);
  public static final Setting<Dependents> DEPENDENTS =
      choice(
          "dependents",
          "What to do with what hangs on a function to be dropped: refuse, recreate.",
          Dependents.values(),
          Dependents.REFUSE);
  public static final Setting<RemovalPolicy> REMOVAL =
      choice(
          "removal",
          "When an object goes whose source is gone.",
          RemovalPolicy.values(),
          RemovalPolicy.NOW);
  public static final Setting<Boolean> ALLOW_REMOVAL =
      new Setting<>(
          "allowRemoval",
          "Remove everything, or more than the threshold.",
          SettingForm.flag(),
          false);
  public static final Setting<Integer> REMOVAL_THRESHOLD =
      new Setting<>(
          "removalThreshold",
          "How many objects are removed without being allowed.",
          SettingForm.atLeast(0, "objects"),
          Removal.DEFAULT.threshold());
  public static final Setting<List<String>> MANAGED_SCHEMAS =
      new Setting<>(
          "managedSchemas",
          "The schemas in which objects may be removed, separated by commas.",
          SettingForm.several(","),
          List.of());
  public static final Setting<List<String>> PROTECT =
      new Setting<>(
          "protect",
          "Objects that are never removed, such as shop.legacy(*, separated by semicolons.",
          SettingForm.several(";"),
          List.of());
  public static final Setting<DriftPolicy> DRIFT_POLICY =
      choice(
          "driftPolicy",
          "What to do with what somebody changed in the database: report, repair, fail.",
          DriftPolicy.values(),
          DriftPolicy.REPORT);
  public static final Setting<Boolean> ALLOW_DOWNGRADE =
      new Setting<>(
          "allowDowngrade",
          "Replace and remove what is newer than the sources.",
          SettingForm.flag(),
          false);
  public static final Setting<Duration> LOCK_TIMEOUT =
      time(
          "lockTimeout",
          "How long to wait for a lock, such as 500ms or 5s; 0: for ever.",
          DeploySettings.DEFAULT.lockTimeout());
  public static final Setting<Duration> STATEMENT_TIMEOUT =
      time(
          "statementTimeout",
          "How long one statement may take; 0: for ever.",
          DeploySettings.DEFAULT.statementTimeout());
  public static final Setting<Duration> TURN_TIMEOUT =
      time(
          "turnTimeout",
          "How long to wait for another deploy to end; 0: for ever.",
          DeploySettings.DEFAULT.turnTimeout());
  public static final Setting<Integer> ATTEMPTS =
      new Setting<>(
          "attempts",
          "How often a deploy is tried when others are in its way.",
          SettingForm.atLeast(1, "attempts"),
          DeploySettings.DEFAULT.attempts());

  /** All of them, in the guide's order. */
  public static final List<Setting<?>> ALL =
      List.of(
          LOCATIONS,
          TYPES,
          COMPATIBILITY,
          PROJECT,
          REGISTRY,
          ADOPT,
          DEPENDENTS,
          REMOVAL,
          ALLOW_REMOVAL,
          REMOVAL_THRESHOLD,
          MANAGED_SCHEMAS,
          PROTECT,
          DRIFT_POLICY,
          ALLOW_DOWNGRADE,
          LOCK_TIMEOUT,
          STATEMENT_TIMEOUT,
          TURN_TIMEOUT,
          ATTEMPTS);

  private static Setting<Optional<String>> text(
      String name, String description, UnaryOperator<String> checked) {
    return new Setting<>(
        name,
        description,
        SettingForm.one(text -> Optional.of(checked.apply(text))),
        Optional.empty());
  }

  private static <E extends Enum<E>> Setting<E> choice(
      String name, String description, E[] values, E standard) {
    return new Setting<>(name, description, SettingForm.oneOf(Arrays.asList(values)), standard);
  }

  private static Setting<Duration> time(String name, String description, Duration standard) {
    return new Setting<>(name, description, SettingForm.one(WaitingTime::parse), standard);
  }

  private static List<String> checkedLocations(List<String> locations) {
    locations.forEach(Location::parse);
    return List.copyOf(locations);
  }

  private static String checkedTypes(String types) {
    TypeMapping.parse(null, types);
    return types;
  }

  private static String checkedCompatibility(String project) {
    TypeMapping.parse(project, null);
    return project;
  }

  /** As environment variables end: {@code LOCK_TIMEOUT}. */
  String capitals() {
    return name.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** As command lines and Spring Boot write it: {@code lock-timeout}. */
  public String dashed() {
    return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
