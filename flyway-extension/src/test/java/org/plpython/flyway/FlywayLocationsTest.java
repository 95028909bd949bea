package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayLocationsTest {

  @ParameterizedTest
  @CsvSource({
    "classpath:db/plpython, classpath:db",
    "classpath:db/plpython, classpath:db/plpython",
    "classpath:db, classpath:db/migration",
    "classpath:db/plpython, classpath:db/*",
    "classpath:db/plpython/deep, classpath:db/*",
    "classpath:db/plpython, classpath:**/plpython",
    "classpath:db/plpython, classpath:db/pl?ython",
    "filesystem:/app/db/plpython, filesystem:/app/db/",
  })
  void overlap_is_seen_when_one_holds_the_other(String ours, String theirs) {
    assertThat(FlywayLocations.overlap(ours, theirs)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "classpath:db/plpython, classpath:db/migration",
    "classpath:db/plpython, classpath:db/plpython2",
    "classpath:db/plpython2, classpath:db/plpython",
    "classpath:db/plpython, filesystem:db/plpython",
    "classpath:db/plpython, classpath:db/*/migration",
    "classpath:db/plpython, classpath:db/m*",
  })
  void no_overlap_is_seen_when_they_lie_apart(String ours, String theirs) {
    assertThat(FlywayLocations.overlap(ours, theirs)).isFalse();
  }
}
