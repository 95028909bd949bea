package org.plpython.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plpython.flyway.PlPythonCallback;
import org.plpython.flyway.PlPythonConfiguration;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The application with its class path, and as the one jar that Spring Boot's plugin makes. */
@ExtendWith(OutputCaptureExtension.class)
class ApplicationTest {
  private static final List<String> PURCHASES =
      List.of("purchase: {id=1, gross_total=11.90}", "purchase: {id=2, gross_total=14.88}");

  private PlPythonDatabase database;

  @BeforeEach
  void freshDatabase() {
    database = EmbeddedPostgres.shared().createDatabase();
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private String[] with(String... arguments) {
    Stream<String> connection =
        Stream.of(
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.user());
    return Stream.concat(connection, Arrays.stream(arguments)).toArray(String[]::new);
  }

  private ConfigurableApplicationContext start(String... arguments) {
    return SpringApplication.run(Application.class, with(arguments));
  }

  @Test
  void sources_of_application_and_library_are_installed_when_the_context_starts(
      CapturedOutput output) {
    try (ConfigurableApplicationContext context = start()) {
      assertThat(context.getBean(Flyway.class).info().applied())
          .extracting(MigrationInfo::getDescription)
          .contains("purchase", "function gross_total(integer)", "trigger shop.book.clean_isbn");
      assertThat(context.getBean(Flyway.class).info().pending()).isEmpty();
    }
    assertThat(output.getOut().lines()).containsAll(PURCHASES);
  }

  @Test
  void settings_are_those_of_the_applications_properties_in_any_spelling() {
    try (ConfigurableApplicationContext context =
        start(
            "--spring.flyway.plpython.allowRemoval=true",
            "--spring.flyway.plpython.TURN_TIMEOUT=1min",
            "--spring.flyway.plpython.protect=shop.a(int, int); shop.b(*",
            "--spring.flyway.plpython.managed-schemas[0]=shop",
            "--spring.flyway.plpython.managed-schemas[1]=public")) {
      PlPythonConfiguration settings =
 PlPythonConfiguration.of(context.getBean(Flyway.class).getConfiguration());
      assertThat(settings.getLockTimeout()).isEqualTo(Duration.ofSeconds(7));
      assertThat(settings.isAllowRemoval()).isTrue();
      assertThat(settings.getTurnTimeout()).isEqualTo(Duration.ofMinutes(1));
      assertThat(settings.getProtect()).containsExactly("shop.a(int, int)", "shop.b(*");
      assertThat(settings.getManagedSchemas()).containsExactly("shop", "public");
    }
  }

  @Test
  void application_does_not_start_when_a_setting_is_unknown() {
    assertThatThrownBy(() -> start("--spring.flyway.plpython.lock-timeuot=1s"))
        .hasRootCauseMessage(
            "Wrong setting spring.flyway.plpython.lock-timeuot: there is no such setting. Did you"
                + " mean spring.flyway.plpython.lockTimeout?");
  }

  @Test
  void callback_is_there_once_when_the_application_says_nothing() {
    try (ConfigurableApplicationContext context = start()) {
      assertThat(context.getBean(Flyway.class).getConfiguration().getCallbacks())
          .singleElement()
          .isInstanceOf(PlPythonCallback.class);
    }
  }

  @Test
  void jar_installs_what_is_nested_in_it_and_nothing_twice() throws Exception {
    assertThat(runJar()).containsAll(PURCHASES).anyMatch(line -> line.contains("gross_total(int"));
    assertThat(runJar())
        .containsAll(PURCHASES)
        .anyMatch(line -> line.contains("No migration necessary"));
  }

  private List<String> runJar() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.concat(
                Stream.of(java.toString(), "-jar", "target/application.jar"),
                Arrays.stream(with()))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
