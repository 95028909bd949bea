package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** What depends on routines, and in which order. */
@ServerTest
class DependentReaderTest {
  private static final String DOUBLE =
      "CREATE FUNCTION shop.double(n int) RETURNS int IMMUTABLE LANGUAGE plpython3u AS 'return 2 * n'";
  private static final String ROUTINE = "shop.double(int)";

  private final DependentDatabase database;

  DependentReaderTest(Connection connection) throws SQLException {
    this.database = new DependentDatabase(connection);
    database.execute(DOUBLE);
  }

  @AfterEach
  void dropRoles() throws SQLException {
    database.dropRoles();
  }

  @Test
  void nothing_depends_when_routines_are_new() throws SQLException {
    assertThat(DependentReader.read(database.connection, List.of())).isEmpty();
    assertThat(database.of(ROUTINE)).isEmpty();
  }

  @Test
  void dependents_come_first_when_all_kinds_are_there() throws SQLException {
    database.execute(
        "CREATE DOMAIN even AS int DEFAULT shop.double(1) CHECK (shop.double(VALUE) > 0)",
        "CREATE TABLE book (id int DEFAULT shop.double(1), CHECK (shop.double(id) > 1), e even)",
        "CREATE INDEX ON book (shop.double(id))",
        "CREATE STATISTICS s ON (shop.double(id)), e FROM book",
        "CREATE POLICY p ON book USING (shop.double(id) > 1)",
        "CREATE RULE r AS ON DELETE TO book WHERE shop.double(OLD.id) > 1 DO INSTEAD NOTHING",
        "ALTER TABLE book ADD COLUMN twice int NOT NULL GENERATED ALWAYS AS (shop.double(id)) STORED",
        "ALTER TABLE book ADD UNIQUE (twice)",
        "CREATE TABLE sold (twice int REFERENCES book (twice))",
        "CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpython3u AS 'pass'",
        "CREATE TRIGGER t BEFORE UPDATE ON book FOR EACH ROW WHEN (shop.double(NEW.id) > 1)"
            + " EXECUTE FUNCTION fire()",
        "CREATE FUNCTION plus(a int, b int) RETURNS int IMMUTABLE"
            + " BEGIN ATOMIC SELECT a + shop.double(b); END",
        "CREATE OPERATOR <+> (FUNCTION = plus, LEFTARG = int, RIGHTARG = int)",
        "CREATE AGGREGATE total(int) (SFUNC = plus, STYPE = int)",
        "CREATE PROCEDURE run() BEGIN ATOMIC SELECT shop.double(1); END",
        "CREATE VIEW summed AS SELECT total(id <+> twice) AS n FROM book",
        "CREATE MATERIALIZED VIEW kept AS SELECT n FROM summed",
        "CREATE VIEW of_kept AS SELECT n FROM kept",
        "CREATE TYPE one AS (n int)",
        "CREATE FUNCTION number(one) RETURNS int BEGIN ATOMIC SELECT shop.double(1); END",
        "CREATE CAST (one AS int) WITH FUNCTION number",
        "CREATE TABLE part (id int) PARTITION BY LIST (shop.double(id))");
    assertThat(database.names(ROUTINE))
        .containsExactly(
            "TRIGGER shop.book.t",
            "VIEW shop.of_kept",
            "MATERIALIZED_VIEW shop.kept",
            "VIEW shop.summed",
            "RULE shop.book.r",
            "INDEX shop.book_double_idx",
            "STATISTICS shop.s",
            "CONSTRAINT shop.book.book_id_check",
            "CONSTRAINT shop.sold.sold_twice_fkey",
            "CONSTRAINT shop.book.book_twice_key",
            "DOMAIN_CONSTRAINT shop.even.even_check",
            "COLUMN_DEFAULT shop.book.id",
            "GENERATED_COLUMN shop.book.twice",
            "POLICY shop.book.p",
            "DOMAIN shop.even",
            "CAST (shop.one AS integer)",
            "FUNCTION shop.number(shop.one)",
            "AGGREGATE shop.total(integer)",
            "OPERATOR shop.<+>(integer, integer)",
            "FUNCTION shop.plus(integer, integer)",
            "PROCEDURE shop.run()",
            "OTHER table shop.part");
    database.execute("DROP TABLE part");
    database.roundTrip(ROUTINE, DOUBLE);
  }

