package org.plpython.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({
    "db/plpython, CLASS_PATH, db/plpython, classpath:db/plpython",
    "classpath:/db/plpython/, CLASS_PATH, db/plpython, classpath:db/plpython",
    "classpath:db\\plpython//, CLASS_PATH, db/plpython, classpath:db/plpython",
    "filesystem:/, FILE_SYSTEM, /, filesystem:/",
    "filesystem:src/py/, FILE_SYSTEM, src/py, filesystem:src/py",
    "filesystem:C:\\py, FILE_SYSTEM, C:/py, filesystem:C:/py"
  })
  void location_is_normal_when_written_as_flyways_are(
      String text, Location.Kind kind, String path, String normal) {
    Location location = Location.parse(text);
    assertThat(location).isEqualTo(new Location(kind, path)).hasToString(normal);
    assertThat(Location.parse(normal)).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "classpath:", "filesystem:", "classpath:/", "//"})
  void location_is_refused_when_its_path_is_empty(String text) {
    assertThatThrownBy(() -> Location.parse(text))
        .isExactlyInstanceOf(InvalidLocationException.class)
        .hasMessage("A location of Python sources is empty.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:bucket", "Filesystem:src", "C:/py"})
  void location_is_refused_when_its_prefix_is_unknown(String text) {
    assertThatThrownBy(() -> Location.parse(text))
        .isExactlyInstanceOf(InvalidLocationException.class)
        .hasMessage(
            "Unknown prefix in the location '" + text + "': write classpath: or filesystem:.");
  }
}
