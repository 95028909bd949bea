package org.plpython.harness;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the address of a server that somebody else runs. */
final class GivenServer {

  static final String USER = "plpython.test.user";
  static final String USER_VARIABLE = "PLPYTHON_TEST_USER";
  static final String PASSWORD = "plpython.test.password";
  static final String PASSWORD_VARIABLE = "PLPYTHON_TEST_PASSWORD";

  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql:(//[^/?]*)?/?([^?]*)(?:\\?(.*))?");

  private GivenServer() {}

  /**
   * Role and password are the settings', else the URL's, else the operating system's user and what
   * PGPASSWORD says.
   *
   * @param url a JDBC URL of PostgreSQL's driver
   * @param settings gives a setting by its property's and its variable's name; empty: not set
   */
  static ServerAddress of(String url, BinaryOperator<String> settings) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("only asked for JDBC URLs of PostgreSQL");
    }
    List<String> parameters =
        Arrays.stream(Optional.ofNullable(parts.group(3)).orElse("").split("&", -1))
            .filter(parameter -> !parameter.isEmpty())
            .toList();
    String user =
        first(settings.apply(USER, USER_VARIABLE), value(parameters, "user"))
            .orElseGet(() -> System.getProperty("user.name", "postgres"));
    return new ServerAddress(
        "jdbc:postgresql:" + Optional.ofNullable(parts.group(1)).orElse("//localhost") + "/",
        withoutCredentials(parameters),
        first(decoded(parts.group(2)), user).orElse(user),
        user,
        first(
            settings.apply(PASSWORD, PASSWORD_VARIABLE),
            value(parameters, "password"),
            settings.apply("", "PGPASSWORD")));
  }

  private static Optional<String> first(String... candidates) {
    return Arrays.stream(candidates).filter(candidate -> !candidate.isEmpty()).findFirst();
  }

  private static String value(List<String> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> decoded(parameter.substring(name.length() + 1)))
        .findFirst()
        .orElse("");
  }

  private static String withoutCredentials(List<String> parameters) {
    String others =
        parameters.stream()
            .filter(parameter -> !parameter.matches("(user|password)=.*"))
            .collect(Collectors.joining("&"));
    return others.isEmpty() ? "" : "?" + others;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
