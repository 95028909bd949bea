package org.plpython.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads what a database holds, in one query for each kind of object however many there are, and
 * only of what has been touched since the last deploy. The search path must be pg_catalog alone
 * meanwhile.
 */
public final class CatalogReader {
  private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");

  private final Connection connection;
  private final RegistryTable registry;
  private final String project;

  /**
   * Over the given connection.
   *
   * @param project whose objects are looked for, whether they are wanted or not
   */
  public CatalogReader(Connection connection, RegistryTable registry, String project) {
    this.connection = connection;
    this.registry = registry;
    this.project = project;
  }

  /** Looks for the objects, and for all that the registry has of the project. */
  public Catalog read(Collection<Wanted> wanted) throws SQLException {
    Set<Registered> untouched = new HashSet<>();
    List<Registered> registered = registered(wanted, untouched);
    Findings found = new Findings(upToDate(wanted, untouched));
    List<Wanted> rest = rest(wanted, registered, found.upToDate);
    for (ObjectQuery query : ObjectQuery.values()) {
      List<Wanted> ofKind = rest.stream().filter(w -> query.reads(w.kind())).toList();
      if (!ofKind.isEmpty()) {
        query(query, ofKind).all(found::add);
      }
    }
    return new Catalog(found.upToDate, found.unmarked, found.installed, registered);
  }

  /** What rows of the catalog tell. */
  private static final class Findings {
    private final Set<String> upToDate;
    private final Set<String> unmarked = new HashSet<>();
    private final List<Installed> installed = new ArrayList<>();

    Findings(Set<String> upToDate) {
      this.upToDate = upToDate;
    }

    boolean add(ResultSet row) throws SQLException {
      String identity = row.getString("identity");
      if (row.getBoolean("same")) {
        if (row.getBoolean("is_unmarked")) {
          unmarked.add(identity);
        }
        return upToDate.add(identity);
      }
      return !upToDate.contains(identity) && installed.add(installed(row));
    }
  }

  /** The identities of what is wanted as it was deployed, and untouched since. */
  private Set<String> upToDate(Collection<Wanted> wanted, Set<Registered> untouched) {
    Map<String, Registered> rows = new HashMap<>();
    untouched.stream()
        .filter(row -> row.project().equals(project) && row.format() == RegistrySql.FORMAT)
        .forEach(row -> rows.put(row.kind() + " " + row.identity(), row));
    Set<String> upToDate = new HashSet<>();
    for (Wanted it : wanted) {
      Registered row = rows.get(it.kind() + " " + it.identity());
      if (row != null && row.checksum().equals(it.checksum()) && row.source().equals(it.source())) {
        upToDate.add(it.identity());
      }
    }
    return upToDate;
  }

  /** What is wanted otherwise, and what is no longer wanted: without a checksum. */
  private List<Wanted> rest(
      Collection<Wanted> wanted, List<Registered> registered, Set<String> upToDate) {
    List<Wanted> rest = new ArrayList<>();
    Set<String> identities = new HashSet<>();
    for (Wanted it : wanted) {
      identities.add(it.identity());
      if (!upToDate.contains(it.identity())) {
        rest.add(it);
      }
    }
    registered.stream()
        .filter(row -> row.project().equals(project) && !identities.contains(row.identity()))
        .map(row -> new Wanted(row.kind(), row.schema(), row.name(), row.identity(), "", ""))
        .forEach(rest::add);
    return rest;
  }

  private Query query(ObjectQuery query, List<Wanted> wanted) {
    return new Query(
        connection,
        query.sql(RegistrySql.rows(registry)),
        column(wanted, Wanted::schema),
        column(wanted, Wanted::name),
        column(wanted, Wanted::identity),
        column(wanted, Wanted::source),
        column(wanted, Wanted::checksum),
        project);
  }

  private static List<String> column(Collection<Wanted> wanted, Function<Wanted, String> column) {
    return wanted.stream().map(column).toList();
  }

  private List<Registered> registered(Collection<Wanted> wanted, Set<Registered> untouched)
      throws SQLException {
    return new Query(
            connection, RegistrySql.registered(registry), project, column(wanted, Wanted::identity))
        .all(
            row -> {
              Registered registered = registered(row);
              if (row.getBoolean("is_untouched")) {
                untouched.add(registered);
              }
              return registered;
            });
  }

  /** What a registry has, of all projects. */
  public static List<Registered> registered(Connection connection, RegistryTable registry)
      throws SQLException {
    return new Query(connection, RegistrySql.all(registry)).all(CatalogReader::registered);
  }

  static Registered registered(ResultSet row) throws SQLException {
    return new Registered(
        row.getString("project"),
        row.getString("kind"),
        row.getString("schema"),
        row.getString("name"),
        row.getString("identity"),
        row.getString("declared"),
        row.getString("source"),
        row.getString("checksum"),
        row.getInt("format"));
  }

  static Installed installed(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new Installed(
        row.getLong("oid"),
        kind,
        row.getString("schema"),
        row.getString("name"),
        row.getString("identity"),
        Optional.ofNullable(row.getString("table_name")),
        map(row, "names", "vals"),
        ROUTINES.contains(kind) ? Optional.of(signature(row)) : Optional.empty(),
        Optional.ofNullable(row.getString("body")),
        row.getBoolean("is_recorded")
            ? Optional.of(map(row, "recorded_names", "recorded_vals"))
            : Optional.empty());
  }

  private static InstalledSignature signature(ResultSet row) throws SQLException {
    return new InstalledSignature(
        Query.texts(row, "inputs"),
        row.getInt("defaults"),
        row.getString("result"),
        Query.texts(row, "grantees"),
        Query.texts(row, "grantors"));
  }

  static SortedMap<String, String> map(ResultSet row, String names, String values)
      throws SQLException {
    List<String> keys = Query.texts(row, names);
    List<String> texts = Query.texts(row, values);
    SortedMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), texts.get(i));
    }
    return map;
  }
}
