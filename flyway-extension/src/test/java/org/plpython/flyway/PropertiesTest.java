package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Runs with Jackson on the class path, which Flyway needs for properties of extensions. */
class PropertiesTest {

  @Test
  void locations_are_read_when_a_property_sets_them() {
    PlPythonConfiguration settings =
        Flyway.configure()
            .configuration(Map.of("flyway.plpython.locations", "classpath:a,filesystem:b"))
            .getConfigurationExtension(PlPythonConfiguration.class);
    assertThat(settings.getLocations()).containsExactly("classpath:a", "filesystem:b");
  }

  @Test
  void locations_stay_when_other_properties_are_set_later() {
    PlPythonConfiguration settings =
        Flyway.configure()
            .configuration(Map.of("flyway.plpython.locations", "classpath:a"))
            .configuration(Map.of("flyway.table", "history"))
            .getConfigurationExtension(PlPythonConfiguration.class);
    assertThat(settings.getLocations()).containsExactly("classpath:a");
  }

  @Test
  void types_are_read_and_stay_when_properties_set_them() {
    PlPythonConfiguration settings =
        Flyway.configure()
            .configuration(
                Map.of(
                    "flyway.plpython.types", "int=bigint",
                    "flyway.plpython.compatibility", "django-plpy"))
            .configuration(Map.of("flyway.table", "history"))
            .getConfigurationExtension(PlPythonConfiguration.class);
    assertThat(settings.getTypes()).isEqualTo("int=bigint");
    assertThat(settings.getCompatibility()).isEqualTo("django-plpy");
  }
}
