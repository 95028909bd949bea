package org.plpython.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** Each difference shows in a dump, and nothing else does. */
@ServerTest
class DatabaseDumpTest {
  private static final String SCHEMA =
      """
      CREATE TYPE mood AS ENUM ('bad', 'good');
      CREATE DOMAIN isbn AS text;
      CREATE TABLE book (id int NOT NULL, mood mood, twice int GENERATED ALWAYS AS (id * 2) STORED);
      CREATE TABLE part (id int) PARTITION BY LIST (id);
      CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1);
      CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE plpython3u AS 'return 1';
      CREATE FUNCTION many() RETURNS SETOF int LANGUAGE plpython3u AS 'return []';
      CREATE PROCEDURE p() LANGUAGE plpython3u AS 'pass';
      CREATE FUNCTION body() RETURNS int RETURN 1;
      CREATE FUNCTION t() RETURNS trigger LANGUAGE plpython3u AS 'pass';
      CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
      CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = 0);
      CREATE TRIGGER each BEFORE UPDATE OF id ON book FOR EACH ROW WHEN (NEW.id > 1)
        EXECUTE FUNCTION t();
      CREATE TRIGGER each BEFORE INSERT ON part FOR EACH ROW EXECUTE FUNCTION t();
      CREATE CONSTRAINT TRIGGER late AFTER INSERT ON book FOR EACH ROW EXECUTE FUNCTION t();
      CREATE EVENT TRIGGER audit ON ddl_command_end EXECUTE FUNCTION e();
      CREATE VIEW shelf AS SELECT id FROM book;
      CREATE MATERIALIZED VIEW kept AS SELECT id FROM book;
      """;

