package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.CockroachDatabase;
import liquibase.database.core.EnterpriseDBDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

@ServerTest
class PlPythonAvailableTest {
  private static final String XML =
      """
      <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
          xmlns:ext="http://www.liquibase.org/xml/ns/dbchangelog-ext"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
            http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
        <changeSet id="%s" author="me">
          <preConditions %s>
            <ext:plpythonAvailable %s/>
          </preConditions>
          <sql>SELECT 1</sql>
        </changeSet>
      </databaseChangeLog>
      """;

  private static final String YAML =
      """
      databaseChangeLog:
        - preConditions:
            - plpythonAvailable: {%s}
        - changeSet:
            id: one
            author: me
            changes:
              - sql: {sql: SELECT 1}
      """;

  private static final String JSON =
      """
      {"databaseChangeLog": [
        {"preConditions": [{"plpythonAvailable": {"minimumPython": "3.%s", "module": "json"}}]},
        {"changeSet": {"id": "one", "author": "me", "changes": [{"sql": {"sql": "SELECT 1"}}]}}]}
      """;

  @TempDir private Path folder;

  private interface Command {
    void run(Database database) throws Exception;
  }

  private void inLiquibase(PlPythonDatabase server, Command command) throws Exception {
    try (Connection connection = server.connect()) {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      Map<String, Object> scope =
          Map.of(
              Scope.Attr.resourceAccessor.name(),
              (ResourceAccessor) new DirectoryResourceAccessor(folder));
      Scope.child(scope, () -> command.run(database));
    }
  }

  private void run(PlPythonDatabase server, String verb, String file, String text)
      throws Exception {
    Files.writeString(folder.resolve(file), text);
    inLiquibase(
        server,
        database -> {
          CommandScope command = new CommandScope(verb);
          command.addArgumentValue("changelogFile", file);
          command.addArgumentValue("database", database);
          command.setOutput(OutputStream.nullOutputStream());
          command.execute();
        });
  }

  private void update(PlPythonDatabase server, String file, String text) throws Exception {
    run(server, "update", file, text);
  }

  @Test
  void change_set_runs_when_all_is_there(PlPythonDatabase server) {
    assertThatCode(
            () -> {
              update(server, "a.xml", XML.formatted("a", "", "minimumPython='3.6' module='json'"));
              update(
                  server,
                  "b.yaml",
                  YAML.formatted("minimumPython: '3.10', extension: installable"));
              update(server, "c.json", JSON.formatted("8"));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_missing_is_told_with_the_cure_when_a_changelog_asks(PlPythonDatabase server) {
    assertThatThrownBy(() -> update(server, "d.xml", XML.formatted("d", "", "module='nowhere'")))
        .hasStackTraceContaining("cannot import nowhere: ModuleNotFoundError")
        .hasStackTraceContaining("-m pip install PACKAGE");
    assertThatThrownBy(() -> update(server, "e.yaml", YAML.formatted("minimumPython: '3.99'")))
        .hasStackTraceContaining("3.99 or later is wanted\n  Which Python it has");
    assertThatThrownBy(() -> update(server, "f.json", JSON.formatted("99")))
        .hasStackTraceContaining("3.99 or later is wanted\n  Which Python it has");
  }

  @Test
  void change_set_is_passed_over_when_it_says_so(PlPythonDatabase server) throws Exception {
    update(server, "g.xml", XML.formatted("g", "onFail='MARK_RAN'", "module='nowhere'"));
    try (Connection connection = server.connect();
        var query = connection.createStatement();
        var row = query.executeQuery("SELECT exectype FROM databasechangelog WHERE id = 'g'")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("MARK_RAN");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minimumPython: 3.10|plpythonAvailable: minimumPython: write it in quotes, as a number 3.10 is 3.1",
        "minimumPython: x|plpythonAvailable: minimumPython: 'x' is no version: write 3.11 or 3.11.2",
        "minPython: '3.11'|plpythonAvailable: it has no attribute minPython, but minimumPython, module and extension",
        "module: a-b|plpythonAvailable: module: 'a-b' is no module's name: write numpy or xml.etree",
        "extension: maybe|plpythonAvailable: extension: 'maybe' is not possible: write installed or installable"
      })
  void mistake_is_told_when_attributes_are_wrong(
      String attributes, String message, PlPythonDatabase server) {
    assertThatThrownBy(() -> update(server, "h.yaml", YAML.formatted(attributes)))
        .hasStackTraceContaining(message);
  }

  @Test
  void mistake_of_a_change_set_is_told_too(PlPythonDatabase server) {
    assertThatThrownBy(() -> update(server, "i.xml", XML.formatted("i", "", "modul='json'")))
        .hasStackTraceContaining("it has no attribute modul, but");
  }

  @Test
  void nothing_is_asked_when_sql_is_written_unless_the_changelog_says_so(PlPythonDatabase server)
      throws Exception {
    run(server, "updateSql", "j.xml", XML.formatted("j", "", "module='nowhere'"));
    assertThatThrownBy(
            () ->
                run(
                    server,
                    "updateSql",
                    "k.xml",
                    XML.formatted("k", "onSqlOutput='TEST'", "module='nowhere'")))
        .hasStackTraceContaining("cannot import nowhere");
  }

  @Test
  void it_cannot_be_told_when_there_is_no_database() throws Exception {
    Database offline =
        DatabaseFactory.getInstance()
            .openDatabase(
                "offline:postgresql?changeLogFile=" + folder.resolve("history.csv"),
                null,
                null,
                null,
                new DirectoryResourceAccessor(folder));
    assertThatThrownBy(() -> new PlPythonAvailable().check(offline, null, null, null))
        .isInstanceOfSatisfying(
            PreconditionErrorException.class,
            it ->
                assertThat(it.getErrorPreconditions())
                    .hasToString(
                        "[whether the server has PL/Python cannot be told offline: leave"
                            + " onSqlOutput out, or say onSqlOutput IGNORE]"));
  }

  @Test
  void other_databases_are_told_that_they_have_none() {
    for (Database other :
        List.of(new CockroachDatabase(), new EnterpriseDBDatabase(), new MySQLDatabase())) {
      assertThatThrownBy(() -> new PlPythonAvailable().check(other, null, null, null))
          .isInstanceOfSatisfying(
              PreconditionFailedException.class,
              it ->
                  assertThat(it.getFailedPreconditions())
                      .hasToString(
                          "[%s has no PL/Python: only PostgreSQL itself has]"
                              .formatted(other.getShortName())));
    }
  }
}
