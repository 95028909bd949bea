package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.catalog.DependentAccess.Grant;

/** Reads owners and privileges, and with which of them a new object starts. */
final class DependentAccessReader {
  /** What an object has; what a new one has by itself; what default privileges may make of that. */
  private enum Source {
    ACTUAL,
    INITIAL,
    DEFAULT
  }

  private static final String QUERY =
      """
      , owned (catalog, oid, sub, owner, schema, type, acl) AS (
        SELECT o.catalog, o.oid, o.sub, c.relowner, c.relnamespace, 'r'::"char", c.relacl
        FROM asked o JOIN pg_catalog.pg_class c
          ON o.catalog = 'pg_catalog.pg_class'::regclass AND c.oid = o.oid
        UNION ALL
        SELECT o.catalog, o.oid, o.sub, p.proowner, p.pronamespace, 'f', p.proacl
        FROM asked o JOIN pg_catalog.pg_proc p
          ON o.catalog = 'pg_catalog.pg_proc'::regclass AND p.oid = o.oid)
      SELECT o.catalog, o.oid, o.sub, pg_catalog.pg_get_userbyid(o.owner), a.source, a.attribute,
        coalesce(pg_catalog.pg_get_userbyid(a.grantor), ''),
        CASE WHEN a.grantee <> 0 THEN pg_catalog.pg_get_userbyid(a.grantee) END,
        coalesce(a.privilege_type, ''), a.is_grantable
      FROM owned o CROSS JOIN LATERAL (
        SELECT 'INITIAL', NULL::name, -1, e.*
        FROM pg_catalog.aclexplode(pg_catalog.acldefault(o.type, o.owner)) e
        UNION ALL
        SELECT 'DEFAULT', NULL, -1, e.*
        FROM pg_catalog.pg_default_acl d
        LEFT JOIN LATERAL pg_catalog.aclexplode(d.defaclacl) e ON true
        WHERE d.defaclobjtype = o.type AND d.defaclnamespace IN (0, o.schema)
        UNION ALL
        SELECT 'ACTUAL', NULL, 0, e.*
        FROM pg_catalog.aclexplode(
          coalesce(o.acl, pg_catalog.acldefault(o.type, o.owner))) e
        UNION ALL
        SELECT 'ACTUAL', c.attname, c.attnum, e.*
        FROM pg_catalog.pg_attribute c, pg_catalog.aclexplode(c.attacl) e
        WHERE o.catalog = 'pg_catalog.pg_class'::regclass AND c.attrelid = o.oid
          AND (o.sub = 0 OR o.sub = c.attnum)
      ) AS a (source, attribute, number, grantor, grantee, privilege_type, is_grantable)
      ORDER BY a.number, 7, 8 NULLS FIRST, 9""";

  private record Row(DependentAddress object, String owner, Source source, Grant grant) {}

  private DependentAccessReader() {}

  static Map<DependentAddress, DependentAccess> read(
      DependentQuery query, Collection<DependentAddress> objects) throws SQLException {
    Map<DependentAddress, List<Row>> rows = new HashMap<>();
    for (Row row : query.list(objects, QUERY, DependentAccessReader::row)) {
      rows.computeIfAbsent(row.object(), object -> new ArrayList<>()).add(row);
    }
    Map<DependentAddress, DependentAccess> found = new HashMap<>();
    rows.forEach((object, its) -> found.put(object, define(its)));
    return found;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        DependentAddress.read(row, 1),
        row.getString(4),
        Source.valueOf(row.getString(5)),
        new Grant(
            row.getString(7),
            DependentQuery.text(row, 8),
            row.getString(9),
            row.getBoolean(10),
            DependentQuery.text(row, 6)));
  }

  /** The privileges on columns alone, by the addresses of the columns. */
  static Map<DependentAddress, List<Grant>> readColumns(
      DependentQuery query, Collection<DependentAddress> columns) throws SQLException {
    Map<DependentAddress, List<Grant>> found = new HashMap<>();
    read(query, columns)
        .forEach(
            (column, access) ->
                found.put(
                    column, access.grants().stream().filter(g -> g.column().isPresent()).toList()));
    return found;
  }

  /** Default privileges are of the role that creates, which nobody knows yet: any may count. */
  private static DependentAccess define(List<Row> rows) {
    String owner = rows.get(0).owner();
    Set<Grant> actual = grants(rows, Source.ACTUAL);
    Set<Grant> initial = grants(rows, Source.INITIAL);
    Set<Grant> byDefault = grants(rows, Source.DEFAULT);
    Set<Optional<String>> revoked = new LinkedHashSet<>();
    byDefault.forEach(grant -> revoked.add(grant.grantee()));
    initial.stream()
        .filter(grant -> !byDefault.isEmpty() || !hasAll(grant.grantee(), initial, actual))
        .forEach(grant -> revoked.add(grant.grantee()));
    List<Grant> missing =
        actual.stream()
            .filter(grant -> revoked.contains(grant.grantee()) || !initial.contains(grant))
            .toList();
    return new DependentAccess(owner, List.copyOf(revoked), inOrder(missing, owner));
  }

  private static Set<Grant> grants(List<Row> rows, Source source) {
    Set<Grant> grants = new LinkedHashSet<>();
    rows.stream().filter(row -> row.source() == source).forEach(row -> grants.add(row.grant()));
    return grants;
  }

  /** Whether a role has all that it has in a new object. */
  private static boolean hasAll(Optional<String> role, Set<Grant> initial, Set<Grant> actual) {
    return initial.stream()
        .filter(grant -> grant.grantee().equals(role))
        .allMatch(actual::contains);
  }

  /** Nobody can grant what he has not been granted yet. */
  private static List<Grant> inOrder(List<Grant> grants, String owner) {
    List<Grant> pending = new ArrayList<>(grants);
    Set<Grant> ordered = new LinkedHashSet<>();
    int before;
    do {
      before = ordered.size();
      pending.stream().filter(grant -> isAllowed(grant, owner, ordered)).forEach(ordered::add);
      pending.removeAll(ordered);
    } while (ordered.size() > before);
    ordered.addAll(pending);
    return List.copyOf(ordered);
  }

  private static boolean isAllowed(Grant grant, String owner, Set<Grant> before) {
    return grant.grantor().equals(owner)
        || before.stream()
            .anyMatch(
                other ->
                    other.isGrantable()
                        && other.grantee().equals(Optional.of(grant.grantor()))
                        && other.privilege().equals(grant.privilege())
                        && (other.column().isEmpty() || other.column().equals(grant.column())));
  }
}
