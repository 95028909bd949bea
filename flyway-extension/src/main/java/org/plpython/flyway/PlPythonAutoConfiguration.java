package org.plpython.flyway;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * What Spring Boot, 3 or 4, adds to the Flyway that it makes: the settings {@code
 * spring.flyway.plpython.*} and a {@link PlPythonCallback}. An application's own customizers come
 * later. Without Spring nobody loads this class.
 */
@AutoConfiguration
@ConditionalOnClass(Flyway.class)
public class PlPythonAutoConfiguration {

  /** Spring Boot 3. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer.class)
  static class SpringBoot3 {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer plPython(
        Environment environment) {
      return configuration -> SpringSettings.of(environment).giveTo(configuration);
    }
  }

  /** Spring Boot 4, where the interface is the same in another package. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer.class)
  static class SpringBoot4 {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer plPython(
        Environment environment) {
      return configuration -> SpringSettings.of(environment).giveTo(configuration);
    }
  }
}