  /** Below each statement what it changes, and is seen to change. */
  private static final String CHANGES =
      """
      ALTER FUNCTION f STRICT
        function public.f(integer,integer): proisstrict
      ALTER FUNCTION f STABLE
        function public.f(integer,integer): provolatile
      ALTER FUNCTION f LEAKPROOF
        function public.f(integer,integer): proleakproof
      ALTER FUNCTION f SECURITY DEFINER
        function public.f(integer,integer): prosecdef
      ALTER FUNCTION f PARALLEL SAFE
        function public.f(integer,integer): proparallel
      ALTER FUNCTION f COST 7
        function public.f(integer,integer): procost
      ALTER FUNCTION many ROWS 7
        function public.many(): prorows
      ALTER FUNCTION f SET search_path = public, pg_temp
        function public.f(integer,integer): proconfig
      ALTER FUNCTION f OWNER TO pg_monitor
        function public.f(integer,integer): proacl
        function public.f(integer,integer): proowner
      GRANT EXECUTE ON FUNCTION f TO pg_monitor WITH GRANT OPTION
        function public.f(integer,integer): proacl
      REVOKE EXECUTE ON FUNCTION f FROM PUBLIC
        function public.f(integer,integer): proacl
      COMMENT ON FUNCTION f IS 'What it does'
        function public.f(integer,integer): description
      ALTER FUNCTION f DEPENDS ON EXTENSION plpython3u
        function public.f(integer,integer): depends on extension plpython3u
      CREATE OR REPLACE FUNCTION many() RETURNS SETOF int LANGUAGE plpython3u AS 'return  []'
        function public.many(): prorows
        function public.many(): prosrc
      CREATE OR REPLACE FUNCTION body() RETURNS int RETURN 2
        function public.body(): definition
      CREATE OR REPLACE FUNCTION many() RETURNS SETOF int LANGUAGE plpgsql AS 'BEGIN END'
        function public.many(): depends on language plpgsql
        function public.many(): depends on language plpython3u
        function public.many(): prolang
        function public.many(): prosrc
      DROP FUNCTION many; CREATE FUNCTION many(OUT a int, OUT b text) RETURNS SETOF record LANGUAGE plpython3u AS 'return []'
        function public.many(): definition
        function public.many(): depends on language plpgsql
        function public.many(): depends on language plpython3u
        function public.many(): proallargtypes
        function public.many(): proargmodes
        function public.many(): proargnames
        function public.many(): prolang
        function public.many(): prorettype
        function public.many(): prosrc
      DROP FUNCTION f; CREATE FUNCTION f(a int, b int DEFAULT 2) RETURNS int LANGUAGE plpython3u AS 'return 1'
        function public.f(integer,integer): definition
        function public.f(integer,integer): depends on extension plpython3u
        function public.f(integer,integer): description
        function public.f(integer,integer): proacl
        function public.f(integer,integer): proconfig
        function public.f(integer,integer): procost
        function public.f(integer,integer): proisstrict
        function public.f(integer,integer): proleakproof
        function public.f(integer,integer): proowner
        function public.f(integer,integer): proparallel
        function public.f(integer,integer): prosecdef
        function public.f(integer,integer): provolatile
      DROP FUNCTION f; CREATE FUNCTION f(a int, c int DEFAULT 2) RETURNS int LANGUAGE plpython3u AS 'return 1'
        function public.f(integer,integer): definition
        function public.f(integer,integer): proargnames
      DROP FUNCTION f; CREATE FUNCTION f(a int, VARIADIC c int[]) RETURNS int LANGUAGE plpython3u AS 'return 1'
        + function public.f(integer,integer[])
        - function public.f(integer,integer)
      CREATE SCHEMA another; CREATE FUNCTION another.f() RETURNS int RETURN 1
        + function another.f()
        + schema another
      ALTER PROCEDURE p OWNER TO pg_monitor
        procedure public.p(): proacl
        procedure public.p(): proowner
      COMMENT ON PROCEDURE p IS 'What it does'
        procedure public.p(): description
      CREATE OR REPLACE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = 1)
        aggregate public.total(integer): agginitval
      COMMENT ON AGGREGATE total (int) IS 'The sum'
        aggregate public.total(integer): description
      ALTER AGGREGATE total (int) OWNER TO pg_monitor
        aggregate public.total(integer): proacl
        aggregate public.total(integer): proowner
      ALTER TABLE book DISABLE TRIGGER each
        trigger each on public.book: tgenabled
      ALTER TABLE part1 ENABLE ALWAYS TRIGGER each
        trigger each on public.part1: tgenabled
      ALTER TRIGGER late ON book RENAME TO later
        + trigger later on public.book
        - trigger late on public.book
        table constraint late on public.book: depends on trigger late on public.book
        table constraint late on public.book: depends on trigger later on public.book
      COMMENT ON TRIGGER each ON book IS 'Why'
        trigger each on public.book: description
      ALTER TRIGGER each ON part DEPENDS ON EXTENSION plpython3u
        trigger each on public.part: depends on extension plpython3u
      CREATE OR REPLACE TRIGGER each BEFORE UPDATE OF id ON book FOR EACH ROW WHEN (NEW.id > 2) EXECUTE FUNCTION t('x')
        trigger each on public.book: definition
        trigger each on public.book: tgargs
        trigger each on public.book: tgenabled
        trigger each on public.book: tgnargs
      DROP TRIGGER later ON book; CREATE CONSTRAINT TRIGGER later AFTER INSERT ON book DEFERRABLE FOR EACH ROW EXECUTE FUNCTION t()
        + table constraint later on public.book
        - table constraint late on public.book
        trigger later on public.book: definition
        trigger later on public.book: tgconstraint
        trigger later on public.book: tgdeferrable
      ALTER EVENT TRIGGER audit DISABLE
        event trigger audit: evtenabled
      ALTER EVENT TRIGGER audit OWNER TO invariant_super
        event trigger audit: evtowner
      COMMENT ON EVENT TRIGGER audit IS 'Who'
        event trigger audit: description
      CREATE OR REPLACE VIEW shelf AS SELECT id FROM book WHERE id > 0
        rule "_RETURN" on public.shelf: definition
      ALTER VIEW shelf SET (security_barrier = true)
        view public.shelf: reloptions
      ALTER VIEW shelf ALTER id SET DEFAULT 1
        + default value for public.shelf.id
        view column public.shelf.id: atthasdef
      GRANT SELECT (id) ON shelf TO pg_monitor
        view column public.shelf.id: attacl
      COMMENT ON COLUMN shelf.id IS 'Which'
        view column public.shelf.id: description
      CREATE INDEX kept_id ON kept (id)
        + index column public.kept_id.id
        + index public.kept_id
      CREATE INDEX twice ON book (body(), id) WHERE id > 1
        + index column public.twice.body
        + index column public.twice.id
        + index public.twice
      COMMENT ON INDEX twice IS 'Fast'
        index public.twice: description
      ALTER INDEX twice SET (fillfactor = 50)
        index public.twice: definition
        index public.twice: reloptions
      ALTER MATERIALIZED VIEW kept CLUSTER ON kept_id
        index public.kept_id: indisclustered
      ALTER TABLE book ADD CONSTRAINT positive CHECK (id > 0) NOT VALID
        + table constraint positive on public.book
        table public.book: relchecks
      ALTER TABLE book VALIDATE CONSTRAINT positive
        table constraint positive on public.book: convalidated
        table constraint positive on public.book: definition
      ALTER TABLE book ADD PRIMARY KEY (id)
        + index column public.book_pkey.id
        + index public.book_pkey
        + table constraint book_pkey on public.book
      ALTER TABLE part1 ADD CONSTRAINT of_book FOREIGN KEY (id) REFERENCES book
        + table constraint of_book on public.part1
      COMMENT ON CONSTRAINT positive ON book IS 'No zero'
        table constraint positive on public.book: description
      ALTER TABLE book ALTER id SET DEFAULT body()
        + default value for public.book.id
        table column public.book.id: atthasdef
      ALTER TABLE part ALTER id SET STATISTICS 5
        table column public.part.id: attstattarget
        table column public.part1.id: attstattarget
      ALTER TABLE part ENABLE ROW LEVEL SECURITY
        table public.part: relrowsecurity
      CREATE POLICY own ON part USING (body() = id)
        + policy own on public.part
      ALTER POLICY own ON part TO pg_monitor WITH CHECK (id = 2)
        policy own on public.part: definition
        policy own on public.part: polroles
      CREATE RULE quiet AS ON DELETE TO part DO INSTEAD NOTHING
        + rule quiet on public.part
      CREATE SEQUENCE number OWNED BY part.id
        + sequence column public.number.is_called
        + sequence column public.number.last_value
        + sequence column public.number.log_cnt
        + sequence public.number
      ALTER SEQUENCE number INCREMENT 5
        sequence public.number: seqincrement
      ALTER TYPE mood ADD VALUE 'fair' BEFORE 'good'
        + type public.mood fair
      ALTER DOMAIN isbn ADD CONSTRAINT long CHECK (length(VALUE) > 9)
        + domain constraint long on public.isbn
      ALTER DOMAIN isbn SET DEFAULT 'none'
        type public.isbn: definition
        type public.isbn: typdefault
      CREATE STATISTICS together ON (id + 1), mood FROM book
        + statistics object public.together
      CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)
        + operator public.===(integer,integer)
      CREATE FUNCTION of_mood(mood) RETURNS int RETURN 1; CREATE CAST (mood AS int) WITH FUNCTION of_mood(mood)
        + cast (public.mood AS integer)
        + function public.of_mood(public.mood)
      CREATE PUBLICATION news FOR TABLE book WHERE (id > 1)
        + publication news
        + publication relation public.book in publication news
      ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor
        + default acl for role postgres on functions
      ALTER SCHEMA public OWNER TO pg_monitor
        schema public: nspacl
        schema public: nspowner
      COMMENT ON SCHEMA public IS 'Ours'
        schema public: description
      CREATE TRANSFORM FOR int LANGUAGE plpython3u (FROM SQL WITH FUNCTION prsd_lextype(internal))
        + transform for integer language plpython3u
      CREATE OR REPLACE FUNCTION many(OUT a int, OUT b text) RETURNS SETOF record LANGUAGE plpython3u TRANSFORM FOR TYPE int AS 'return []'
        function public.many(): depends on transform for integer language plpython3u
        function public.many(): protrftypes
      """;

