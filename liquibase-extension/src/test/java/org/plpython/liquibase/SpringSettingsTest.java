package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.plpython.plan.PlanSettings.Protection;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What a Spring application's SpringLiquibase finds as settings. */
class SpringSettingsTest {

  /** Reads the settings where Liquibase would run. */
  private static final class Reading extends SpringLiquibase {
    private final AtomicReference<PlPythonSettings> read;

    Reading(AtomicReference<PlPythonSettings> read) {
      this.read = read;
    }

    @Override
    public void afterPropertiesSet() throws LiquibaseException {
      read.set(PlPythonSettings.current());
    }
  }

  private static PlPythonSettings start(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>();
    properties.forEach((name, value) -> all.put("liquibase.plpython." + name, value));
    AtomicReference<PlPythonSettings> read = new AtomicReference<>();
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
      context.register(PlPythonAutoConfiguration.class);
      context.registerBean(SpringLiquibase.class, () -> new Reading(read));
      context.refresh();
    }
    return Optional.ofNullable(read.get()).orElseThrow();
  }

  @Test
  void settings_are_those_of_the_applications_properties_in_any_spelling() {
    Scope before = Scope.getCurrentScope();
    PlPythonSettings settings =
        start(
            Map.of(
                "lock-timeout", "7s",
                "TURN_TIMEOUT", "1min",
                "allowRemoval", "true",
                "protect[0]", "shop.a(int, int)",
                "protect[1]", "shop.b(*"));
    assertThat(settings.deploySettings().lockTimeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.deploySettings().turnTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.planSettings("", "").removal().isAllowed()).isTrue();
    assertThat(settings.planSettings("", "").removal().isProtected())
        .containsExactly(new Protection("shop.a(int, int)"), new Protection("shop.b(*"));
    assertThat(Scope.getCurrentScope()).isSameAs(before);
    assertThat(start(Map.of()).planSettings("", "").removal().isAllowed()).isFalse();
  }

  @Test
  void application_does_not_start_when_settings_are_wrong() {
    Scope before = Scope.getCurrentScope();
    assertThatThrownBy(() -> start(Map.of("lock-timeuot", "1s", "removal", "defer")))
        .rootCause()
        .isInstanceOf(UnexpectedLiquibaseException.class)
        .hasMessage(
            """
            Wrong settings:
              liquibase.plpython.lock-timeuot: there is no such setting. Did you mean liquibase.plpython.lockTimeout?
              liquibase.plpython.removal: 'defer' is not possible: write now or never""");
    assertThat(Scope.getCurrentScope()).isSameAs(before);
  }

  @Test
  void mistake_of_the_process_is_told_once() {
    System.setProperty("liquibase.plpython.attemtps", "5");
    try {
      assertThatThrownBy(() -> start(Map.of()))
          .rootCause()
          .hasMessage(
              "Wrong setting liquibase.plpython.attemtps (system property): there is no such setting."
                  + " Did you mean liquibase.plpython.attempts?");
    } finally {
      System.clearProperty("liquibase.plpython.attemtps");
    }
  }

  @Test
  void application_wins_over_the_process() {
    System.setProperty("liquibase.plpython.attempts", "5");
    System.setProperty("liquibase.plpython.project", "process");
    try {
      PlPythonSettings settings = start(Map.of("attempts", "6"));
      assertThat(settings.deploySettings().attempts()).isEqualTo(6);
      assertThat(settings.planSettings("", "").project()).hasValue("process");
    } finally {
      System.clearProperty("liquibase.plpython.attempts");
      System.clearProperty("liquibase.plpython.project");
    }
  }
}
