package org.plpython.liquibase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import liquibase.Scope;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.plpython.settings.GivenSetting;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Gives each {@link SpringLiquibase} the application's settings while it runs, which it does while
 * Spring makes it. They are in Liquibase's scope and nowhere else, as a JVM may have several
 * applications, one after another in tests.
 */
final class SpringScopes implements BeanPostProcessor, DisposableBean {
  private final Environment environment;
  private final Deque<String> open = new ArrayDeque<>();

  SpringScopes(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof SpringLiquibase) {
      Map<String, GivenSetting> given = SpringSettings.of(environment);
      try {
        open.push(Scope.enter(Map.of(LiquibaseSources.APPLICATION, given)));
      } catch (Exception failure) {
        throw new UnexpectedLiquibaseException(failure);
      }
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof SpringLiquibase) {
      close();
    }
    return bean;
  }

  /** Where Liquibase failed, nothing was called after it. */
  @Override
  public void destroy() {
    while (!open.isEmpty()) {
      close();
    }
  }

  private void close() {
    try {
      Scope.exit(open.pop());
    } catch (Exception failure) {
      throw new UnexpectedLiquibaseException(failure);
    }
  }
}
