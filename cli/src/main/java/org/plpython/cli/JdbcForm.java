package org.plpython.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.util.PGPropertyUtil;

/**
 * How an address that holds a user, a password, or names of libpq's is written for the driver.
 * Nothing in it is of the password: what cannot be told apart for certain has no such form.
 *
 * @param url without user and password
 * @param user empty: the address named none
 */
record JdbcForm(String url, Optional<String> user) {
  /** One @ at most, and that before the hosts: elsewhere it may be a password's. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "//(?:(?<user>[^@:/?]*)(?::[^@/?]*)?@)?(?<hosts>[^@/?]*)(?:/(?<database>[^@/?]*))?"
              + "(?:\\?(?<parameters>[^@]*))?");

  private static final Map<String, String> NAMES_OF_LIBPQ =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout");

  /** Reads what stands behind the scheme; empty: it is too odd. */
  static Optional<JdbcForm> of(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<String> kept = new ArrayList<>();
    Optional<String> user = Optional.ofNullable(parts.group("user")).map(JdbcForm::decoded);
    for (String parameter : text(parts.group("parameters")).split("&", -1)) {
      String name = parameter.replaceFirst("=.*", "");
      if (name.equals("user")) {
        user = Optional.of(decoded(parameter.substring(parameter.indexOf('=') + 1)));
      } else {
        parameter(name, parameter).ifPresent(kept::add);
      }
    }
    String hosts = parts.group("hosts").isEmpty() ? "localhost" : parts.group("hosts");
    String database = text(parts.group("database"));
    String parameters = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return Optional.of(
        new JdbcForm(
            "jdbc:postgresql://" + hosts + "/" + database + parameters,
            user.filter(name -> !name.isEmpty())));
  }

  /** As the driver names it; none where it is secret, or may be the end of a secret. */
  private static Optional<String> parameter(String name, String text) {
    String ofDriver = NAMES_OF_LIBPQ.getOrDefault(name, name);
    boolean isSecret = name.toLowerCase(Locale.ROOT).contains("password");
    return isSecret
            || PGProperty.forName(PGPropertyUtil.translatePGServiceToPGProperty(ofDriver)) == null
        ? Optional.empty()
        : Optional.of(ofDriver + text.substring(name.length()));
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** A plus sign is one here, and no space. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException halfEncoded) {
      return text;
    }
  }

  /** To be typed. */
  String options() {
    return "--url '" + url + "'" + user.map(name -> " --user " + name).orElse("");
  }
}