  @Test
  void order_is_by_name_when_nothing_else_decides() throws SQLException {
    database.execute(
        "CREATE VIEW b AS SELECT shop.double(1) AS n",
        "CREATE VIEW a AS SELECT shop.double(1) AS n",
        "CREATE VIEW d AS SELECT a.n FROM a, b",
        "CREATE VIEW c AS SELECT n FROM b");
    assertThat(database.names(ROUTINE))
        .containsExactly("VIEW shop.d", "VIEW shop.a", "VIEW shop.c", "VIEW shop.b");
  }

  @Test
  void each_is_named_once_when_functions_call_each_other() throws SQLException {
    database.execute(
        "CREATE FUNCTION a() RETURNS int BEGIN ATOMIC SELECT shop.double(1); END",
        "CREATE FUNCTION b() RETURNS int BEGIN ATOMIC SELECT a(); END",
        "CREATE OR REPLACE FUNCTION a() RETURNS int BEGIN ATOMIC SELECT shop.double(b()); END");
    assertThat(database.names(ROUTINE)).containsExactly("FUNCTION shop.b()", "FUNCTION shop.a()");
  }

  @Test
  void each_routine_has_its_own_when_several_are_asked_for() throws SQLException {
    database.execute(
        "CREATE FUNCTION half(n int) RETURNS int LANGUAGE plpython3u AS 'return n // 2'",
        "CREATE FUNCTION lonely() RETURNS int LANGUAGE plpython3u AS 'return 2'",
        "CREATE FUNCTION caller() RETURNS int BEGIN ATOMIC SELECT shop.double(1); END",
        "CREATE VIEW v AS SELECT shop.double(half(1)) AS n",
        "CREATE VIEW w AS SELECT caller() AS n FROM v");
    Map<Long, List<Dependent>> found =
        DependentReader.read(
            database.connection,
            List.of(oid(ROUTINE), oid("half(int)"), oid("lonely()"), oid("caller()")));
    assertThat(found)
        .hasSize(3)
        .hasEntrySatisfying(
            oid(ROUTINE), all -> assertNames(all, "shop.w", "shop.v", "shop.caller()"))
        .hasEntrySatisfying(oid("half(int)"), all -> assertNames(all, "shop.w", "shop.v"))
        .hasEntrySatisfying(oid("caller()"), all -> assertNames(all, "shop.w"));
  }

  private static void assertNames(List<Dependent> dependents, String... identities) {
    assertThat(dependents).extracting(Dependent::identity).containsExactly(identities);
  }

  private long oid(String routine) throws SQLException {
    return Long.parseLong(database.query("SELECT '" + routine + "'::regprocedure::oid").get(0));
  }

  @Test
  void queries_are_as_many_when_there_are_500_routines() throws SQLException {
    database.execute(
        "DO $$ BEGIN FOR i IN 1..500 LOOP"
            + " EXECUTE format('CREATE FUNCTION f%s() RETURNS int LANGUAGE plpython3u"
            + " AS ''return 1''', i);"
            + " EXECUTE format('CREATE VIEW v%s AS SELECT f%s() AS n', i, i);"
            + " END LOOP; END $$");
    List<Long> routines =
        database.query("SELECT oid FROM pg_proc WHERE proname ~ '^f\\d+$'").stream()
            .map(Long::valueOf)
            .toList();
    AtomicInteger ofOne = new AtomicInteger();
    assertThat(DependentReader.read(counting(ofOne), routines.subList(0, 1))).hasSize(1);
    AtomicInteger ofAll = new AtomicInteger();
    assertThat(DependentReader.read(counting(ofAll), routines)).hasSize(500);
    assertThat(ofAll).hasValue(ofOne.get()).hasValueLessThan(10);
  }

  /** Counts the statements that are prepared. */
  private Connection counting(AtomicInteger statements) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().endsWith("Statement")) {
                statements.incrementAndGet();
              }
              try {
                return method.invoke(database.connection, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
