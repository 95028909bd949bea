package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import liquibase.Scope;
import liquibase.configuration.ConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.configuration.core.DefaultsFileValueProvider;
import liquibase.exception.UnexpectedLiquibaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.deploy.DeploySettings;
import org.plpython.object.TypeMapping;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.PlanSettings.Protection;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.settings.RemovalPolicy;
import org.plpython.settings.Setting;

/** The settings by the ways that the API has; those of the command line are tested with it. */
class PlPythonSettingsTest {
  private static final String REGISTRY = "public.plpython_objects";
  private final Set<ConfigurationValueProvider> registered = new HashSet<>();

  private static LiquibaseConfiguration configuration() {
    return Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class);
  }

  private void defaultsFile(String text) throws IOException {
    ConfigurationValueProvider file =
        new DefaultsFileValueProvider(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "File liquibase.properties");
    registered.add(file);
    configuration().registerProvider(file);
  }

  @AfterEach
  void forget() {
    registered.forEach(configuration()::unregisterProvider);
  }

  private static PlPythonSettings inScope(Map<String, Object> values) throws Exception {
    return Scope.child(values, PlPythonSettings::current);
  }

  @Test
  void settings_are_the_guides_when_nobody_sets_any() {
    PlPythonSettings settings = PlPythonSettings.current();
    assertThat(settings.locations()).containsExactly("classpath:db/plpython");
    assertThat(settings.removal()).isEqualTo(RemovalPolicy.NOW);
    assertThat(settings.isAllowDowngrade()).isFalse();
    assertThat(settings.typeMapping()).isEqualTo(TypeMapping.parse(null, null));
    assertThat(settings.planSettings("public.databasechangelog", REGISTRY))
        .isEqualTo(
            new PlanSettings(
                Optional.of("public.databasechangelog"),
                Optional.of(REGISTRY),
                false,
                Dependents.REFUSE,
                Removal.DEFAULT,
                DriftPolicy.REPORT));
    assertThat(settings.deploySettings()).isEqualTo(DeploySettings.DEFAULT);
  }

  @Test
  void all_settings_are_read_when_a_defaults_file_sets_them() throws IOException {
    defaultsFile(
        """
        liquibase.plpython.locations=classpath:a,filesystem:b
        liquibase.plpython.types=int=bigint
        liquibase.plpython.compatibility=django-plpy
        liquibase.plpython.project=shop
        liquibase.plpython.registry=ops.ours
        liquibase.plpython.adopt=true
        liquibase.plpython.dependents=recreate
        liquibase.plpython.removal=never
        liquibase.plpython.allowRemoval=true
        liquibase.plpython.removalThreshold=20
        liquibase.plpython.managedSchemas=shop, audit
        liquibase.plpython.protect=shop.f(integer, text);audit.*
        liquibase.plpython.driftPolicy=repair
        liquibase.plpython.allowDowngrade=true
        liquibase.plpython.lockTimeout=500ms
        liquibase.plpython.statementTimeout=2min
        liquibase.plpython.turnTimeout=0
        liquibase.plpython.attempts=5
        """);
    PlPythonSettings settings = PlPythonSettings.current();
    assertThat(settings.locations()).containsExactly("classpath:a", "filesystem:b");
    assertThat(settings.removal()).isEqualTo(RemovalPolicy.NEVER);
    assertThat(settings.isAllowDowngrade()).isTrue();
    assertThat(settings.typeMapping()).isEqualTo(TypeMapping.parse("django-plpy", "int=bigint"));
    assertThat(settings.planSettings("public.databasechangelog", REGISTRY))
        .isEqualTo(
            new PlanSettings(
                Optional.of("shop"),
                Optional.of("ops.ours"),
                true,
                Dependents.RECREATE,
                new Removal(
                    true,
                    20,
                    Set.of("shop", "audit"),
                    List.of(new Protection("shop.f(integer, text)"), new Protection("audit.*"))),
                DriftPolicy.REPAIR));
    assertThat(settings.deploySettings())
        .isEqualTo(
            new DeploySettings(Duration.ofMillis(500), Duration.ofMinutes(2), Duration.ZERO, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "liquibase.plpython.lockTimeout",
        "liquibase.plpython.lock-timeout",
        "liquibase.plpython.lock_timeout",
        "Liquibase.PlPython.LockTimeout",
        "plpython.lockTimeout",
        "plpython.lock-timeout"
      })
  void setting_is_read_in_every_spelling_that_liquibase_takes(String name) throws IOException {
    defaultsFile(name + "=7s\n");
    assertThat(PlPythonSettings.current().deploySettings().lockTimeout())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void scope_wins_over_a_system_property_and_that_over_a_defaults_file() throws Exception {
    defaultsFile(
        """
        liquibase.plpython.attempts=4
        liquibase.plpython.project=a
        liquibase.plpython.types=int=bigint
        """);
    System.setProperty("liquibase.plpython.attempts", "5");
    System.setProperty("liquibase.plpython.project", "b");
    try {
      PlPythonSettings settings =
          inScope(
              Map.of(
                  "liquibase.plpython.attempts",
                  6,
                  "liquibase.plpython.protect",
                  List.of("a;b", "c")));
      assertThat(settings.deploySettings().attempts()).isEqualTo(6);
      assertThat(settings.planSettings("", "").project()).hasValue("b");
      assertThat(settings.planSettings("", "").removal().isProtected())
          .containsExactly(new Protection("a;b"), new Protection("c"));
      assertThat(settings.typeMapping()).isEqualTo(TypeMapping.parse(null, "int=bigint"));
    } finally {
      System.clearProperty("liquibase.plpython.attempts");
      System.clearProperty("liquibase.plpython.project");
    }
  }

  @Test
  void all_mistakes_and_their_places_are_told_when_there_are_several() throws Exception {
    defaultsFile(
        """
        liquibase.plpython.adopt=maybe
        plpython.location=classpath:a
        liquibase_plpython_lock_timeout=1s
        liquibase.plpythonish=for somebody else
        """);
    System.setProperty("liquibase.plpython.removl", "now");
    try {
      assertThatThrownBy(() -> inScope(Map.of("liquibase.plpython.attempts", 0)))
          .isInstanceOf(UnexpectedLiquibaseException.class)
          .hasMessage(
              """
              Wrong settings:
                liquibase.plpython.adopt (file liquibase.properties): 'maybe' is not possible: write true or false
                liquibase.plpython.attempts (scoped value): '0' is no number of attempts: write 1 or more
                liquibase.plpython.removl (system property): there is no such setting. Did you mean liquibase.plpython.removal?
                liquibase_plpython_lock_timeout (file liquibase.properties): there is no such setting. Did you mean liquibase.plpython.lockTimeout?
                plpython.location (file liquibase.properties): there is no such setting. Did you mean liquibase.plpython.locations?""");
    } finally {
      System.clearProperty("liquibase.plpython.removl");
    }
  }

  @Test
  void variable_is_told_when_no_setting_has_its_name() {
    Map<String, String> environment =
        Map.of(
            "LIQUIBASE_PLPYTHON_LOCK_TIMOUT", "1s",
            "LIQUIBASE_PLPYTHON_LOCK_TIMEOUT", "1s",
            "LIQUIBASE_PLPYTHON_ATTEMPT", " ",
            "LIQUIBASE_COMMAND_PLPYTHON_PLAN_FORMAT", "json",
            "LIQUIBASE_HOME", "/opt/liquibase");
    assertThatThrownBy(
            () -> PlPythonSettings.of(new LiquibaseSources(new Properties(), environment).given()))
        .isInstanceOf(UnexpectedLiquibaseException.class)
        .hasMessage(
            "Wrong setting LIQUIBASE_PLPYTHON_LOCK_TIMOUT (environment variable): there is no such"
                + " setting. Did you mean LIQUIBASE_PLPYTHON_LOCK_TIMEOUT?");
  }

  @ParameterizedTest
  @CsvSource({"defer", "later"})
  void now_and_never_are_named_when_a_removal_is_another(String policy) {
    assertThatThrownBy(() -> inScope(Map.of("liquibase.plpython.removal", policy)))
        .isInstanceOf(UnexpectedLiquibaseException.class)
        .hasMessage(
            "Wrong setting liquibase.plpython.removal (scoped value): '%s' is not possible: write"
                + " now or never",
            policy);
  }

  @Test
  void liquibase_knows_every_setting_with_what_it_is_while_nobody_sets_it() {
    assertThat(configuration().getRegisteredDefinitions(false))
        .filteredOn(it -> it.getKey().startsWith("liquibase.plpython."))
        .hasSameSizeAs(Setting.ALL)
        .allSatisfy(it -> assertThat(it.getDescription()).endsWith("."));
    assertThat(PlPythonDefinitions.ALL)
        .filteredOn(it -> it.getDefaultValue() != null)
        .extracting(it -> it.getKey().substring(19) + "=" + it.getDefaultValue())
        .containsExactly(
            "locations=classpath:db/plpython",
            "adopt=false",
            "dependents=refuse",
            "removal=now",
            "allowRemoval=false",
            "removalThreshold=10",
            "driftPolicy=report",
            "allowDowngrade=false",
            "lockTimeout=5s",
            "statementTimeout=5min",
            "turnTimeout=30min",
            "attempts=3");
  }
}
