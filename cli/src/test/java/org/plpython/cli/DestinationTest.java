package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

/** URLs and users that the driver makes nothing of, or something else than was meant. */
@PlPythonTest
class DestinationTest {
  private final PlPythonDatabase database;

  DestinationTest(PlPythonDatabase database) {
    this.database = database;
  }

  private static Run failure(String message) {
    return new Run(1, "", message + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost",
        "jdbc:postgresql://localhost:port/bookshop",
        "jdbc:postgresql://localhost/a/b",
        "jdbc:postgresql:/bookshop",
        "jdbc:postgresql://localhost/50%"
      })
  void form_is_told_when_the_driver_cannot_read_the_url(String url) {
    assertThat(Verb.whoAmI("--url", url))
        .isEqualTo(
            failure(
                "--url cannot be read: write jdbc:postgresql://HOST:PORT/DATABASE, with a slash"
                    + " behind the port, and %20 and the like for other characters than letters and"
                    + " digits."));
  }

  @Test
  void choices_are_named_when_sslmode_is_none_of_them() {
    assertThat(Verb.whoAmI("--url", "jdbc:postgresql://localhost/bookshop?sslmode=on"))
        .isEqualTo(
            failure(
                "sslmode in --url is none of disable, allow, prefer, require, verify-ca,"
                    + " verify-full."));
  }

  @Test
  void one_user_is_asked_for_when_two_are_named() {
    assertThat(
            Verb.whoAmI(
                "--url", "jdbc:postgresql://localhost/bookshop?user=shop", "--user", "postgres"))
        .isEqualTo(
            failure("--url names the user shop, and --user postgres: leave one of them out."));
    assertThat(Verb.whoAmI("--url", database.jdbcUrl() + "?user=postgres", "--user", "postgres"))
        .isEqualTo(new Run(0, "postgres", ""));
  }

  @Test
  void role_is_asked_for_when_the_user_is_empty() {
    assertThat(Verb.whoAmI("--url", database.jdbcUrl(), "--user", ""))
        .isEqualTo(failure("--user is empty: name a role, or leave it out."));
  }
}