  private final Connection connection;

  DatabaseDumpTest(Connection connection) {
    this.connection = connection;
  }

  @Test
  void every_change_shows_where_it_was_made() throws SQLException, IOException {
    try (ScratchDatabase database = new ScratchDatabase(connection)) {
      database.execute("CREATE ROLE invariant_super SUPERUSER");
      database.execute(SCHEMA);
      assertThat(seenChanges(database)).isEqualTo(CHANGES);
    } finally {
      connection.createStatement().execute("DROP ROLE invariant_super");
    }
  }

  private static String seenChanges(ScratchDatabase database) throws SQLException, IOException {
    StringBuilder seen = new StringBuilder();
    DatabaseDump before = DatabaseDump.of(database.connection());
    Optional<String> dumped = PgDump.of(database.connection());
    for (String sql : CHANGES.lines().filter(line -> !line.startsWith(" ")).toList()) {
      database.execute(sql);
      seen.append(sql).append('\n');
      DatabaseDump after = DatabaseDump.of(database.connection());
      for (String change : before.changedIn(after)) {
        seen.append("  ")
            .append(change.replace("integer on language", "integer language"))
            .append('\n');
      }
      before = after;
      Optional<String> now = PgDump.of(database.connection());
      if (dumped.isPresent() && dumped.equals(now)) {
        seen.append("  pg_dump says nothing of it\n");
      }
      dumped = now;
    }
    return seen.toString();
  }

