package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a session knows of its server and of itself.
 *
 * @param version for people: {@code 15.20 (Debian 15.20-0+deb12u1)}
 * @param versionNumber server_version_num: 150020
 * @param encoding of the database, as SHOW server_encoding says it
 * @param database its name
 * @param role current_user
 * @param isSuperuser whether that role is one
 * @param isReadOnly whether the session cannot write: a standby, or set so
 * @param currentSchema where objects without a schema are made; empty: the search path has none
 * @param language whether PL/Python is there, and for whom
 */
public record ServerFacts(
    String version,
    int versionNumber,
    String encoding,
    String database,
    String role,
    boolean isSuperuser,
    boolean isReadOnly,
    Optional<String> currentSchema,
    Language language) {

  private static final String SQL =
      """
      SELECT current_setting('server_version') AS version,
        current_setting('server_version_num')::int AS version_number,
        current_setting('server_encoding') AS encoding, current_database() AS database,
        current_user AS role, r.rolsuper AS superuser,
        pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS read_only,
        current_schema() AS schema,
        CASE WHEN l.oid IS NULL THEN
          CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_available_extensions WHERE name = 'plpython3u')
            THEN 'AVAILABLE' ELSE 'UNAVAILABLE' END
          WHEN r.rolsuper OR (l.lanpltrusted AND has_language_privilege(l.oid, 'USAGE'))
            THEN 'USABLE' ELSE 'FORBIDDEN' END AS language
      FROM pg_catalog.pg_roles r
      LEFT JOIN pg_catalog.pg_language l ON l.lanname = 'plpython3u'
      WHERE r.rolname = current_user""";

  /** PL/Python as a role finds it. */
  public enum Language {
    /** The role may make functions in it. */
    USABLE,
    /** The database has it, and the role may not use it: it is for superusers. */
    FORBIDDEN,
    /** The server could install it: CREATE EXTENSION plpython3u. */
    AVAILABLE,
    /** The server's machine has no files of it. */
    UNAVAILABLE
  }

  /** Asks the server. */
  public static ServerFacts read(Connection connection) throws SQLException {
    return new Query(connection, SQL)
        .one(
            row ->
                new ServerFacts(
                    row.getString("version"),
                    row.getInt("version_number"),
                    row.getString("encoding"),
                    row.getString("database"),
                    row.getString("role"),
                    row.getBoolean("superuser"),
                    row.getBoolean("read_only"),
                    Optional.ofNullable(row.getString("schema")),
                    Language.valueOf(row.getString("language"))));
  }
}
