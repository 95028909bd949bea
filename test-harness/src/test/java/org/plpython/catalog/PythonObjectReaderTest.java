package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

@ServerTest
class PythonObjectReaderTest {
  private final Connection connection;

  PythonObjectReaderTest(Connection connection) {
    this.connection = connection;
  }

  @BeforeEach
  void make() throws SQLException {
    execute(
        """
        DROP SCHEMA IF EXISTS shop, "Other" CASCADE;
        CREATE SCHEMA shop;
        CREATE SCHEMA "Other";
        CREATE TABLE shop.book (isbn text);
        CREATE TABLE "Other".book (isbn text);
        CREATE FUNCTION shop.near(b shop.book, o "Other".book) RETURNS shop.book
        LANGUAGE plpython3u AS 'return b';
        CREATE FUNCTION shop.lower(a text) RETURNS text LANGUAGE plpython3u AS 'return a';
        CREATE FUNCTION "Other".clean() RETURNS trigger LANGUAGE plpython3u AS 'pass';
        CREATE TRIGGER clean AFTER INSERT ON shop.book FOR EACH ROW
          EXECUTE FUNCTION "Other".clean();
        """);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> definitions(String schema) throws SQLException {
    return PythonObjectReader.read(connection, schema).stream()
        .map(it -> it.kind() + " " + it.name() + ": " + it.definition())
        .toList();
  }

  /** A name that pg_catalog hides is written with its schema. */
  @Test
  void names_are_written_without_their_own_schema_and_with_others() throws SQLException {
    assertThat(definitions("shop"))
        .containsExactly(
            """
            function near(book,"Other".book): CREATE OR REPLACE FUNCTION near(b book, o "Other".book)
             RETURNS book
             LANGUAGE plpython3u""",
            """
            function shop.lower(text): CREATE OR REPLACE FUNCTION lower(a text)
             RETURNS text
             LANGUAGE plpython3u""",
            "trigger clean: CREATE TRIGGER clean AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION \"Other\".clean()");
    assertThat(definitions("Other"))
        .containsExactly(
            """
            function clean(): CREATE OR REPLACE FUNCTION clean()
             RETURNS trigger
             LANGUAGE plpython3u""");
  }

  @Test
  void attributes_without_a_value_are_left_out() throws SQLException {
    execute("ALTER TABLE shop.book DISABLE TRIGGER clean");

    assertThat(PythonObjectReader.read(connection, "shop").get(2))
        .isEqualTo(
            new PythonObject(
                "trigger",
                "clean",
                Optional.of("book"),
                new TreeMap<>(
                    Map.of(
                        "enabled", "disabled",
                        "events", "insert",
                        "function", "\"Other\".clean()",
                        "level", "row",
                        "timing", "after")),
                "CREATE TRIGGER clean AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION \"Other\".clean()",
                Optional.empty()));
  }

  @Test
  void session_is_left_as_it_was() throws SQLException {
    for (boolean isAutoCommit : new boolean[] {true, false}) {
      execute("SET search_path TO \"Other\", shop");
      connection.setAutoCommit(isAutoCommit);

      PythonObjectReader.read(connection, "shop");

      assertThat(connection.getAutoCommit()).isEqualTo(isAutoCommit);
      assertThat(SearchPath.get(connection)).isEqualTo("\"Other\", shop");
      connection.setAutoCommit(true);
    }
  }

  private static Connection counting(Connection connection, List<String> statements) {
    return (Connection)
        Proxy.newProxyInstance(
            PythonObjectReaderTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.add(String.valueOf(arguments[0]));
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void schema_is_read_by_one_query_however_many_objects_it_has() throws SQLException {
    execute(
        """
        DO $$ BEGIN FOR i IN 1..300 LOOP
          EXECUTE format('CREATE FUNCTION shop.f%s() RETURNS int LANGUAGE plpython3u AS ''return 1''', i);
          EXECUTE format('CREATE TRIGGER t%s AFTER INSERT ON shop.book EXECUTE FUNCTION "Other".clean()', i);
        END LOOP; END $$""");
    List<String> statements = new ArrayList<>();

    assertThat(PythonObjectReader.read(counting(connection, statements), "shop")).hasSize(603);

    assertThat(statements.stream().filter(sql -> !sql.contains("_path")).toList()).hasSize(1);
  }
}
