package org.plpython.liquibase;

import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * What Spring Boot adds to every {@link SpringLiquibase}: the settings {@code liquibase.plpython.*}
 * of the application's own properties. Without Spring nobody loads this class.
 */
@AutoConfiguration
@ConditionalOnClass(SpringLiquibase.class)
public class PlPythonAutoConfiguration {

  @Bean
  static BeanPostProcessor plPythonLiquibaseSettings(Environment environment) {
    return new SpringScopes(environment);
  }
}
