package org.plpython.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanJsonTest {
  private static final JsonNode SCHEMA = read();
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(SCHEMA);

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(PlanJson.class.getResourceAsStream("plpython-plan.schema.json"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException error) {
      throw new AssertionError(error);
    }
  }

  private static List<String> mistakes(String json) {
    return VALIDATOR.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  @Test
  void every_change_is_told_when_there_are_some() {
    String json = PlanJson.of(Plans.CHANGES);
    assertThat(json)
        .isEqualTo(
            """
            {
              "version": 1,
              "project": "shop",
              "summary": {"create": 1, "replace": 1, "recreate": 1, "drop": 1, "unchanged": 40, "drifted": 0, "kept": 1, "refused": 0},
              "changes": [
                {
                  "action": "create",
                  "kind": "function",
                  "identity": "shop.net(text)",
                  "reason": "new",
                  "source": "pricing.py",
                  "hazards": [
                    {"id": "overload", "overload": "shop.net(numeric)", "message": "there is also shop.net(numeric), which is not ours: a call may fit both"},
                    {"id": "superuser", "what": "PL/Python is for superusers", "message": "needs a superuser: PL/Python is for superusers"}
                  ],
                  "differences": []
                },
                {
                  "action": "replace",
                  "kind": "function",
                  "identity": "shop.gross(numeric)",
                  "reason": "source changed",
                  "source": "pricing.py",
                  "hazards": [],
                  "differences": [
                    {"attribute": "body", "drift": false},
                    {"attribute": "comment", "before": "", "after": "Gross.\\nWith VAT.", "drift": false},
                    {"attribute": "volatility", "before": "stable", "after": "immutable", "drift": true}
                  ],
                  "diff": "--- in the database\\n+++ in the sources\\n@@ -3,4 +3,4 @@\\n b\\n c\\n d\\n-VAT = 16\\n\\\\ No newline at end of file\\n+VAT = 19\\n"
                },
                {
                  "action": "recreate",
                  "kind": "function",
                  "identity": "shop.label(text, integer)",
                  "was": {"kind": "procedure", "identity": "shop.label(text)"},
                  "reason": "signature changed",
                  "source": "pricing.py",
                  "hazards": [
                    {"id": "lock", "mode": "ACCESS EXCLUSIVE", "table": "shop.book", "message": "locks shop.book in ACCESS EXCLUSIVE mode until the deploy has ended"},
                    {"id": "dependents", "objects": ["view shop.labels", "view shop.more"], "message": "drops and makes again what hangs on it: view shop.labels, view shop.more"}
                  ],
                  "differences": [
                    {"attribute": "kind", "before": "procedure", "after": "function", "drift": false}
                  ]
                },
                {
                  "action": "drop",
                  "kind": "trigger",
                  "identity": "shop.book.audit",
                  "reason": "gone",
                  "source": "old.py",
                  "hazards": [
                    {"id": "lock", "mode": "ACCESS EXCLUSIVE", "table": "shop.book", "message": "locks shop.book in ACCESS EXCLUSIVE mode until the deploy has ended"}
                  ],
                  "differences": []
                }
              ],
              "drifted": [],
              "refusals": [],
              "kept": [
                {"kind": "function", "identity": "shop.legacy()", "source": "legacy.py"}
              ]
            }
            """);
    assertThat(mistakes(json)).isEmpty();
  }

  @Test
  void drift_that_stays_is_told_when_there_is_some() {
    String json = PlanJson.of(Plans.LEFT);
    assertThat(new ObjectMapper().readTree(json).at("/drifted/0/identity").asString())
        .isEqualTo("shop.f()");
    assertThat(mistakes(json)).isEmpty();
  }

  @Test
  void reasons_are_told_when_it_is_refused() {
    String json = PlanJson.of(Plans.REFUSED);
    assertThat(json)
        .contains(
            """
              "changes": [],
              "drifted": [],
              "refusals": [
                {
                  "place": "db/pricing.py:3",
                  "message": "the function shop.f() must be dropped",
                  "advice": "Run this:",
                  "script": "BEGIN;\\nDROP FUNCTION shop.f();\\nCOMMIT;\\n"
                },
                {
                  "message": "the server is a standby",
                  "advice": ""
                }
              ],
            """);
    assertThat(mistakes(json)).isEmpty();
  }

  @Test
  void text_is_ascii_and_means_the_same_when_values_hold_anything() {
    String value = "é \u0000\u007f \ud83d\ude00 \"\\\u2028</script>";
    String json = PlanJson.of(Plans.commented(value, ""));
    assertThat(json).matches("\\p{ASCII}*").doesNotContain("\u007f");
    assertThat(new ObjectMapper().readTree(json).at("/changes/0/differences/0/before").asString())
        .isEqualTo(value);
    assertThat(mistakes(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/version",
        "/summary",
        "/changes/0/action",
        "/changes/0/hazards/0/id",
        "/changes/1/differences/0/drift",
        "/changes/2/was/kind",
        "/drifted",
        "/kept/0/identity"
      })
  void json_is_invalid_when_something_is_lacking(String pointer) {
    JsonNode plan = new ObjectMapper().readTree(PlanJson.of(Plans.CHANGES));
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) plan.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    assertThat(mistakes(plan.toString())).hasSize(1);
  }

  @Test
  void every_field_is_described_when_the_schema_is_read() {
    SCHEMA.findValues("properties").stream()
        .flatMap(fields -> fields.propertyStream())
        .forEach(
            field -> {
              JsonNode told = field.getValue();
              String reference = told.path("$ref").asString("");
              JsonNode definition = reference.isEmpty() ? told : SCHEMA.at(reference.substring(1));
              assertThat(told.has("description") || definition.has("description"))
                  .as(field.getKey())
                  .isTrue();
            });
  }

  @Test
  void example_is_valid_when_the_page_shows_it() throws IOException {
    String page = Files.readString(Path.of("../docs/plan.md"));
    String json = page.substring(page.indexOf("```json\n") + 8);
    assertThat(mistakes(json.substring(0, json.indexOf("```")))).isEmpty();
  }
}
