package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.deploy.DeploySettings;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.PlanSettings.Protection;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.RemovalPolicy;
import org.plpython.settings.Setting;
import org.plpython.settings.UnknownSetting;

/** The settings without Jackson: from Java, and from the process. */
class PlPythonConfigurationTest {
  private static final String REGISTRY = "public.plpython_objects";

  private static PlPythonConfiguration of(Map<String, String> properties) {
    return of(properties, Map.of());
  }

  private static PlPythonConfiguration of(
      Map<String, String> properties, Map<String, String> environment) {
    Properties system = new Properties();
    properties.forEach((name, value) -> system.setProperty("flyway.plpython." + name, value));
    system.setProperty("flyway.table", "history");
    return new PlPythonConfiguration(
        () -> GivenSetting.ofProcess(system, environment, PlPythonConfiguration.FLYWAY));
  }

  @Test
  void settings_are_the_guides_when_nobody_sets_any() {
    PlPythonConfiguration settings = of(Map.of());
    assertThat(settings.getLocations()).containsExactly("classpath:db/plpython");
    assertThat(settings.getTypes()).isNull();
    assertThat(settings.getCompatibility()).isNull();
    assertThat(settings.getProject()).isNull();
    assertThat(settings.getRegistry()).isNull();
    assertThat(settings.getRemoval()).isEqualTo(RemovalPolicy.NOW);
    assertThat(settings.isAllowDowngrade()).isFalse();
    assertThat(settings.planSettings("public.history", REGISTRY))
        .isEqualTo(
            new PlanSettings(
                Optional.of("public.history"),
                Optional.of(REGISTRY),
                false,
                Dependents.REFUSE,
                Removal.DEFAULT,
                DriftPolicy.REPORT));
    assertThat(settings.deploySettings()).isEqualTo(DeploySettings.DEFAULT);
  }

  @Test
  void settings_are_what_java_sets_them_to() {
    PlPythonConfiguration settings = of(Map.of("project", "another", "attempts", "7"));
    settings.setLocations(List.of("filesystem:a,b", "classpath:c"));
    settings.setTypes("int=bigint, str=varchar");
    settings.setCompatibility("django-plpy");
    settings.setProject("shop");
    settings.setRegistry("ops.\"Objects\"");
    settings.setAdopt(true);
    settings.setDependents(Dependents.RECREATE);
    settings.setRemoval(RemovalPolicy.DEFER);
    settings.setAllowRemoval(true);
    settings.setRemovalThreshold(0);
    settings.setManagedSchemas(List.of("shop", "audit"));
    settings.setProtect(List.of("shop.legacy(integer, text)", "x;y"));
    settings.setDriftPolicy(DriftPolicy.FAIL);
    settings.setAllowDowngrade(true);
    settings.setLockTimeout(Duration.ofMillis(1500));
    settings.setStatementTimeout(Duration.ZERO);
    settings.setTurnTimeout(Duration.ofMinutes(2));
    settings.setAttempts(1);
    PlPythonConfiguration copy = (PlPythonConfiguration) settings.copy();
    settings.setLocations(null);
    settings.setRemoval(null);
    settings.setAttempts(null);
    assertThat(settings.getLocations()).containsExactly("classpath:db/plpython");
    assertThat(settings.getRemoval()).isEqualTo(RemovalPolicy.NOW);
    assertThat(settings.getAttempts()).isEqualTo(7);
    assertThat(copy.getLocations()).containsExactly("filesystem:a,b", "classpath:c");
    assertThat(copy.getTypes()).isEqualTo("int=bigint, str=varchar");
    assertThat(copy.getCompatibility()).isEqualTo("django-plpy");
    assertThat(copy.getRemoval()).isEqualTo(RemovalPolicy.DEFER);
    assertThat(copy.isAllowDowngrade()).isTrue();
    assertThat(copy.planSettings("public.history", REGISTRY))
        .isEqualTo(
            new PlanSettings(
                Optional.of("shop"),
                Optional.of("ops.\"Objects\""),
                true,
                Dependents.RECREATE,
                new Removal(
                    true,
                    0,
                    Set.of("shop", "audit"),
                    List.of(new Protection("shop.legacy(integer, text)"), new Protection("x;y"))),
                DriftPolicy.FAIL));
    assertThat(copy.deploySettings())
        .isEqualTo(
            new DeploySettings(Duration.ofMillis(1500), Duration.ZERO, Duration.ofMinutes(2), 1));
  }

  @Test
  void settings_of_the_process_are_taken_when_the_configuration_has_none() {
    PlPythonConfiguration settings =
        of(
            Map.of("locations", " filesystem:a , filesystem:b ", "protect", "f(int, text); g*"),
            Map.of(
                "FLYWAY_PLPYTHON_LOCATIONS", "filesystem:hidden",
                "FLYWAY_PLPYTHON_REMOVAL_THRESHOLD", "3",
                "FLYWAY_PLPYTHON_ALLOW_DOWNGRADE", "TRUE",
                "FLYWAY_PLPYTHON_REMOVAL", "",
                "FLYWAY_LOCATIONS", "filesystem:sql"));
    settings.setRemovalThreshold(4);
    assertThat(settings.getLocations()).containsExactly("filesystem:a", "filesystem:b");
    assertThat(settings.getProtect()).containsExactly("f(int, text)", "g*");
    assertThat(settings.isAllowDowngrade()).isTrue();
    assertThat(settings.getRemoval()).isEqualTo(RemovalPolicy.NOW);
    assertThat(settings.getRemovalThreshold()).isEqualTo(4);
  }