  @Test
  void order_does_not_show_when_the_same_was_made_twice() throws SQLException, IOException {
    List<String> statements =
        new ArrayList<>(
            List.of(
                "CREATE FUNCTION a() RETURNS int LANGUAGE plpython3u AS 'return 1'",
                "CREATE FUNCTION b() RETURNS int LANGUAGE plpython3u AS 'return 1'",
                "CREATE TABLE book (id int PRIMARY KEY)",
                "CREATE TABLE part (id int) PARTITION BY LIST (id)",
                "CREATE TEMP TABLE own (id int)",
                "CREATE TYPE mood AS ENUM ('bad', 'good')"));
    List<String> later =
        new ArrayList<>(
            List.of(
                "GRANT EXECUTE ON FUNCTION a TO pg_monitor",
                "GRANT EXECUTE ON FUNCTION a TO pg_signal_backend",
                "CREATE VIEW v AS SELECT a() + b() AS sum",
                "CREATE INDEX first ON book ((id + 1))",
                "ALTER TABLE part ADD FOREIGN KEY (id) REFERENCES book",
                "CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)"));
    try (ScratchDatabase one = new ScratchDatabase(connection);
        ScratchDatabase other = new ScratchDatabase(connection)) {
      run(one, statements, later);
      Collections.reverse(statements);
      Collections.reverse(later);
      other.execute("CREATE TABLE gone (id text); DROP TABLE gone");
      run(other, statements, later);
      DatabaseDump dump = DatabaseDump.of(one.connection());
      assertThat(dump.differencesTo(DatabaseDump.of(other.connection()))).isEmpty();
      assertThat(dump).isEqualTo(DatabaseDump.of(other.connection()));
    }
  }

  private static void run(ScratchDatabase database, List<String> first, List<String> then)
      throws SQLException {
    for (String sql : first) {
      database.execute(sql);
    }
    for (String sql : then) {
      database.execute(sql);
    }
  }

  @Test
  void registrys_rows_show_unless_they_are_left_out() throws SQLException {
    try (ScratchDatabase database = new ScratchDatabase(connection)) {
      DatabaseDump empty = DatabaseDump.of(database.connection());
      database.execute(
          "CREATE SCHEMA own; CREATE TABLE own.plpython_objects"
              + " (kind text, identity text PRIMARY KEY, checksum text, previous text);"
              + " INSERT INTO own.plpython_objects VALUES ('function', 'f()', '1', 'old')");
      DatabaseDump before = DatabaseDump.of(database.connection());
      database.execute("UPDATE own.plpython_objects SET checksum = '2', previous = 'older'");
      DatabaseDump after = DatabaseDump.of(database.connection());
      assertThat(before.differencesTo(after))
          .containsExactly(
              "- plpython_objects function f(): checksum = 1",
              "+ plpython_objects function f(): checksum = 2",
              "- plpython_objects function f(): previous = old",
              "+ plpython_objects function f(): previous = older");
      assertThat(
              before.withoutRegistered("previous").changedIn(after.withoutRegistered("previous")))
          .containsExactly("plpython_objects function f(): checksum");
      assertThat(empty.changedIn(after.withoutRegistry())).containsExactly("+ schema own");
    }
  }
}
