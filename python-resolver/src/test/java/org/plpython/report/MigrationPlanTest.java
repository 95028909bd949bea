package org.plpython.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.plan.Item;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A migration tool's run as text and as JSON. */
class MigrationPlanTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(read());
  private static final MigrationPlan RUN =
      new MigrationPlan(
          MigrationTool.FLYWAY,
          List.of(
              new PendingMigration(
                  Optional.of("7.1"), "add stock", "SQL", "Pending", "V7.1__add_stock.sql"),
              new PendingMigration(
                  Optional.empty(),
                  "function shop.gross(numeric)",
                  "CUSTOM",
                  "Pending",
                  "pricing.py")),
          List.of("Migration checksum mismatch for migration version 1"),
          Plans.NOTHING,
          List.of(new Item("trigger", "shop.book.clean", "isbn.py")));

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(
            MigrationPlanJson.class.getResourceAsStream("plpython-migrations.schema.json"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException error) {
      throw new AssertionError(error);
    }
  }

  private static List<String> mistakes(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  @Test
  void migrations_reasons_and_objects_are_told_when_there_are_some() {
    assertThat(MigrationPlanText.of(RUN, false))
        .isEqualTo(
            """
            run version 7.1 add stock  SQL  (V7.1__add_stock.sql)
            run repeatable function shop.gross(numeric)  CUSTOM  (pricing.py)
            refused: Migration checksum mismatch for migration version 1
            2 migrations to run; refused: none will be run

            wait trigger shop.book.clean  for a migration  (isbn.py)
            nothing to do: 43 objects are as the sources say
            """);
    assertThat(MigrationPlanText.of(RUN, true)).contains("\u001b[32mrun\u001b[m version 7.1");
    assertThat(MigrationPlanJson.of(RUN))
        .isEqualTo(
            """
            {
              "version": 1,
              "tool": "flyway",
              "migrations": [
                {"version": "7.1", "description": "add stock", "type": "SQL", "state": "Pending", "script": "V7.1__add_stock.sql"},
                {"description": "function shop.gross(numeric)", "type": "CUSTOM", "state": "Pending", "script": "pricing.py"}
              ],
              "failures": [
                "Migration checksum mismatch for migration version 1"
              ],
              "waiting": [
                {"kind": "trigger", "identity": "shop.book.clean", "source": "isbn.py"}
              ],
              "plan": {
                "version": 1,
                "summary": {"create": 0, "replace": 0, "recreate": 0, "drop": 0, "unchanged": 43, "drifted": 0, "kept": 0, "refused": 0},
                "changes": [],
                "drifted": [],
                "refusals": [],
                "kept": []
              }
            }
            """);
    assertThat(mistakes(MigrationPlanJson.of(RUN))).isEmpty();
  }

  @Test
  void words_are_liquibases_when_it_is_the_tool() {
    MigrationPlan run =
        new MigrationPlan(
            MigrationTool.LIQUIBASE,
            List.of(
                new PendingMigration(
                    Optional.empty(), "1 by me", "sql", "Pending", "changelog.xml")),
            List.of(),
            Plans.NOTHING,
            List.of(new Item("trigger", "shop.book.clean", "isbn.py")));
    assertThat(MigrationPlanText.of(run, false))
        .isEqualTo(
            """
            run change set 1 by me  sql  (changelog.xml)
            1 change set to run

            wait trigger shop.book.clean  for a change set  (isbn.py)
            nothing to do: 43 objects are as the sources say
            """);
    assertThat(MigrationPlanJson.of(run)).contains("\"tool\": \"liquibase\"");
    assertThat(mistakes(MigrationPlanJson.of(run))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tool",
        "/plan",
        "/migrations/0/description",
        "/migrations/1/script",
        "/waiting/0/identity",
        "/plan/summary"
      })
  void json_is_invalid_when_something_is_lacking(String pointer) {
    JsonNode run = new ObjectMapper().readTree(MigrationPlanJson.of(RUN));
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) run.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    assertThat(mistakes(run.toString())).hasSize(1);
  }

  @Test
  void run_is_refused_or_empty_when_its_parts_are() {
    MigrationPlan nothing =
        new MigrationPlan(MigrationTool.FLYWAY, List.of(), List.of(), Plans.NOTHING, List.of());
    assertThat(nothing.isEmpty()).isTrue();
    assertThat(nothing.isRefused()).isFalse();
    assertThat(RUN.isEmpty()).isFalse();
    assertThat(RUN.isRefused()).isTrue();
    assertThat(
            new MigrationPlan(MigrationTool.FLYWAY, List.of(), List.of(), Plans.REFUSED, List.of())
                .isRefused())
        .isTrue();
  }
}
