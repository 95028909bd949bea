package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.sql.DependentStatements;

/** What hangs on a table and calls a function that is dropped and created again. */
@ServerTest
class DependentTableTest {
  private static final String DOUBLE =
      "CREATE FUNCTION shop.double(n int) RETURNS int IMMUTABLE LANGUAGE plpython3u AS 'return 2 * n'";
  private static final String ROUTINE = "shop.double(int)";

  private final DependentDatabase database;

  DependentTableTest(Connection connection) throws SQLException {
    this.database = new DependentDatabase(connection);
    database.execute(DOUBLE, "CREATE TABLE book (id int, price int)");
  }

  @AfterEach
  void dropRoles() throws SQLException {
    database.dropRoles();
  }

  private void assertSame(String... names) throws SQLException {
    assertThat(database.names(ROUTINE)).containsExactly(names);
    assertThat(database.of(ROUTINE))
        .allMatch(d -> d.isRecreatable() == (d.kind() == DependentKind.VIEW));
    database.roundTrip(ROUTINE, DOUBLE);
  }

  @Test
  void index_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE UNIQUE INDEX \"An index\" ON book (shop.double(price) DESC, id) INCLUDE (price)"
            + " WHERE shop.double(id) > 0",
        "COMMENT ON INDEX \"An index\" IS 'fast'",
        "ALTER INDEX \"An index\" ALTER COLUMN 1 SET STATISTICS 77",
        "CREATE INDEX c ON book (shop.double(id))",
        "ALTER TABLE book CLUSTER ON c",
        "ALTER INDEX c DEPENDS ON EXTENSION plpgsql");
    assertSame("INDEX shop.\"An index\"", "INDEX shop.c");
  }

  @Test
  void index_is_the_same_on_each_partition_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE TABLE part (id int) PARTITION BY LIST (id)",
        "CREATE TABLE \"Odd.Shop\".part1 PARTITION OF part FOR VALUES IN (1)",
        "CREATE TABLE part2 PARTITION OF part FOR VALUES IN (2, 3) PARTITION BY LIST (id)",
        "CREATE TABLE part3 PARTITION OF part2 FOR VALUES IN (3)",
        "CREATE INDEX mine ON part3 (shop.double(id))",
        "CREATE INDEX i ON part (shop.double(id))",
        "COMMENT ON INDEX mine IS 'a partition''s'");
    assertSame("INDEX shop.i");
  }

  @Test
  void constraint_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "ALTER TABLE book ADD CONSTRAINT \"it's\" CHECK (shop.double(price) > 0) NOT VALID",
        "COMMENT ON CONSTRAINT \"it's\" ON book IS 'positive'",
        "ALTER TABLE book ADD CONSTRAINT one EXCLUDE (shop.double(id) WITH =)"
            + " DEFERRABLE INITIALLY DEFERRED",
        "COMMENT ON INDEX one IS 'behind it'",
        "ALTER TABLE book CLUSTER ON one");
    assertSame("CONSTRAINT shop.book.\"it's\"", "CONSTRAINT shop.book.one");
  }

  @Test
  void inherited_constraint_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE TABLE child (CONSTRAINT two CHECK (shop.double(price) > 0)) INHERITS (book)",
        "CREATE TABLE grandchild () INHERITS (child)",
        "ALTER TABLE book ADD CONSTRAINT two CHECK (shop.double(price) > 0)",
        "ALTER TABLE book ADD CONSTRAINT parents CHECK (shop.double(id) > 0)",
        "ALTER TABLE book ADD CONSTRAINT alone CHECK (shop.double(id) > 1) NO INHERIT");
    assertSame(
        "CONSTRAINT shop.book.alone",
        "CONSTRAINT shop.book.parents",
        "CONSTRAINT shop.book.two",
        "CONSTRAINT shop.child.two");
  }

  @Test
  void domain_is_the_same_when_its_constraint_and_default_are_created_again() throws SQLException {
    database.execute(
        "CREATE DOMAIN \"Odd.Shop\".\"A domain\" AS int DEFAULT shop.double(4)"
            + " CONSTRAINT \"is even\" CHECK (shop.double(VALUE) > 0)",
        "COMMENT ON CONSTRAINT \"is even\" ON DOMAIN \"Odd.Shop\".\"A domain\" IS 'even'",
        "COMMENT ON DOMAIN \"Odd.Shop\".\"A domain\" IS 'a domain'",
        "ALTER TABLE book ADD COLUMN d \"Odd.Shop\".\"A domain\"",
        "CREATE VIEW all_d AS SELECT d FROM book");
    assertSame(
        "DOMAIN_CONSTRAINT \"Odd.Shop\".\"A domain\".\"is even\"",
        "DOMAIN \"Odd.Shop\".\"A domain\"");
  }

  @Test
  void default_is_the_same_when_it_is_set_again() throws SQLException {
    database.execute(
        "ALTER TABLE book ALTER COLUMN price SET DEFAULT shop.double(1) + 1",
        "CREATE TABLE child () INHERITS (book)",
        "ALTER TABLE child ALTER COLUMN price SET DEFAULT 3");
    assertSame("COLUMN_DEFAULT shop.book.price");
  }

  @Test
  void policy_rule_and_statistics_are_the_same_when_they_are_created_again() throws SQLException {
    database.execute(
        "CREATE ROLE \"d_A role\"",
        "GRANT ALL ON SCHEMA shop TO \"d_A role\"",
        "CREATE POLICY \"For a\" ON book AS RESTRICTIVE FOR UPDATE TO \"d_A role\", CURRENT_USER"
            + " USING (shop.double(id) > 1) WITH CHECK (id > 0)",
        "CREATE POLICY everybody ON book USING (shop.double(id) > 1)",
        "COMMENT ON POLICY everybody ON book IS 'all'",
        "CREATE RULE \"A rule\" AS ON INSERT TO book WHERE shop.double(NEW.id) > 3"
            + " DO ALSO DELETE FROM book WHERE id = 3",
        "ALTER TABLE book ENABLE ALWAYS RULE \"A rule\"",
        "COMMENT ON RULE \"A rule\" ON book IS 'odd'",
        "CREATE STATISTICS s ON (shop.double(id)), price FROM book",
        "ALTER STATISTICS s SET STATISTICS 12",
        "ALTER STATISTICS s OWNER TO \"d_A role\"",
        "COMMENT ON STATISTICS s IS 'numbers'");
    assertSame(
        "RULE shop.book.\"A rule\"",
        "STATISTICS shop.s",
        "POLICY shop.book.\"For a\"",
        "POLICY shop.book.everybody");
  }

  @Test
  void generated_column_is_the_same_when_it_may_be_null() throws SQLException {
    database.execute(
        "INSERT INTO book VALUES (1, 21)",
        "ALTER TABLE book ADD COLUMN \"Twice\" int GENERATED ALWAYS AS (shop.double(price)) STORED",
        "COMMENT ON COLUMN book.\"Twice\" IS 'generated'");
    assertSame("GENERATED_COLUMN shop.book.\"Twice\"");
    assertThat(database.query("SELECT \"Twice\" FROM book")).containsExactly("42");
  }

  @Test
  void generated_column_is_the_same_when_it_must_be_dropped_with_what_hangs_on_it()
      throws SQLException {
    database.execute(
        "CREATE ROLE d_app",
        "CREATE ROLE d_reader",
        "GRANT ALL ON SCHEMA shop TO d_app",
        "CREATE TABLE part (id int, CHECK (id > 0)) PARTITION BY LIST (id)",
        "CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)",
        "ALTER TABLE part ADD COLUMN twice int NOT NULL"
            + " GENERATED ALWAYS AS (shop.double(id)) STORED",
        "INSERT INTO part VALUES (1)",
        "CREATE INDEX i ON part (twice)",
        "ALTER TABLE part ADD CONSTRAINT even CHECK (twice % 2 = 0)",
        "CREATE VIEW twices AS SELECT twice FROM part",
        "ALTER TABLE part ALTER COLUMN twice SET STATISTICS 50",
        "GRANT SELECT ON part TO d_app WITH GRANT OPTION",
        "GRANT UPDATE (twice) ON part TO d_app",
        "SET ROLE d_app",
        "GRANT SELECT (twice) ON part TO d_reader",
        "RESET ROLE",
        "COMMENT ON COLUMN part.twice IS 'generated'");
    assertSame(
        "VIEW shop.twices",
        "INDEX shop.i",
        "CONSTRAINT shop.part.even",
        "GENERATED_COLUMN shop.part.twice");
    assertThat(database.query("SELECT twice FROM part")).containsExactly("2");
  }

  @Test
  void published_table_is_the_same_when_its_column_was_dropped() throws SQLException {
    database.execute(
        "ALTER TABLE book ADD COLUMN twice int NOT NULL GENERATED ALWAYS AS (shop.double(id)) STORED",
        "CREATE PUBLICATION \"A pub\" FOR TABLE book WHERE (twice > 3)");
    assertSame("PUBLICATION \"A pub\".shop.book", "GENERATED_COLUMN shop.book.twice");
    database.execute("DROP PUBLICATION \"A pub\"");
  }

  @Test
  void table_is_nothing_to_write_when_it_is_partitioned_by_the_function() throws SQLException {
    database.execute(
        "CREATE TABLE \"part\nDROP TABLE book\" (id int) PARTITION BY LIST (shop.double(id))");
    List<Dependent> found = database.of(ROUTINE);
    assertThat(found).extracting(Dependent::kind).containsExactly(DependentKind.OTHER);
    DependentStatements statements = new DependentStatements(found.get(0));
    assertThat(statements.drop())
        .containsExactly("-- drop by hand: table shop.\"part DROP TABLE book\"");
    assertThat(statements.create())
        .containsExactly("-- recreate by hand: table shop.\"part DROP TABLE book\"");
  }
}
