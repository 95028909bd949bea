package org.plpython.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonTest;

/** The bookshop as its users meet it: migrated by Flyway, called from SQL. */
@PlPythonTest
class BookshopTest {
  private final Connection connection;

  BookshopTest(Connection connection) {
    this.connection = connection;
  }

  /** No setting names the Python sources: they lie in db/plpython on the class path. */
  @BeforeAll
  static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
  }

  @Test
  void price_includes_tax_when_function_is_called() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT shop.gross_price(1.50)")) {
      row.next();
      assertThat(row.getBigDecimal(1)).isEqualTo(new BigDecimal("1.79"));
    }
  }

  @Test
  void words_are_counted_when_text_is_given() throws SQLException {
    assertThat(query("SELECT shop.word_counts('To be or not to be')"))
        .containsExactly("{\"be\": 2, \"or\": 1, \"to\": 2, \"not\": 1}");
  }

  @Test
  void card_keeps_its_line_ends_when_book_is_printed() throws SQLException {
    assertThat(query("SELECT shop.shelf_card('SICP', '{Abelson,Sussman}')"))
        .containsExactly(
            """
            +----------------------------------------+
              SICP
                  by Abelson, Sussman
            +----------------------------------------+
            """);
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

  @Test
  void each_row_is_restocked_when_all_are_updated() throws SQLException {
    List<String> before = query("SELECT amount_stock + 10 FROM books_book ORDER BY id");
    query("UPDATE books_book SET name = name RETURNING 1");
    assertThat(query("SELECT amount_stock FROM books_book ORDER BY id")).isEqualTo(before);
  }

  @Test
  void change_is_noted_when_book_is_updated() throws SQLException {
    query("UPDATE shop.book SET stock = 99 WHERE isbn = '9780262510875' RETURNING 1");
    assertThat(query("SELECT changes->'stock' FROM shop.book_audit")).containsExactly("[4, 99]");
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
