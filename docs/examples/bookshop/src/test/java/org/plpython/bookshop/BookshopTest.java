package org.plpython.bookshop;

import static org.plpython.harness.assertions.PlPythonAssertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;
import org.plpython.harness.PlPythonTest.Scope;

/**
 * The bookshop as its users meet it: migrated by Flyway, called from SQL. No setting names the
 * Python sources: they lie in db/plpython on the class path. Each test has a database of its own.
 */
@PlPythonTest(flyway = "classpath:db/migration", scope = Scope.METHOD)
class BookshopTest {
  private final PlPythonDatabase database;

  BookshopTest(PlPythonDatabase database) {
    this.database = database;
  }

  @Test
  void price_includes_tax_when_function_is_called() {
    assertThat(database)
        .calling("shop.gross_price", new BigDecimal("1.50"))
        .returns(new BigDecimal("1.79"));
    assertThat(database)
        .function("shop.gross_price(numeric)")
        .isImmutable()
        .isParallelSafe()
        .hasComment("The price with value added tax.");
  }

  @Test
  void discount_is_refused_when_it_makes_no_sense() {
    assertThat(database)
        .calling("shop.discounted_price", 10, 150)
        .failsWith("ValueError: a discount is between 0 and 100 percent, not 150")
        .at("pricing.py", 30);
  }

  @Test
  void words_are_counted_when_text_is_given() {
    assertThat(database)
        .calling("shop.word_counts", "To be or not to be")
        .returns("{\"be\": 2, \"or\": 1, \"to\": 2, \"not\": 1}");
  }

  @Test
  void card_keeps_its_line_ends_when_book_is_printed() {
    assertThat(database)
        .calling("shop.shelf_card", "SICP", List.of("Abelson", "Sussman"))
        .returns(
            """
            +----------------------------------------+
              SICP
                  by Abelson, Sussman
            +----------------------------------------+
            """);
  }

  @Test
  void isbn_is_cleaned_and_slug_is_set_when_book_is_inserted() {
    assertThat(database)
        .running(
            "INSERT INTO shop.book (isbn, title, net_price) VALUES (?, ?, 47.99)"
                + " RETURNING isbn, slug",
            "978-1-4493-5573-9",
            "Learning Python, 5th Edition")
        .returnsRow("9781449355739", "learning-python-5th-edition");
  }

  @Test
  void book_is_refused_when_isbn_is_wrong() {
    assertThat(database)
        .running(
            "INSERT INTO shop.book (isbn, title, net_price) VALUES (?, 'Wrong', 1)",
            "978-1-4493-5573-8")
        .failsWith(
            "ValueError: \"978-1-4493-5573-8\" of the book \"Wrong\" is no ISBN: 10 or 13 digits"
                + " are wanted, the last of which checks the others")
        .at("isbn.py", 49);
  }

  @Test
  void each_row_is_restocked_when_all_are_updated() {
    assertThat(database)
        .running("UPDATE books_book SET name = name RETURNING amount_stock")
        .returnsAll(30, 30);
  }

  @Test
  void change_is_noted_when_book_is_updated() {
    assertThat(database)
        .running("UPDATE shop.book SET stock = 99 WHERE isbn = '9780262510875'")
        .succeeds();
    assertThat(database).running("SELECT changes->'stock' FROM shop.book_audit").returns("[4, 99]");
  }

  @Test
  void nothing_is_left_to_deploy_when_flyway_has_migrated() {
    assertThat(database).isUpToDate();
  }
}
