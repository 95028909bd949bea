package org.plpython.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an object of the registry is made, and what was there before.
 *
 * @param object the row
 * @param definition the statements that made it
 * @param earlier what was there before; empty: nothing
 * @param installedAt when a deploy of ours made it or took it over, as a number of microseconds
 * @param recorded names of the attributes that its author declares
 */
public record RegisteredDefinition(
    Registered object,
    String definition,
    Optional<Earlier> earlier,
    long installedAt,
    List<String> recorded) {
  public RegisteredDefinition {
    recorded = List.copyOf(recorded);
  }

  /**
   * What was there before the latest deploy that changed it.
   *
   * @param definition the statements that make it; empty text: nobody has kept them
   */
  public record Earlier(String kind, String identity, String definition) {}

  private static final String QUERY =
      """
      SELECT project, kind, schema, name, identity, declared, source, checksum, format, definition,
        earlier_definition, earlier_kind, earlier_identity,
        (extract(epoch FROM installed_at) * 1000000)::bigint AS installed_at,
        ARRAY(SELECT pg_catalog.jsonb_object_keys(installed)) AS recorded
      FROM %s WHERE project = ? AND kind || ' ' || declared = ANY (?::text[])""";

  /**
   * What a project's registry knows of objects.
   *
   * @param names their kinds and identities, as their authors write them
   * @return those that it knows
   */
  public static List<RegisteredDefinition> read(
      Connection connection, RegistryTable registry, String project, List<String> names)
      throws SQLException {
    if (!registry.exists()) {
      return List.of();
    }
    return new Query(connection, QUERY.formatted(registry.sql()), project, names)
        .all(RegisteredDefinition::read);
  }

  private static RegisteredDefinition read(ResultSet row) throws SQLException {
    @Nullable String earlier = row.getString("earlier_definition");
    return new RegisteredDefinition(
        CatalogReader.registered(row),
        row.getString("definition"),
        earlier == null
            ? Optional.empty()
            : Optional.of(
                new Earlier(
                    row.getString("earlier_kind"), row.getString("earlier_identity"), earlier)),
        row.getLong("installed_at"),
        Query.texts(row, "recorded"));
  }
}
