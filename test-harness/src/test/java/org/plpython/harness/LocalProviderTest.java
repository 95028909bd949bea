package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lay-outs are made up in a folder; nobody here has a Mac. */
class LocalProviderTest {

  private static final String PLACES =
      "R/usr/lib/postgresql/NN, R/usr/pgsql-NN, R/opt/homebrew/opt/postgresql@NN,"
          + " R/usr/local/opt/postgresql@NN, R/home/linuxbrew/.linuxbrew/opt/postgresql@NN,"
          + " R/Applications/Postgres.app/Contents/Versions/NN";

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "usr/lib/postgresql/15, lib/plpython3.so",
    "usr/pgsql-15, lib/plpython3.so",
    "opt/homebrew/opt/postgresql@15, lib/postgresql/plpython3.so",
    "usr/local/opt/postgresql@15, lib/postgresql/plpython3.dylib",
    "home/linuxbrew/.linuxbrew/opt/postgresql@15, lib/postgresql/plpython3.so",
    "Applications/Postgres.app/Contents/Versions/15, lib/postgresql/plpython3.dylib",
  })
  void found_when_it_is_laid_out_as_its_packages_do(String home, String module) throws IOException {
    programs(home);
    file(home + "/" + module);

    assertThat(installations("").find())
        .containsExactly(
            new LocalInstallation(
                15,
                root.resolve(home).resolve("bin"),
                Optional.of(root.resolve(home).resolve(module))));
    assertThat(provider(OptionalInt.of(15), "").obstacle()).isEmpty();
    assertThat(provider(OptionalInt.empty(), "").obstacle()).isEmpty();
    assertThat(provider(OptionalInt.of(16), "").obstacle()).isPresent();
  }

  @Test
  void found_when_pg_config_tells() throws IOException {
    programs("odd/place");
    file("odd/libraries/plpython3.so");
    pgConfig("PostgreSQL 17.2 (Fedora)");

    assertThat(installations(root.resolve("path").toString()).find())
        .containsExactly(
            new LocalInstallation(
                17,
                root.resolve("odd/place/bin"),
                Optional.of(root.resolve("odd/libraries/plpython3.so"))));
  }

  @Test
  void nothing_found_when_pg_config_makes_no_sense() throws IOException {
    programs("odd/place");
    pgConfig("no version");

    assertThat(installations(root.resolve("path").toString()).find()).isEmpty();
  }

  @Test
  void newest_with_python_is_taken_when_several_are_installed() throws IOException {
    for (int version : new int[] {9, 15, 16, 17}) {
      programs("usr/lib/postgresql/" + version);
    }
    file("usr/lib/postgresql/15/lib/plpython3.so");
    file("usr/lib/postgresql/16/lib/plpython3.so");

    assertThat(installations("").find())
        .extracting(LocalInstallation::version)
        .containsExactly(17, 16, 15, 9);
    assertThat(provider(OptionalInt.empty(), "").obstacle()).isEmpty();
    assertThat(provider(OptionalInt.of(17), "").obstacle())
        .contains(
            "PostgreSQL 17 in "
                + root
                + "/usr/lib/postgresql/17/bin has no PL/Python; apt-get install postgresql-17"
                + " postgresql-plpython3-17, or dnf install postgresql17-server"
                + " postgresql17-plpython3");
  }

  @Test
  void places_are_told_when_nothing_is_installed() throws IOException {
    file("usr/lib/postgresql/15/bin/psql");

    assertThat(provider(OptionalInt.empty(), "").obstacle())
        .contains(
            "there is no PostgreSQL in "
                + PLACES.replace("R/", root + "/")
                + ", nor where pg_config on the PATH says; apt-get install postgresql-NN"
                + " postgresql-plpython3-NN, or dnf install postgresqlNN-server"
                + " postgresqlNN-plpython3");
  }

  private LocalProvider provider(OptionalInt version, String path) {
    return new LocalProvider(version, installations(path));
  }

  private LocalInstallations installations(String path) {
    return new LocalInstallations(root, path);
  }

  private void programs(String home) throws IOException {
    file(home + "/bin/initdb");
    file(home + "/bin/postgres");
  }

  private void pgConfig(String version) throws IOException {
    file("path/pg_config");
    Path program = root.resolve("path/pg_config");
    Files.writeString(
        program,
        "#!/bin/sh\necho %1$s/odd/place/bin\necho %1$s/odd/libraries\necho '%2$s'\n"
            .formatted(root, version));
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private void file(String path) throws IOException {
    Path file = root.resolve(path).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }
}
