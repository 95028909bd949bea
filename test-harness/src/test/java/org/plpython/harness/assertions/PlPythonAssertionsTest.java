package org.plpython.harness.assertions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plpython.harness.assertions.PlPythonAssertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;
import org.plpython.harness.PlPythonTest.Scope;

/** What passes, and what is said of what does not, to the letter. */
@PlPythonTest(scope = Scope.METHOD)
class PlPythonAssertionsTest {
  private final PlPythonDatabase database;

  PlPythonAssertionsTest(PlPythonDatabase database, Connection connection) throws SQLException {
    connection.createStatement().execute("CREATE TABLE book (isbn text, stock int)");
    database.deploy("classpath:harness/shop");
    this.database = database;
  }

  @Test
  void passes_when_function_returns_what_is_expected() {
    assertThat(database).calling("gross", new BigDecimal("10")).returns(new BigDecimal("11.9"));
    assertThat(database).calling("gross", 10).returns(11.90);
    assertThat(database).calling("joined", List.of("a", "b"), 2).returns("a-ba-b");
    assertThat(database).calling("joined", List.of("a"), null).returns(null).succeeds();
    assertThat(database).calling("tags", "be or").returns("{\"be\": 2, \"or\": 2}");
  }

  @Test
  void values_of_every_kind_go_there_and_back() {
    for (Object value :
        List.of(
            true,
            7L,
            new BigDecimal("1.50"),
            1.5,
            UUID.fromString("aad03681-8b63-5304-89e0-8ca8f49461b5"),
            LocalDate.of(2026, 11, 25),
            OffsetDateTime.parse("2026-11-25T12:00:00+01:00"),
            new byte[] {0, 1},
            List.of("a", "ü"),
            Arrays.asList(1, null, 3))) {
      assertThat(database).running("SELECT ?", value).returns(value);
    }
    assertThat(database).running("VALUES (1), (2)").returnsAll(1, 2);
    assertThat(database).running("SELECT 1, 'b'").returnsRow(1, "b");
  }

  @Test
  void triggers_effect_is_seen_when_a_statement_returns_it() {
    assertThat(database)
        .running("INSERT INTO book VALUES (?, 3) RETURNING isbn, stock", "0-1-2")
        .returnsRow("012", 3);
    assertThat(database).running("SELECT isbn FROM book").returns("012");
  }

  @Test
  void passes_when_attributes_are_as_expected() {
    assertThat(database)
        .function("gross(numeric)")
        .isImmutable()
        .isParallelSafe()
        .isStrict()
        .isOwnedBy("postgres")
        .hasResult("numeric")
        .hasComment("With tax.");
    assertThat(database).function("joined(text[], integer)").isVolatile().hasComment(null);
    assertThat(database)
        .trigger("book.cleaned")
        .isEnabled()
        .callsFunction("clean")
        .hasDefinition("BEFORE INSERT ON public.book FOR EACH ROW EXECUTE FUNCTION clean()");
  }

  @Test
  void passes_when_nothing_is_to_be_deployed() {
    assertThat(database).isUpToDate();
    assertThat(database).withSources("classpath:harness/shop").isUpToDate();
  }

  @Test
  void both_values_are_told_when_another_is_returned() {
    assertFails(
        () -> assertThat(database).calling("gross", 10).returns(new BigDecimal("11.91")),
        """
        Expecting
          gross(10)
        to return
          11.91
        but it returned
          11.90""");
    assertFails(
        () ->
            assertThat(database).calling("joined", List.of("a", "b"), 1).as("parts").returns("ab"),
        """
        [parts] Expecting
          joined(["a", "b"], 1)
        to return
          "ab"
        but it returned
          "a-b\"""");
  }

  @Test
  void rows_are_told_when_there_are_others() {
    assertFails(
        () -> assertThat(database).running("VALUES (1, 'a'), (2, NULL)").returnsRow(1, "a"),
        """
        Expecting
          VALUES (1, 'a'), (2, NULL)
        to return the row
          1, "a"
        but it returned
          1, "a"
          2, null""");
    assertFails(
        () -> assertThat(database).running("DELETE FROM book").returnsAll(1, 2),
        """
        Expecting
          DELETE FROM book
        to return the rows
          1
          2
        but it returned nothing""");
  }

