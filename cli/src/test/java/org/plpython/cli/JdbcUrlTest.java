package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
  private static final String GENERAL = "--url jdbc:postgresql://HOST:PORT/DATABASE --user USER";

  private static String refusal(String url) {
    return String.valueOf(
        catchThrowableOfType(InvalidArgumentException.class, () -> JdbcUrl.of(url)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/bookshop",
        "jdbc:postgresql:bookshop",
        "jdbc:postgresql://[::1]:5433/bookshop",
        "jdbc:postgresql://a:1,b:2/bookshop?targetServerType=primary",
        "jdbc:postgresql://db.example.com/bookshop?user=shop@server&sslmode=require",
        "jdbc:postgresql://h/d?sslpassword=x&passwordCallback=y"
      })
  void url_is_taken_as_it_is_when_it_is_the_drivers(String url) {
    assertThat(JdbcUrl.of(url).text()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgres://h/d                                 | --url 'jdbc:postgresql://h/d'
          postgresql://shop@h:5433/d?sslmode=require     | --url 'jdbc:postgresql://h:5433/d?sslmode=require' --user shop
          PostgreSQL://h                                 | --url 'jdbc:postgresql://h/'
          jdbc:postgres://h/d                            | --url 'jdbc:postgresql://h/d'
          postgres:///d                                  | --url 'jdbc:postgresql://localhost/d'
          postgres://a%40b+c@[::1]:1,h:2/d               | --url 'jdbc:postgresql://[::1]:1,h:2/d' --user a@b+c
          postgres://50%@h/d                             | --url 'jdbc:postgresql://h/d' --user 50%
          postgres://h/d?user=shop&application_name=x    | --url 'jdbc:postgresql://h/d?ApplicationName=x' --user shop
          postgres:///d?host=h&connect_timeout=3&gone=1  | --url 'jdbc:postgresql://localhost/d?host=h&connectTimeout=3'
          """)
  void jdbc_form_is_shown_when_the_url_is_libpqs(String url, String options) {
    assertThat(refusal(url))
        .isEqualTo(
            "--url is not in the form of PostgreSQL's JDBC driver.\n  Write " + options + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgres://shop:SECRET@h/d                            | --url 'jdbc:postgresql://h/d' --user shop
          postgres://:SECRET@h/d                                | --url 'jdbc:postgresql://h/d'
          postgres://h/d?password=SECRET&user=shop              | --url 'jdbc:postgresql://h/d' --user shop
          postgres://h/d?sslmode=require&password=SEC&RET=1     | --url 'jdbc:postgresql://h/d?sslmode=require'
          jdbc:postgresql://shop:SECRET@h/d                     | --url 'jdbc:postgresql://h/d' --user shop
          jdbc:postgresql://h/d?password=SECRET                 | --url 'jdbc:postgresql://h/d'
          jdbc:postgresql://h/d?user=shop&password=SECRET&ssl=1 | --url 'jdbc:postgresql://h/d?ssl=1' --user shop
          jdbc:postgresql://h/d?Password=SECRET                 | --url 'jdbc:postgresql://h/d'
          jdbc:postgresql://h/d?sslpassword=SECRET&password=    | --url 'jdbc:postgresql://h/d'
          jdbc:postgresql://shop:SEC@RET@h/d                    | GENERAL
          jdbc:postgresql://shop:SEC/RET@h/d                    | GENERAL
          jdbc:postgresql://h/d?password=SEC@RET                | GENERAL
          jdbc:postgresql:d?password=SECRET                     | GENERAL
          postgres://shop:SEC@RET@h/d                           | GENERAL
          postgres://shop:SEC/RET@h/d                           | GENERAL
          """)
  void password_is_refused_and_not_repeated_when_the_url_holds_one(String url, String options) {
    assertThat(refusal(url))
        .matches("--url (?:holds a password, where|is not in the form of)[^']*(?s:.*)")
        .doesNotContain("SEC")
        .doesNotContain("RET")
        .endsWith(
            "\n  Write "
                + options.replace("GENERAL", GENERAL)
                + ", and give the password in the environment variable PGPASSWORD or in ~/.pgpass;"
                + " on a terminal it is asked for.");
  }

  @Test
  void user_before_the_host_is_refused_when_the_driver_would_not_see_it() {
    assertThat(refusal("jdbc:postgresql://shop@h/d"))
        .isEqualTo(
            """
            --url has an @, which the JDBC driver does not understand.
              Write --url 'jdbc:postgresql://h/d' --user shop.""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mysql:x                                 | 'mysql:x'
          ''                                      | ''
          localhost/bookshop                      | 'localhost/bookshop'
          mysql://shop:SECRET@h/d                 | --url
          host=h dbname=d password=SECRET         | --url
          shop:SECRET@h/d                         | --url
          """)
  void form_is_told_when_the_url_is_something_else(String url, String named) {
    String quoted = named.isEmpty() ? "''" : named.startsWith("--") ? named : "'" + url + "'";
    assertThat(refusal(url))
        .isEqualTo(
            quoted
                + " is no address of a PostgreSQL database: write"
                + " jdbc:postgresql://HOST:PORT/DATABASE, or embedded:.");
  }
}
