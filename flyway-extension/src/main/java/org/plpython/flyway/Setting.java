package org.plpython.flyway;

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
 * One of the settings {@code flyway.plpython.*}.
 *
 * @param name what stands after {@link #PREFIX}
 * @param standard its value while nobody sets it
 */
record Setting<T>(String name, SettingForm<T> form, T standard) {
  static final String PREFIX = "flyway.plpython.";
  static final String VARIABLE_PREFIX = "FLYWAY_PLPYTHON_";

  static final Setting<List<String>> LOCATIONS =
      new Setting<>(
          "locations",
          new SettingForm<>(",", Setting::checkedLocations),
          List.of("classpath:db/plpython"));
  static final Setting<Optional<String>> TYPES = text("types", Setting::checkedTypes);
  static final Setting<Optional<String>> COMPATIBILITY =
      text("compatibility", Setting::checkedCompatibility);
  static final Setting<Optional<String>> PROJECT = text("project", text -> text);
  static final Setting<Optional<String>> REGISTRY = text("registry", TableName::checked);
  static final Setting<Boolean> ADOPT = new Setting<>("adopt", SettingForm.flag(), false);
  static final Setting<Dependents> DEPENDENTS =
      choice("dependents", Dependents.values(), Dependents.REFUSE);
  static final Setting<RemovalPolicy> REMOVAL =
      choice("removal", RemovalPolicy.values(), RemovalPolicy.NOW);
  static final Setting<Boolean> ALLOW_REMOVAL =
      new Setting<>("allowRemoval", SettingForm.flag(), false);
  static final Setting<Integer> REMOVAL_THRESHOLD =
      new Setting<>(
          "removalThreshold", SettingForm.atLeast(0, "objects"), Removal.DEFAULT.threshold());
  static final Setting<List<String>> MANAGED_SCHEMAS =
      new Setting<>("managedSchemas", SettingForm.several(","), List.of());
  static final Setting<List<String>> PROTECT =
      new Setting<>("protect", SettingForm.several(";"), List.of());
  static final Setting<DriftPolicy> DRIFT_POLICY =
      choice("driftPolicy", DriftPolicy.values(), DriftPolicy.REPORT);
  static final Setting<Boolean> ALLOW_DOWNGRADE =
      new Setting<>("allowDowngrade", SettingForm.flag(), false);
  static final Setting<Duration> LOCK_TIMEOUT =
      time("lockTimeout", DeploySettings.DEFAULT.lockTimeout());
  static final Setting<Duration> STATEMENT_TIMEOUT =
      time("statementTimeout", DeploySettings.DEFAULT.statementTimeout());
  static final Setting<Duration> TURN_TIMEOUT =
      time("turnTimeout", DeploySettings.DEFAULT.turnTimeout());
  static final Setting<Integer> ATTEMPTS =
      new Setting<>(
          "attempts", SettingForm.atLeast(1, "attempts"), DeploySettings.DEFAULT.attempts());

  /** All of them, in the guide's order. */
  static final List<Setting<?>> ALL =
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

  private static Setting<Optional<String>> text(String name, UnaryOperator<String> checked) {
    return new Setting<>(
        name, SettingForm.one(text -> Optional.of(checked.apply(text))), Optional.empty());
  }

  private static <E extends Enum<E>> Setting<E> choice(String name, E[] values, E standard) {
    return new Setting<>(name, SettingForm.oneOf(Arrays.asList(values)), standard);
  }

  private static Setting<Duration> time(String name, Duration standard) {
    return new Setting<>(name, SettingForm.one(WaitingTime::parse), standard);
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

  /** The setting of a name without its prefix. */
  static Optional<Setting<?>> named(String name) {
    return ALL.stream().filter(setting -> setting.name.equals(name)).findFirst();
  }

  /** As a property: {@code flyway.plpython.lockTimeout}. */
  String property() {
    return PREFIX + name;
  }

  /** As an environment variable: {@code FLYWAY_PLPYTHON_LOCK_TIMEOUT}. */
  String variable() {
    return VARIABLE_PREFIX + name.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** As Spring Boot prefers to write it: {@code lock-timeout}. */
  String dashed() {
    return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