  @Test
  void authors_line_is_told_when_a_call_fails_unexpectedly() {
    assertFails(
        () -> assertThat(database).calling("gross", -1).returns(0),
        """
        Expecting
          gross(-1)
        to return
          0
        but it failed with:
          ERROR: ValueError: -1 is no price
          Traceback (most recent call last):
            File "harness/shop/pricing.py", line 9, in gross
              return checked(net) * Decimal("1.19")
            File "harness/shop/pricing.py", line 14, in checked
              raise ValueError(f"{net} is no price")
          PL/Python function "gross", harness/shop/pricing.py:7""");
  }

  @Test
  void passes_when_a_call_fails_as_and_where_expected() {
    assertThat(database)
        .calling("gross", -1)
        .failsWith("ValueError: -1 is no price")
        .at("pricing.py", 14)
        .at("shop/pricing.py", 9);
    assertThat(database).running("SELECT 1/0").failsWith("division by zero");
  }

  @Test
  void both_are_told_when_a_call_fails_otherwise() {
    assertFails(
        () -> assertThat(database).calling("gross", 1).failsWith("ValueError: no"),
        """
        Expecting
          gross(1)
        to fail with
          ValueError: no
        but it returned
          1.19""");
    assertFails(
        () -> assertThat(database).running("SELECT 1/0").failsWith("ValueError: no"),
        """
        Expecting
          SELECT 1/0
        to fail with
          ValueError: no
        but it failed with:
          ERROR: division by zero""");
    assertFails(
        () -> assertThat(database).running("SELECT 1/0").at("pricing.py", 14),
        """
        Expecting
          SELECT 1/0
        to fail at
          pricing.py:14
        but it failed with:
          ERROR: division by zero""");
    assertThatThrownBy(() -> assertThat(database).calling("gross", -1).at("icing.py", 14))
        .hasMessageStartingWith("Expecting\n  gross(-1)\nto fail at\n  icing.py:14\nbut it failed");
  }

  @Test
  void object_is_named_when_it_is_missing_or_another() {
    assertFails(
        () -> assertThat(database).function("gross(text)"),
        """
        Expecting
          function gross(text)
        to be installed, but there is none""");
    assertFails(
        () -> assertThat(database).trigger("book.missing"),
        """
        Expecting
          trigger book.missing
        to be installed, but there is none""");
    assertFails(
        () -> assertThat(database).function("gross(numeric)").isStable(),
        """
        Expecting
          function gross(numeric)
        to have the volatility
          "stable"
        but it has
          "immutable\"""");
    assertThat(database).running("ALTER TABLE book DISABLE TRIGGER cleaned").succeeds();
    assertThat(database).trigger("book.cleaned").isDisabled();
  }

  @Test
  void plan_is_told_when_something_is_to_be_deployed() {
    assertThat(database).running("ALTER FUNCTION tags(text) STABLE").succeeds();

    assertFails(
        () -> assertThat(database).isUpToDate(),
        """
        Expecting
          %s
        to be up to date with
          classpath:harness/shop
        but a deploy would do this:
          replace function public.tags(text)  drifted  (pricing.py)
              volatility: stable -> volatile  changed in the database since the last deploy
          1 to replace, 4 unchanged"""
            .formatted(database.name()));
  }

  @Test
  void project_is_found_when_it_is_the_only_one() {
    String rename = "UPDATE plpython_objects SET project = ?";
    assertThat(database).running(rename, "shop").succeeds();
    assertThat(database).isUpToDate().ofProject("shop").isUpToDate();

    assertThat(database).running(rename + " WHERE kind = 'trigger'", "other").succeeds();
    assertFails(
        () -> assertThat(database).isUpToDate(),
        "The database has objects of several projects, other, shop: name one by ofProject(...)");
  }

  @Test
  void sources_are_asked_for_when_none_are_known() {
    assertFails(
        () -> new DatabaseAssert(database, List.of()).isUpToDate(),
        "Which Python sources are deployed is not known: name them by withSources(...)");
  }

  private static void assertFails(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }
}
