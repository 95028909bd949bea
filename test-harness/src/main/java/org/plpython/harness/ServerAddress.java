package org.plpython.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a server is, and as whom tests connect.
 *
 * @param before a JDBC URL up to the database's name
 * @param parameters what follows the name: empty, or from a question mark on
 * @param maintenance the database from which others are made and dropped
 * @param user a role that may do so
 * @param password its password; empty: the driver looks for one itself where the server asks
 */
record ServerAddress(
    String before, String parameters, String maintenance, String user, Optional<String> password) {

  /** Of a server without passwords, for its superuser. */
  static ServerAddress local(int port) {
    return new ServerAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/", "", "postgres", "postgres", Optional.empty());
  }

  String jdbcUrl(String database) {
    return before + URLEncoder.encode(database, StandardCharsets.UTF_8) + parameters;
  }

  PGSimpleDataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(database));
    source.setUser(user);
    password.ifPresent(source::setPassword);
    return source;
  }

  /** The port; the first where several servers are named. */
  int port() {
    return dataSource(maintenance).getPortNumbers()[0];
  }
}
