package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plpython.sql.DependentStatements;

/** A database whose schemas are {@code shop} and {@code "Odd.Shop"}, at first empty. */
final class DependentDatabase {
  final Connection connection;

  DependentDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    execute(
        "DROP SCHEMA IF EXISTS shop, \"Odd.Shop\" CASCADE",
        "CREATE SCHEMA shop",
        "CREATE SCHEMA \"Odd.Shop\"",
        "SET search_path = shop");
  }

  DependentDatabase execute(String... statements) throws SQLException {
    return execute(List.of(statements));
  }

  private DependentDatabase execute(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return this;
  }

  /** Drops the schemas, and the roles that a test has made. */
  void dropRoles() throws SQLException {
    connection.setAutoCommit(true);
    execute("RESET ROLE", "DROP SCHEMA shop, \"Odd.Shop\" CASCADE");
    for (String role : query("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname ^@ 'd_'")) {
      execute("DROP OWNED BY " + role, "DROP ROLE " + role);
    }
  }

  /** The first column. */
  List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /** What depends on a routine, to be dropped in this order. */
  List<Dependent> of(String routine) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    long oid = Long.parseLong(query("SELECT '" + routine + "'::regprocedure::oid").get(0));
    execute("SET LOCAL search_path = pg_catalog");
    List<Dependent> found =
        DependentReader.read(connection, List.of(oid)).getOrDefault(oid, List.of());
    connection.rollback();
    connection.setAutoCommit(autoCommit);
    return found;
  }

  /** Each with its kind. */
  List<String> names(String routine) throws SQLException {
    return of(routine).stream().map(d -> d.kind() + " " + d.identity()).toList();
  }

  /** Drops a routine, its dependents before, and creates all again: everything must be the same. */
  DependentDatabase roundTrip(String routine, String definition) throws SQLException {
    List<String> before = state();
    List<Dependent> dependents = of(routine);
    List<Dependent> reversed = new ArrayList<>(dependents);
    Collections.reverse(reversed);
    try {
      recreate(routine, definition, dependents, reversed);
    } catch (SQLException refused) {
      connection.rollback();
      connection.setAutoCommit(true);
      throw refused;
    }
    assertThat(state()).containsExactlyInAnyOrderElementsOf(before);
    return this;
  }

  private void recreate(
      String routine, String definition, List<Dependent> dependents, List<Dependent> reversed)
      throws SQLException {
    connection.setAutoCommit(false);
    for (Dependent dependent : dependents) {
      execute(new DependentStatements(dependent).drop());
    }
    execute("DROP ROUTINE " + routine, definition, "SET LOCAL search_path = pg_catalog");
    for (Dependent dependent : reversed) {
      execute(new DependentStatements(dependent).create());
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** All that there is in the schemas, but for OIDs. */
  List<String> state() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET LOCAL search_path = pg_catalog");
    List<String> state = query(STATE);
    connection.rollback();
    connection.setAutoCommit(true);
    return state;
  }

  private static final String STATE =
      """
      WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname IN ('shop', 'Odd.Shop')),
      acl(address, acl) AS (
        SELECT oid::regclass::text, coalesce(relacl, acldefault('r', relowner))
        FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours) AND relkind <> 'i'
        UNION ALL SELECT oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner))
        FROM pg_proc WHERE pronamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT attrelid::regclass || '.' || attname, attacl FROM pg_attribute
        WHERE NOT attisdropped AND attrelid::regclass::oid IN (SELECT oid FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours))),
      comments AS (
        SELECT pg_describe_object(classoid, objoid, objsubid) || ' comment ' || description AS line
        FROM pg_description WHERE objoid >= 16384),
      all_of_it(line) AS (
        SELECT line FROM comments
        UNION ALL SELECT address || ' acl ' || e::text FROM acl, aclexplode(acl) e
        UNION ALL SELECT concat_ws(' ', oid::regclass, relkind, relowner::regrole, reloptions,
          relpersistence, reltablespace, relam, relispopulated, relreplident, relrowsecurity,
          CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) END)
        FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod),
          attnotnull, attgenerated, nullif(attstattarget, -1), attstorage, attcompression,
          ARRAY(SELECT o FROM unnest(attoptions) o WHERE o NOT LIKE 'pg\\_attver=%' ORDER BY 1),
          attcollation::regcollation, attinhcount, attislocal,
          (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum))
        FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped
        AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours))
        UNION ALL SELECT concat_ws(' ', tgrelid::regclass, pg_get_triggerdef(oid), tgenabled, tgparentid <> 0)
        FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT concat_ws(' ', pg_get_ruledef(oid), ev_enabled) FROM pg_rewrite WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', pg_get_indexdef(indexrelid), indisclustered, indisreplident, indisvalid)
        FROM pg_index WHERE indexrelid >= 16384 AND indexrelid IN (SELECT oid FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours))
        UNION ALL SELECT 'inherits ' || inhrelid::regclass || ' ' || inhparent::regclass FROM pg_inherits
        UNION ALL SELECT concat_ws(' ', conrelid::regclass, contypid::regtype, conname, pg_get_constraintdef(oid),
          conislocal, coninhcount, convalidated) FROM pg_constraint WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', polname, polrelid::regclass, polcmd, polpermissive, polroles::regrole[],
          pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
        UNION ALL SELECT concat_ws(' ', oid::regprocedure, proowner::regrole,
          CASE WHEN prokind <> 'a' THEN pg_get_functiondef(oid) END)
        FROM pg_proc WHERE pronamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT concat_ws(' ', a.aggfnoid::regprocedure, aggkind, aggnumdirectargs, aggtransfn, aggfinalfn, aggcombinefn,
          aggserialfn, aggdeserialfn, aggmtransfn, aggminvtransfn, aggmfinalfn, aggfinalextra, aggmfinalextra,
          aggfinalmodify, aggmfinalmodify, aggsortop::regoperator, aggtranstype::regtype, aggtransspace,
          aggmtranstype::regtype, aggmtransspace, agginitval, aggminitval, p.proparallel, p.proargnames)
        FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid WHERE a.aggfnoid >= 16384
        UNION ALL SELECT concat_ws(' ', oid::regoperator, oprowner::regrole, oprcode, oprrest, oprjoin, oprcanmerge, oprcanhash,
          oprcom::regoperator, oprnegate::regoperator) FROM pg_operator WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', castsource::regtype, casttarget::regtype, castfunc::regprocedure, castcontext, castmethod)
        FROM pg_cast WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', evtname, evtevent, evtowner::regrole, evtfoid::regprocedure, evtenabled, evttags)
        FROM pg_event_trigger
        UNION ALL SELECT concat_ws(' ', pg_get_statisticsobjdef(oid), stxowner::regrole, nullif(stxstattarget, -1))
        FROM pg_statistic_ext
        UNION ALL SELECT concat_ws(' ', pubname, prrelid::regclass, pg_get_expr(prqual, prrelid),
          (SELECT array_agg(attname ORDER BY attname) FROM pg_attribute WHERE attrelid = prrelid AND attnum = ANY (prattrs::int2[])))
        FROM pg_publication_rel JOIN pg_publication p ON p.oid = prpubid
        UNION ALL SELECT concat_ws(' ', oid::regtype, typowner::regrole, pg_get_expr(typdefaultbin, 0))
        FROM pg_type WHERE typnamespace IN (SELECT oid FROM ours) AND typtype = 'd'
        UNION ALL SELECT concat_ws(' ', pg_describe_object(classid, objid, objsubid), 'extension',
          pg_describe_object(refclassid, refobjid, refobjsubid)) FROM pg_depend WHERE deptype = 'x')
      SELECT line FROM all_of_it ORDER BY 1""";
}
