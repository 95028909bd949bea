package org.plpython.cli.demo;

import java.sql.SQLException;

/** Triggers that fire on plain SQL. */
final class Firings {
  private static final String BOOKS =
      "SELECT id, left(title, 30) AS title, slug FROM shop.book ORDER BY id";
  private static final String DJANGO_BOOKS =
      "SELECT id, amount_stock, amount_sold FROM books_book ORDER BY id";

  private final Screen screen;
  private final Session session;

  Firings(Screen screen, Session session) {
    this.screen = screen;
    this.session = session;
  }

  void run() throws SQLException {
    screen.step("Fire the triggers");
    updateInBulk();
    updateDjangosTable();
    insert();
  }

  private void updateInBulk() throws SQLException {
    screen.text("The books came by a SQL migration, before the triggers: they have no slugs.");
    session.query(BOOKS);
    screen.text("A bulk update fires set_slug before each row, and audit_book after it:");
    session.update("UPDATE shop.book SET title = trim(title), updated_by = 'demo'");
    session.query(BOOKS);
    session.query(
        """
        SELECT book_id, changed_by, changes -> 'slug' ->> 1 AS new_slug
        FROM shop.book_audit ORDER BY id""");
  }

  private void updateDjangosTable() throws SQLException {
    screen.text("The trigger restock puts ten more in stock at every update:");
    session.query(DJANGO_BOOKS);
    session.update("UPDATE books_book SET amount_sold = amount_sold + 1");
    session.query(DJANGO_BOOKS);
  }

  private void insert() throws SQLException {
    screen.text("An ISBN with hyphens arrives without them:");
    session.query(insertOf("978-0-201-89683-1"));
    screen.text("An ISBN with a wrong check digit is refused by clean_isbn:");
    session.refused(insertOf("978-0-201-89683-2"));
  }

  private static String insertOf(String isbn) {
    return """
        INSERT INTO shop.book (isbn, title, authors, net_price)
        VALUES ('%s', 'Fundamental Algorithms', '{Donald E. Knuth}', 69.90)
        RETURNING isbn, title, slug"""
        .formatted(isbn);
  }
}
