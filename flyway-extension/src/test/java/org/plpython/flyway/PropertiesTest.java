package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.util.MergeUtils;
import org.junit.jupiter.api.Test;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.settings.RemovalPolicy;
import tools.jackson.databind.ObjectMapper;

/** Runs with Jackson on the class path, which Flyway needs for properties of extensions. */
class PropertiesTest {

  private static PlPythonConfiguration settings(FluentConfiguration configuration) {
    return PlPythonConfiguration.of(configuration);
  }

  private static Map<String, String> properties(String... namesAndValues) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put("flyway.plpython." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return properties;
  }

  @Test
  void all_settings_are_read_when_properties_set_them() {
    PlPythonConfiguration settings =
        settings(
            Flyway.configure()
                .configuration(
                    properties(
                        "locations", "classpath:a,filesystem:b",
                        "types", "int=bigint",
                        "compatibility", "django-plpy",
                        "project", "shop",
                        "registry", "ops.ours",
                        "adopt", "true",
                        "dependents", "recreate",
                        "removal", "never",
                        "allowRemoval", "true",
                        "removalThreshold", "20",
                        "managedSchemas", "shop, audit",
                        "protect", "shop.f(integer, text);audit.*",
                        "driftPolicy", "repair",
                        "allowDowngrade", "true",
                        "lockTimeout", "500ms",
                        "statementTimeout", "2min",
                        "turnTimeout", "0",
                        "attempts", "5")));
    assertThat(settings.getLocations()).containsExactly("classpath:a", "filesystem:b");
    assertThat(settings.getTypes()).isEqualTo("int=bigint");
    assertThat(settings.getCompatibility()).isEqualTo("django-plpy");
    assertThat(settings.getProject()).isEqualTo("shop");
    assertThat(settings.getRegistry()).isEqualTo("ops.ours");
    assertThat(settings.isAdopt()).isTrue();
    assertThat(settings.getDependents()).isEqualTo(Dependents.RECREATE);
    assertThat(settings.getRemoval()).isEqualTo(RemovalPolicy.NEVER);
    assertThat(settings.isAllowRemoval()).isTrue();
    assertThat(settings.getRemovalThreshold()).isEqualTo(20);
    assertThat(settings.getManagedSchemas()).containsExactly("shop", "audit");
    assertThat(settings.getProtect()).containsExactly("shop.f(integer, text)", "audit.*");
    assertThat(settings.getDriftPolicy()).isEqualTo(DriftPolicy.REPAIR);
    assertThat(settings.isAllowDowngrade()).isTrue();
    assertThat(settings.getLockTimeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.getStatementTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.getTurnTimeout()).isEqualTo(Duration.ZERO);
    assertThat(settings.getAttempts()).isEqualTo(5);
  }

  @Test
  void earlier_settings_stay_when_other_properties_are_set_later() {
    FluentConfiguration configuration =
        Flyway.configure()
            .configuration(properties("locations", "classpath:a", "removal", "defer"))
            .configuration(properties("removal", "never", "attempts", "9"))
            .configuration(Map.of("flyway.table", "history"))
            .configuration(properties("attempts", "4"));
    assertThat(settings(configuration).getLocations()).containsExactly("classpath:a");
    assertThat(settings(configuration).getRemoval()).isEqualTo(RemovalPolicy.NEVER);
    assertThat(settings(configuration).getAttempts()).isEqualTo(4);
    assertThat(configuration.getTable()).isEqualTo("history");
    FluentConfiguration loaded =
        Flyway.configure().configuration(configuration.load().getConfiguration());
    assertThat(settings(loaded).getLocations()).containsExactly("classpath:a");
  }

  @Test
  void java_wins_when_it_sets_later_and_properties_win_when_they_do() {
    FluentConfiguration configuration =
        Flyway.configure().configuration(properties("removal", "defer", "project", "a"));
    settings(configuration).setRemoval(RemovalPolicy.NOW);
    settings(configuration).setProject("b");
    configuration.configuration(properties("project", "c"));
    assertThat(settings(configuration).getRemoval()).isEqualTo(RemovalPolicy.NOW);
    assertThat(settings(configuration).getProject()).isEqualTo("c");
  }

  @Test
  void flyway_is_not_made_when_settings_are_unknown_or_wrong() {
    Map<String, String> wrong =
        properties(
            "location", "classpath:a",
            "locations", "classpath:b",
            "adopt", "yes",
            "removal.policy", "now");
    assertThatThrownBy(() -> Flyway.configure().configuration(wrong).load())
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            """
            Wrong settings:
              flyway.plpython.adopt: 'yes' is not possible: write true or false
              flyway.plpython.location: there is no such setting. Did you mean flyway.plpython.locations?
              flyway.plpython.removal.policy: there is no such setting. Did you mean flyway.plpython.removal?""");
  }

  @Test
  void earlier_mistake_is_told_when_other_properties_are_set_later() {
    assertThatThrownBy(
            () ->
                Flyway.configure()
                    .configuration(properties("location", "classpath:a"))
                    .configuration(properties("attempts", "4"))
                    .load())
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("Did you mean flyway.plpython.locations?");
  }

  @Test
  void flyway_is_not_made_when_the_name_of_a_setting_is_left_out() {
    Map<String, String> nameless = Map.of("flyway.plpython", "classpath:a");
    assertThatThrownBy(() -> Flyway.configure().configuration(nameless).load())
        .isInstanceOf(FlywayException.class)
        .hasMessageStartingWith("Wrong setting flyway.plpython.: there is no such setting.");
  }

  @Test
  void flyway_refuses_its_own_unknown_names_as_ever() {
    Map<String, String> properties = properties("adopt", "true");
    properties.put("flyway.plpythonSettings", "x");
    properties.put("flyway.locatoins", "x");
    assertThatThrownBy(() -> Flyway.configure().configuration(properties))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("flyway.locatoins");
  }

  /** As its command line does: it converts the table by Jackson, then merges. */
  @Test
  void lists_numbers_and_truth_values_are_read_when_toml_has_them() {
    PlPythonConfiguration settings = settings(Flyway.configure());
    Map<String, Object> toml =
        Map.of(
            "plpython",
            Map.of(
                "locations",
                List.of("filesystem:a,b", "filesystem:c"),
                "protect",
                List.of("f(int, text)", "g*"),
                "managedSchemas",
                "shop,audit",
                "removalThreshold",
                3,
                "adopt",
                true,
                "lockTimeout",
                1500,
                "removal",
                "Defer"));
    MergeUtils.mergeModel(
        new ObjectMapper().convertValue(toml, PlPythonConfiguration.class), settings);
    assertThat(settings.getLocations()).containsExactly("filesystem:a,b", "filesystem:c");
    assertThat(settings.getProtect()).containsExactly("f(int, text)", "g*");
    assertThat(settings.getManagedSchemas()).containsExactly("shop", "audit");
    assertThat(settings.getRemovalThreshold()).isEqualTo(3);
    assertThat(settings.isAdopt()).isTrue();
    assertThat(settings.getLockTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(settings.getRemoval()).isEqualTo(RemovalPolicy.DEFER);
  }
}
