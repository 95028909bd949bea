package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.internal.license.VersionPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The build runs these tests with several versions of Flyway, and each is the one it says. */
class FlywayVersionTest {

  @Test
  @EnabledIfSystemProperty(named = "plpython.test.flyway", matches = ".+")
  void flyway_is_the_one_that_the_build_names() {
    assertThat(VersionPrinter.getVersion()).isEqualTo(System.getProperty("plpython.test.flyway"));
  }
}
