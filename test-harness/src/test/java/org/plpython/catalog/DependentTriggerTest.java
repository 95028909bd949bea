package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.sql.DependentStatements;

/** Triggers whose function is dropped and created again. */
@ServerTest
class DependentTriggerTest {
  private static final String CLEAN =
      "CREATE FUNCTION shop.clean() RETURNS trigger LANGUAGE plpython3u AS 'pass'";
  private static final String ROUTINE = "shop.clean()";

  private final DependentDatabase database;

  DependentTriggerTest(Connection connection) throws SQLException {
    this.database = new DependentDatabase(connection);
    database.execute(CLEAN, "CREATE TABLE book (id int, isbn text)");
  }

  @Test
  void trigger_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE FUNCTION positive(int) RETURNS bool LANGUAGE sql AS 'SELECT $1 > 0'",
        "CREATE TRIGGER clean_isbn BEFORE INSERT OR UPDATE OF isbn ON book FOR EACH ROW"
            + " WHEN (positive(NEW.id)) EXECUTE FUNCTION clean('a', '''b\\')",
        "COMMENT ON TRIGGER clean_isbn ON book IS 'it''s clean'",
        "CREATE TRIGGER seen AFTER DELETE ON book REFERENCING OLD TABLE AS old_rows"
            + " FOR EACH STATEMENT EXECUTE FUNCTION clean()",
        "ALTER TABLE book ENABLE ALWAYS TRIGGER seen");
    assertThat(database.of(ROUTINE))
        .allMatch(Dependent::isRecreatable)
        .extracting(d -> d.kind() + " " + d.identity() + " locks " + d.relation().orElseThrow())
        .containsExactly(
            "TRIGGER shop.book.clean_isbn locks shop.book",
            "TRIGGER shop.book.seen locks shop.book");
    database.roundTrip(ROUTINE, CLEAN);
  }

  @Test
  void each_partition_is_the_same_when_a_trigger_is_created_again() throws SQLException {
    database.execute(
        "CREATE TABLE part (id int) PARTITION BY LIST (id)",
        "CREATE TABLE \"Odd.Shop\".part1 PARTITION OF part FOR VALUES IN (1)",
        "CREATE TABLE part2 PARTITION OF part FOR VALUES IN (2, 3) PARTITION BY LIST (id)",
        "CREATE TABLE part3 PARTITION OF part2 FOR VALUES IN (3)",
        "CREATE TRIGGER t AFTER INSERT ON part FOR EACH ROW EXECUTE FUNCTION clean()",
        "CREATE CONSTRAINT TRIGGER c AFTER INSERT ON part DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW EXECUTE FUNCTION clean()",
        "ALTER TABLE \"Odd.Shop\".part1 DISABLE TRIGGER t",
        "ALTER TABLE ONLY part ENABLE REPLICA TRIGGER t",
        "ALTER TABLE part3 ENABLE ALWAYS TRIGGER c",
        "COMMENT ON TRIGGER t ON part3 IS 'on a partition'");
    assertThat(database.names(ROUTINE))
        .containsExactly("TRIGGER shop.part.c", "TRIGGER shop.part.t");
    database.roundTrip(ROUTINE, CLEAN);
  }

  @Test
  void deferred_call_is_made_when_its_trigger_is_dropped() throws SQLException {
    String inserting =
        CLEAN
            .replace("CREATE", "CREATE OR REPLACE")
            .replace("pass", "plpy.execute(\"INSERT INTO shop.seen VALUES (1)\")");
    database.execute(
        "CREATE TABLE \"Odd.Shop\".\"A \"\"table\" (id int)",
        "CREATE TABLE seen (n int)",
        inserting,
        "CREATE CONSTRAINT TRIGGER \"A. trigger\" AFTER INSERT ON \"Odd.Shop\".\"A \"\"table\""
            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION clean()",
        "COMMENT ON CONSTRAINT \"A. trigger\" ON \"Odd.Shop\".\"A \"\"table\" IS 'a constraint too'");
    assertThat(database.names(ROUTINE))
        .containsExactly("TRIGGER \"Odd.Shop\".\"A \"\"table\".\"A. trigger\"");
    Dependent trigger = database.of(ROUTINE).get(0);
    database.execute("BEGIN", "INSERT INTO \"Odd.Shop\".\"A \"\"table\" VALUES (1)");
    database.execute(new DependentStatements(trigger).drop().toArray(String[]::new));
    database.execute("COMMIT");
    assertThat(database.query("SELECT n FROM seen")).containsExactly("1");
    database.execute(new DependentStatements(trigger).create().toArray(String[]::new));
    database.roundTrip(ROUTINE, inserting);
  }

  @Test
  void extension_takes_its_trigger_with_it_when_that_is_created_again() throws SQLException {
    database.execute(
        "CREATE TRIGGER t BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION clean()",
        "ALTER TRIGGER t ON book DEPENDS ON EXTENSION plpgsql");
    database.roundTrip(ROUTINE, CLEAN);
  }

  @Test
  void trigger_is_not_recreatable_when_its_table_is_a_sessions_own() throws SQLException {
    database.execute(
        "CREATE TEMPORARY TABLE mine (id int)",
        "CREATE TRIGGER t BEFORE INSERT ON mine FOR EACH ROW EXECUTE FUNCTION clean()");
    assertThat(database.of(ROUTINE)).noneMatch(Dependent::isRecreatable).hasSize(1);
    database.execute("DROP TABLE mine");
  }
}
