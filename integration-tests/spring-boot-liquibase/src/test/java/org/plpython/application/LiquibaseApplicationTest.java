package org.plpython.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The application with its class path, and as the one jar that Spring Boot's plugin makes. */
@ExtendWith(OutputCaptureExtension.class)
class LiquibaseApplicationTest {
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
      assertThat(
              context
                  .getBean(JdbcTemplate.class)
                  .queryForList("SELECT id FROM databasechangelog", String.class))
          .contains(
              "purchase",
              "function order_label(integer)",
              "function gross_total(integer)", "trigger shop.book.clean_isbn");
    }
    assertThat(output.getOut().lines()).containsAll(PURCHASES);
  }

  @Test
  void jar_installs_what_is_nested_in_it_and_nothing_twice() throws Exception {
    assertThat(runJar(Map.of()))
        .containsAll(PURCHASES)
        .anyMatch(line -> line.contains("gross_total(int"));
    assertThat(runJar(Map.of()))
        .containsAll(PURCHASES)
        .noneMatch(line -> line.contains("gross_total(int"));
  }

  @Test
  void settings_are_those_of_the_applications_properties() {
    try (ConfigurableApplicationContext context =
        start("--liquibase.plpython.registry=bought")) {
      assertThat(
              context
                  .getBean(JdbcTemplate.class)
                  .queryForList("SELECT DISTINCT kind FROM bought", String.class))
          .contains("function", "trigger");
    }
  }

  @Test
  void settings_are_those_of_the_environment() throws Exception {
    runJar(Map.of("LIQUIBASE_PLPYTHON_PROJECT", "buyer"));
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT DISTINCT project FROM plpython_objects")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("buyer");
      assertThat(row.next()).isFalse();
    }
  }

  private List<String> runJar(Map<String, String> environment)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.concat(
                Stream.of(java.toString(), "-jar", "target/application.jar"),
                Arrays.stream(with()))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
