package org.plpython.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/** Where a connection goes to, and as whom, as the driver reads the URL. */
final class Destination {
  private final Properties known;
  private final SslMode sslMode;

  private Destination(Properties known, SslMode sslMode) {
    this.known = known;
    this.sslMode = sslMode;
  }

  /**
   * What the driver makes of a URL; it reads the password file for that.
   *
   * @param properties those that the URL overrides
   * @throws InvalidArgumentException if it makes nothing of it
   */
  static Destination of(JdbcUrl url, Properties properties) {
    Optional<Properties> known = parse(url, properties);
    if (known.isEmpty()) {
      throw new InvalidArgumentException(
          "--url cannot be read: write jdbc:postgresql://HOST:PORT/DATABASE, with a slash behind the"
              + " port, and %20 and the like for other characters than letters and digits.");
    }
    try {
      return new Destination(known.get(), SslMode.of(known.get()));
    } catch (PSQLException unknown) {
      throw new InvalidArgumentException(
          "sslmode in --url is none of disable, allow, prefer, require, verify-ca, verify-full.");
    }
  }

  private static Optional<Properties> parse(JdbcUrl url, Properties properties) {
    try {
      return Optional.ofNullable(Driver.parseURL(url.text(), properties));
    } catch (StringIndexOutOfBoundsException wrongLine) {
      throw new InvalidArgumentException(
          "The password file (~/.pgpass, or where PGPASSFILE points) has a line that ends too early:"
              + " each is HOST:PORT:DATABASE:USER:PASSWORD.");
    }
  }

  /** For messages: {@code db.example.com:5432}, or several with commas. */
  String servers() {
    String[] hosts = get(PGProperty.PG_HOST).split(",", -1);
    String[] ports = get(PGProperty.PG_PORT).split(",", -1);
    List<String> servers = new ArrayList<>();
    for (int i = 0; i < hosts.length; i++) {
      servers.add(hosts[i] + ":" + ports[i]);
    }
    return String.join(",", servers);
  }

  String database() {
    return get(PGProperty.PG_DBNAME);
  }

  String user() {
    return get(PGProperty.USER);
  }

  SslMode sslMode() {
    return sslMode;
  }

  /** Whether a server of any kind will do, be it a primary or a standby. */
  boolean takesAnyServer() {
    return get(PGProperty.TARGET_SERVER_TYPE).equals("any");
  }

  /** Another database of the same servers. */
  JdbcUrl withDatabase(String name) {
    return new JdbcUrl("jdbc:postgresql://" + servers() + "/" + name);
  }

  /** All that the driver goes by, the password among it. */
  Properties properties() {
    return known;
  }

  private String get(PGProperty property) {
    return String.valueOf(property.getOrDefault(known));
  }
}