  @Test
  void system_properties_reach_flyway_without_jackson() {
    System.setProperty("flyway.plpython.locations", "filesystem:from/the/process");
    try {
      FluentConfiguration configuration = Flyway.configure();
      assertThat(PlPythonConfiguration.of(configuration).getLocations())
          .containsExactly("filesystem:from/the/process");
      System.setProperty("flyway.plpython.location", "filesystem:x");
      assertThatThrownBy(configuration::load)
          .isInstanceOf(FlywayException.class)
          .hasMessage(
              "Wrong setting flyway.plpython.location: there is no such setting."
                  + " Did you mean flyway.plpython.locations?");
    } finally {
      System.clearProperty("flyway.plpython.locations");
      System.clearProperty("flyway.plpython.location");
    }
  }

  @Test
  @Tag("since-flyway-13.6")
  void flyway_refuses_properties_when_jackson_is_missing() {
    assumeThat(ConfigurationExtension.JACKSON_DATABIND_PRESENT).isFalse();
    assertThatThrownBy(
            () -> Flyway.configure().configuration(Map.of("flyway.plpython.adopt", "true")))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("requires 'jackson-databind' on the classpath");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "locations|nfs:a|Unknown prefix in the location 'nfs:a': write classpath: or filesystem:.",
        "types|int|The type mapping 'int' must be written as int=bigint.",
        "compatibility|django|The setting compatibility cannot be 'django': it is django-plpy, or left out.",
        "registry|a b|'a b' is no table's name: write TABLE or SCHEMA.TABLE, in double quotes where SQL wants them",
        "adopt|yes|'yes' is not possible: write true or false",
        "dependents|drop|'drop' is not possible: write refuse or recreate",
        "removal|later|'later' is not possible: write now, defer or never",
        "removalThreshold|-1|'-1' is no number of objects: write 0 or more",
        "removalThreshold|many|'many' is no number of objects: write 0 or more",
        "driftPolicy|ignore|'ignore' is not possible: write repair, report or fail",
        "attempts|0|'0' is no number of attempts: write 1 or more",
        "lockTimeout|5 weeks|'5 weeks' is no time: write 500ms, 5s, 2min, 1h or 1d, or 0 to wait for ever",
        "turnTimeout|25d|'25d' is longer than PostgreSQL's longest time, 24 days; 0 waits for ever"
      })
  void setting_value_and_what_it_can_be_are_told_when_it_is_wrong(
      String name, String value, String message) {
    PlPythonConfiguration settings = of(Map.of(name, value));
    assertThatThrownBy(settings::getLocations)
        .isInstanceOf(FlywayException.class)
        .hasMessage("Wrong setting flyway.plpython." + name + ": " + message);
    assertThatThrownBy(settings::copy).isInstanceOf(FlywayException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "adopt,True,true",
    "dependents,RECREATE,recreate",
    "removal,Never,never",
    "driftPolicy, Repair ,repair"
  })
  void values_are_read_when_their_case_differs(String name, String value, String read) {
    PlPythonConfiguration settings = of(Map.of(name, value));
    assertThat(
            Map.<String, Object>of(
                "adopt", settings.isAdopt(),
                "dependents", settings.getDependents(),
                "removal", settings.getRemoval(),
                "driftPolicy", settings.getDriftPolicy()))
        .extractingByKey(name)
        .hasToString(read);
  }

  @Test
  void all_mistakes_are_told_when_there_are_several() {
    PlPythonConfiguration settings =
        of(
            Map.of("removl", "now", "adopt", "maybe"),
            Map.of("FLYWAY_PLPYTHON_ATTEMPTS", "none", "FLYWAY_PLPYTHON_LOCK_TIMOUT", "1s"));
    settings.setRemovalThreshold(-1);
    assertThatThrownBy(settings::getAttempts)
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            """
            Wrong settings:
              FLYWAY_PLPYTHON_LOCK_TIMOUT: there is no such setting. Did you mean FLYWAY_PLPYTHON_LOCK_TIMEOUT?
              flyway.plpython.adopt: 'maybe' is not possible: write true or false
              FLYWAY_PLPYTHON_ATTEMPTS: 'none' is no number of attempts: write 1 or more
              flyway.plpython.removalThreshold: '-1' is no number of objects: write 0 or more
              flyway.plpython.removl: there is no such setting. Did you mean flyway.plpython.removal?""");
  }

  @ParameterizedTest
  @CsvSource({
    "location,locations",
    "Locations,locations",
    "removal-threshold,removalThreshold",
    "allow_removal,allowRemoval",
    "schemas,managedSchemas",
    "drift,driftPolicy",
    "lockTimeOut,lockTimeout",
    "types.int,types"
  })
  void nearest_setting_is_named_when_a_name_is_unknown(String name, String nearest) {
    assertThat(
            UnknownSetting.message(
                new GivenSetting("flyway.plpython." + name, ""), PlPythonConfiguration.FLYWAY))
        .endsWith(" Did you mean flyway.plpython." + nearest + "?");
  }

  @Test
  void variables_are_those_of_their_settings() {
    PlPythonConfiguration settings = of(Map.of());
    assertThat(Setting.ALL)
        .allSatisfy(
            setting ->
                assertThat(
                        settings.getConfigurationParameterFromEnvironmentVariable(
                            PlPythonConfiguration.FLYWAY.variable(setting)))
                    .isEqualTo("flyway.plpython." + setting.name()));
    assertThat(PlPythonConfiguration.FLYWAY.variable(Setting.REMOVAL_THRESHOLD))
        .isEqualTo("FLYWAY_PLPYTHON_REMOVAL_THRESHOLD");
    assertThat(settings.getConfigurationParameterFromEnvironmentVariable("FLYWAY_TABLE")).isNull();
  }
}
