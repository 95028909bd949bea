package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.sql.DependentStatements;

/** What belongs to no table and goes by a function that is dropped and created again. */
@ServerTest
class DependentRoutineTest {
  private static final String ADD =
      "CREATE FUNCTION shop.add(a int, b int) RETURNS int IMMUTABLE LANGUAGE plpython3u AS 'return a + b'";
  private static final String ROUTINE = "shop.add(int,int)";

  private final DependentDatabase database;

  DependentRoutineTest(Connection connection) throws SQLException {
    this.database = new DependentDatabase(connection);
    database.execute(ADD);
  }

  @AfterEach
  void dropRoles() throws SQLException {
    database.dropRoles();
  }

  private void assertSame(String... names) throws SQLException {
    assertThat(database.names(ROUTINE)).containsExactly(names);
    assertThat(database.of(ROUTINE))
        .allMatch(d -> d.isRecreatable() == (d.kind() == DependentKind.VIEW));
    database.roundTrip(ROUTINE, ADD);
  }

  @Test
  void routine_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE ROLE d_app",
        "GRANT ALL ON SCHEMA shop TO d_app",
        "CREATE TABLE book (id int)",
        "CREATE FUNCTION \"By default\"(n int DEFAULT add(1, 2), OUT x int, OUT y text)"
            + " RETURNS record LANGUAGE sql SET search_path = shop"
            + " AS 'SELECT id, ''$function$'' FROM book'",
        "COMMENT ON FUNCTION \"By default\" IS 'three'",
        "REVOKE ALL ON FUNCTION \"By default\" FROM PUBLIC",
        "GRANT EXECUTE ON FUNCTION \"By default\" TO d_app WITH GRANT OPTION",
        "ALTER FUNCTION \"By default\" OWNER TO d_app",
        "ALTER FUNCTION \"By default\" DEPENDS ON EXTENSION plpgsql",
        "CREATE PROCEDURE p(INOUT n int, VARIADIC more text[]) BEGIN ATOMIC SELECT add(n, 1); END",
        "COMMENT ON PROCEDURE p IS 'atomic'",
        "CREATE FUNCTION calls() RETURNS int BEGIN ATOMIC SELECT x FROM \"By default\"(); END");
    assertSame(
        "FUNCTION shop.calls()",
        "FUNCTION shop.\"By default\"(integer)",
        "PROCEDURE shop.p(integer, text[])");
  }

  @Test
  void routine_has_its_privileges_when_default_privileges_give_others() throws SQLException {
    database.execute(
        "CREATE ROLE d_app",
        "CREATE FUNCTION f(n int DEFAULT add(1, 2)) RETURNS int LANGUAGE sql AS 'SELECT n'",
        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO d_app");
    assertThat(database.names(ROUTINE)).containsExactly("FUNCTION shop.f(integer)");
    database.roundTrip(
        ROUTINE,
        ADD
            + "; REVOKE ALL ON FUNCTION shop.add FROM d_app;"
            + " GRANT EXECUTE ON FUNCTION shop.add TO PUBLIC");
    database.execute("ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC");
  }

  @Test
  void aggregate_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE ROLE d_app",
        "GRANT ALL ON SCHEMA shop TO d_app",
        "CREATE FUNCTION minus(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
        "CREATE AGGREGATE total(n int) (SFUNC = add, STYPE = int, SSPACE = 9, INITCOND = '0',"
            + " FINALFUNC = int4um, FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = add,"
            + " MSFUNC = add, MINVFUNC = minus, MSTYPE = int, MINITCOND = '1',"
            + " SORTOP = >, PARALLEL = SAFE)",
        "COMMENT ON AGGREGATE total(int) IS 'all'",
        "REVOKE ALL ON FUNCTION total FROM PUBLIC",
        "GRANT EXECUTE ON FUNCTION total TO d_app",
        "ALTER AGGREGATE total(int) OWNER TO d_app",
        "CREATE FUNCTION last(int, float8, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
        "CREATE AGGREGATE \"Rank\"(float8 ORDER BY n int) (SFUNC = add, STYPE = int,"
            + " FINALFUNC = last, FINALFUNC_EXTRA)",
        "CREATE VIEW totals AS SELECT total(1) AS n");
    assertSame(
        "VIEW shop.totals",
        "AGGREGATE shop.\"Rank\"(double precision, integer)",
        "AGGREGATE shop.total(integer)");
  }

  @Test
  void aggregate_is_the_same_when_it_has_no_arguments() throws SQLException {
    String count = "CREATE FUNCTION shop.more(n int) RETURNS int LANGUAGE plpython3u AS 'return 1'";
    database.execute(
        count,
        "CREATE AGGREGATE \"Odd.Shop\".\"a (b\"(*) (SFUNC = shop.more, STYPE = int, INITCOND = '0')",
        "COMMENT ON AGGREGATE \"Odd.Shop\".\"a (b\"(*) IS 'it''s all'");
    assertThat(database.names("shop.more(int)"))
        .containsExactly("AGGREGATE \"Odd.Shop\".\"a (b\"()");
    database.roundTrip("shop.more(int)", count);
  }

  @Test
  void operator_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE ROLE d_app",
        "GRANT ALL ON SCHEMA shop, \"Odd.Shop\" TO d_app",
        "CREATE FUNCTION other(int, int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true'",
        "CREATE OPERATOR \"Odd.Shop\".<+> (FUNCTION = add, LEFTARG = int, RIGHTARG = int,"
            + " COMMUTATOR = OPERATOR(\"Odd.Shop\".<+>))",
        "COMMENT ON OPERATOR \"Odd.Shop\".<+> (int, int) IS 'plus'",
        "ALTER OPERATOR \"Odd.Shop\".<+> (int, int) OWNER TO d_app",
        "CREATE VIEW sums AS SELECT 1 OPERATOR(\"Odd.Shop\".<+>) 2 AS n");
    assertSame("VIEW shop.sums", "OPERATOR \"Odd.Shop\".<+>(integer, integer)");
  }

  @Test
  void operators_are_the_same_when_they_know_each_other() throws SQLException {
    String same =
        "CREATE FUNCTION shop.same(a point, b point) RETURNS bool IMMUTABLE LANGUAGE plpython3u"
            + " AS 'return a == b'";
    String not =
        "CREATE FUNCTION shop.flip(a bool) RETURNS bool LANGUAGE plpython3u AS 'return not a'";
    database.execute(
        same,
        not,
        "CREATE FUNCTION differ(point, point) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true'",
        "CREATE OPERATOR <-=> (FUNCTION = differ, LEFTARG = point, RIGHTARG = point)",
        "CREATE OPERATOR <=-> (FUNCTION = same, LEFTARG = point, RIGHTARG = point,"
            + " COMMUTATOR = <=->, NEGATOR = <-=>, RESTRICT = eqsel, JOIN = eqjoinsel,"
            + " HASHES, MERGES)",
        "CREATE OPERATOR !! (FUNCTION = flip, RIGHTARG = bool)");
    assertThat(database.names("shop.same(point,point)"))
        .containsExactly("OPERATOR shop.<=->(point, point)");
    database.roundTrip("shop.same(point,point)", same);
    assertThat(database.names("shop.flip(bool)"))
        .containsExactly("OPERATOR shop.!!(NONE, boolean)");
    database.roundTrip("shop.flip(bool)", not);
  }

  @Test
  void cast_is_the_same_when_it_is_created_again() throws SQLException {
    String number =
        "CREATE FUNCTION shop.number(r \"Odd.Shop\".\"A row\") RETURNS int LANGUAGE plpython3u"
            + " AS 'return 1'";
    String row =
        "CREATE FUNCTION shop.row(n int) RETURNS \"Odd.Shop\".\"A row\" LANGUAGE plpython3u"
            + " AS 'return [n]'";
    database.execute(
        "CREATE TYPE \"Odd.Shop\".\"A row\" AS (a int)",
        number,
        row,
        "CREATE CAST (\"Odd.Shop\".\"A row\" AS int) WITH FUNCTION number AS ASSIGNMENT",
        "COMMENT ON CAST (\"Odd.Shop\".\"A row\" AS int) IS 'first'",
        "CREATE CAST (int AS \"Odd.Shop\".\"A row\") WITH FUNCTION row AS IMPLICIT");
    assertThat(database.names("shop.number(\"Odd.Shop\".\"A row\")"))
        .containsExactly("CAST (\"Odd.Shop\".\"A row\" AS integer)");
    database.roundTrip("shop.number(\"Odd.Shop\".\"A row\")", number);
    assertThat(database.names("shop.row(int)"))
        .containsExactly("CAST (integer AS \"Odd.Shop\".\"A row\")");
    database.roundTrip("shop.row(int)", row);
  }

  /** In PL/pgSQL, as these servers have none in PL/Python. */
  @Test
  void event_trigger_is_the_same_when_it_is_created_again() throws SQLException {
    String audit =
        "CREATE FUNCTION shop.audit() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'";
    database.execute(
        "CREATE ROLE d_auditor SUPERUSER",
        audit,
        "CREATE EVENT TRIGGER \"An audit\" ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP VIEW')"
            + " EXECUTE FUNCTION audit()",
        "COMMENT ON EVENT TRIGGER \"An audit\" IS 'who'",
        "ALTER EVENT TRIGGER \"An audit\" ENABLE REPLICA",
        "ALTER EVENT TRIGGER \"An audit\" OWNER TO d_auditor");
    assertThat(database.names("shop.audit()")).containsExactly("EVENT_TRIGGER \"An audit\"");
    database.roundTrip("shop.audit()", audit);
    database.execute("DROP EVENT TRIGGER \"An audit\"");
  }

  @Test
  void line_says_what_to_do_by_hand_when_nothing_else_can() throws SQLException {
    database.execute(
        "CREATE FUNCTION distance(int, int) RETURNS float8 IMMUTABLE LANGUAGE plpython3u"
            + " AS 'return 1.0'",
        "CREATE TYPE \"A range\" AS RANGE (SUBTYPE = int, SUBTYPE_DIFF = distance)",
        "CREATE TABLE book (id int, r \"A range\")",
        "CREATE INDEX i ON book USING gist (r)");
    assertThat(database.of("shop.distance(int,int)"))
        .extracting(d -> d.kind() + ": " + new DependentStatements(d).drop().get(0))
        .containsExactly(
            "INDEX: DROP INDEX shop.i",
            "OTHER: -- drop by hand: column r of table shop.book",
            "OTHER: -- drop by hand: type shop.\"A range\"");
  }

  @Test
  void operator_class_is_named_when_it_compares_by_the_function() throws SQLException {
    database.execute(
        "CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 3 =,"
            + " FUNCTION 1 add(int, int)",
        "CREATE TABLE book (id int)",
        "CREATE INDEX i ON book (id c)");
    assertThat(database.names(ROUTINE))
        .containsExactly("INDEX shop.i", "OTHER operator class shop.c for access method btree");
  }
}
