package org.plpython.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plpython.catalog.DependentDefinition.Cast;
import org.plpython.catalog.DependentDefinition.EventTrigger;
import org.plpython.catalog.DependentDefinition.Policy;
import org.plpython.catalog.DependentDefinition.Publication;
import org.plpython.catalog.DependentDefinition.Statistics;

/** Reads the kinds that one row of one catalog holds. */
final class DependentOthers {
  private static final String POLICIES =
      """
      SELECT o.catalog, o.oid, o.sub, p.polpermissive,
        CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
          WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
        ARRAY(SELECT CASE WHEN r <> 0 THEN pg_catalog.pg_get_userbyid(r)::text ELSE '' END
          FROM unnest(p.polroles) r ORDER BY 1),
        pg_catalog.pg_get_expr(p.polqual, p.polrelid),
        pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
      FROM asked o JOIN pg_catalog.pg_policy p ON p.oid = o.oid""";

  private static final String EVENT_TRIGGERS =
      """
      SELECT o.catalog, o.oid, o.sub, e.evtevent, e.evttags, e.evtfoid::regprocedure,
        pg_catalog.pg_get_userbyid(e.evtowner), e.evtenabled
      FROM asked o JOIN pg_catalog.pg_event_trigger e ON e.oid = o.oid""";

  private static final String STATISTICS =
      """
      SELECT o.catalog, o.oid, o.sub, pg_catalog.pg_get_statisticsobjdef(s.oid),
        pg_catalog.pg_get_userbyid(s.stxowner),
        CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END
      FROM asked o JOIN pg_catalog.pg_statistic_ext s ON s.oid = o.oid""";

  private static final String CASTS =
      """
      SELECT o.catalog, o.oid, o.sub, c.castfunc::regprocedure,
        CASE c.castcontext WHEN 'i' THEN 'IMPLICIT' WHEN 'a' THEN 'ASSIGNMENT'
          ELSE 'EXPLICIT' END
      FROM asked o JOIN pg_catalog.pg_cast c ON c.oid = o.oid WHERE c.castmethod = 'f'""";

  private static final String PUBLICATIONS =
      """
      SELECT o.catalog, o.oid, o.sub, p.pubname,
        ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[]) ORDER BY a.attnum),
        pg_catalog.pg_get_expr(r.prqual, r.prrelid)
      FROM asked o
      JOIN pg_catalog.pg_publication_rel r ON r.oid = o.oid
      JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid""";

  private DependentOthers() {}

  static Map<DependentAddress, DependentDefinition> readPolicies(
      DependentQuery query, Map<DependentAddress, DependentHead> objects) throws SQLException {
    return read(
        query,
        objects,
        POLICIES,
        row ->
            new Policy(
                row.getBoolean(4),
                row.getString(5),
                DependentQuery.texts(row, 6).stream()
                    .map(role -> Optional.of(role).filter(name -> !name.isEmpty()))
                    .toList(),
                DependentQuery.text(row, 7),
                DependentQuery.text(row, 8)));
  }

  static Map<DependentAddress, DependentDefinition> readEventTriggers(
      DependentQuery query, Map<DependentAddress, DependentHead> objects) throws SQLException {
    return read(
        query,
        objects,
        EVENT_TRIGGERS,
        row ->
            new EventTrigger(
                row.getString(4),
                DependentQuery.texts(row, 5),
                row.getString(6),
                row.getString(7),
                row.getString(8)));
  }

  static Map<DependentAddress, DependentDefinition> readStatistics(
      DependentQuery query, Map<DependentAddress, DependentHead> objects) throws SQLException {
    return read(
        query,
        objects,
        STATISTICS,
        row ->
            new Statistics(
                row.getString(4),
                row.getString(5),
                DependentQuery.text(row, 6).map(Integer::valueOf)));
  }

  static Map<DependentAddress, DependentDefinition> readCasts(
      DependentQuery query, Map<DependentAddress, DependentHead> objects) throws SQLException {
    return read(
        query,
        objects,
        CASTS,
        row -> new Cast(row.getString(4), Cast.Context.valueOf(row.getString(5))));
  }

  static Map<DependentAddress, DependentDefinition> readPublications(
      DependentQuery query, Map<DependentAddress, DependentHead> objects) throws SQLException {
    return read(
        query,
        objects,
        PUBLICATIONS,
        row ->
            new Publication(
                row.getString(4), DependentQuery.texts(row, 5), DependentQuery.text(row, 6)));
  }

  private static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query,
      Map<DependentAddress, DependentHead> objects,
      String select,
      DependentQuery.RowReader<DependentDefinition> reader)
      throws SQLException {
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    query.list(
        objects.keySet(),
        select,
        row -> found.put(DependentAddress.read(row, 1), reader.read(row)));
    return found;
  }
}
