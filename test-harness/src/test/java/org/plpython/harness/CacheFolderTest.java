package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  private static final Map<String, String> HOME = Map.of("user.home", "/home/ada");

  @Test
  void below_home_when_nothing_is_set() {
    assertThat(new CacheFolder(HOME::get, Map.<String, String>of()::get).choose(path -> true))
        .isEqualTo(Path.of("/home/ada/.cache/plpython-migrate"));
  }

  @Test
  void below_xdg_cache_home_when_it_is_set() {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/caches");

    assertThat(new CacheFolder(HOME::get, environment::get).choose(path -> true))
        .isEqualTo(Path.of("/caches/plpython-migrate"));
  }

  @Test
  void below_home_when_xdg_cache_home_is_relative() {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "caches");

    assertThat(new CacheFolder(HOME::get, environment::get).choose(path -> true))
        .isEqualTo(Path.of("/home/ada/.cache/plpython-migrate"));
  }

  @Test
  void the_named_folder_when_the_property_is_set() {
    Map<String, String> properties = Map.of("user.home", "/home/ada", "plpython.cache", "/mine");
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/caches");

    assertThat(new CacheFolder(properties::get, environment::get).choose(path -> true))
        .isEqualTo(Path.of("/mine"));
  }

  @Test
  void system_wide_when_the_server_cannot_enter_home() {
    assertThat(
            new CacheFolder(HOME::get, Map.<String, String>of()::get)
                .choose(path -> !path.startsWith("/home")))
        .isEqualTo(Path.of("/var/cache/plpython-migrate"));
  }

  @Test
  void refused_when_the_server_cannot_enter_the_named_folder() {
    Map<String, String> properties = Map.of("plpython.cache", "/root/mine");
    CacheFolder folder = new CacheFolder(properties::get, Map.<String, String>of()::get);

    assertThatThrownBy(() -> folder.choose(path -> false))
        .isInstanceOf(PlPythonServerException.class)
        .hasMessage(
            "The server runs as user nobody, who cannot enter /root/mine: name a folder that"
                + " everyone can enter with -Dplpython.cache=FOLDER");
  }
}
