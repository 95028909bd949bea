package org.plpython.cli.demo;

import java.sql.SQLException;

/** Functions called in SQL. */
final class Calls {
  static final String PRICE = "SELECT shop.gross_price(10.00)";

  private final Screen screen;
  private final Session session;

  Calls(Screen screen, Session session) {
    this.screen = screen;
    this.session = session;
  }

  void run() throws SQLException {
    screen.step("Call the functions in SQL");
    session.query(PRICE);
    session.query(
        """
        SELECT shop.isbn_is_valid('0-262-51087-1') AS right_check_digit,
               shop.isbn_is_valid('0-262-51087-2') AS wrong_check_digit""");
    screen.text("A dictionary arrives as jsonb, a list is an array, and text keeps its line ends:");
    session.query("SELECT shop.word_counts('A rose is a rose is a rose')");
    session.query("SELECT shop.shelf_card('Gödel, Escher, Bach', ARRAY['Douglas R. Hofstadter'])");
  }
}
