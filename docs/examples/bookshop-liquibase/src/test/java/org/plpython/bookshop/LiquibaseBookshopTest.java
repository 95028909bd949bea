package org.plpython.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

/** The bookshop as its users meet it: updated by Liquibase, called from SQL. */
@PlPythonTest
class LiquibaseBookshopTest {
  private final Connection connection;

  LiquibaseBookshopTest(Connection connection) {
    this.connection = connection;
  }

  /** The changelog includes the folder of Python sources; no setting names it. */
  @BeforeAll
  static void update(PlPythonDatabase database) throws Exception {
    try (Liquibase liquibase = liquibase(database)) {
      liquibase.update(new Contexts());
    }
  }

  private static Liquibase liquibase(PlPythonDatabase database)
      throws LiquibaseException, SQLException {
    return new Liquibase(
        "db/changelog.yaml",
        new ClassLoaderResourceAccessor(),
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(database.connect())));
  }

  @Test
  void change_sets_are_the_changelogs_own_then_one_for_each_object(PlPythonDatabase database)
      throws Exception {
    try (Liquibase liquibase = liquibase(database)) {
      assertThat(liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression())).isEmpty();
    }
    assertThat(query("SELECT id FROM databasechangelog ORDER BY orderexecuted"))
        .startsWith("bookshop", "first books", "function restock()")
        .contains("function shop.gross_price(numeric)", "trigger shop.book.clean_isbn")
        .endsWith("removed objects");
  }

  @Test
  void price_includes_tax_when_function_is_called() throws SQLException {
    assertThat(query("SELECT shop.gross_price(1.50)")).containsExactly("1.79");
  }

  @Test
  void isbn_is_cleaned_and_slug_is_set_when_book_is_inserted() throws SQLException {
    assertThat(
            query(
                "INSERT INTO shop.book (isbn, title, net_price) VALUES ('978-1-4493-5573-9',"
                    + " 'Learning Python, 5th Edition', 47.99) RETURNING isbn || ' ' || slug"))
        .containsExactly("9781449355739 learning-python-5th-edition");
  }

  @Test
  void book_is_refused_when_isbn_is_wrong() {
    assertThatThrownBy(
            () ->
                query(
                    "INSERT INTO shop.book (isbn, title, net_price)"
                        + " VALUES ('978-1-4493-5573-8', 'Wrong', 1) RETURNING isbn"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("is no ISBN");
  }

  private List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }
}
