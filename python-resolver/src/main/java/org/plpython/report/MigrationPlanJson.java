package org.plpython.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.plpython.plan.Item;

/**
 * A migration tool's run for programs; {@code plpython-migrations.schema.json} beside this class
 * says what it holds.
 */
public final class MigrationPlanJson {
  private static final int VERSION = 1;

  private MigrationPlanJson() {}

  /** The same as JSON in ASCII; the same input gives the same bytes. */
  public static String of(MigrationPlan run) {
    return JsonText.of(json -> write(json, run));
  }

  private static void write(JsonWriter json, MigrationPlan run) throws IOException {
    json.beginObject();
    json.name("version").value(VERSION);
    json.name("tool").value(run.tool().toString());
    json.name("migrations").beginArray();
    for (PendingMigration migration : run.migrations()) {
      JsonText.line(json, it -> write(it, migration));
    }
    json.endArray();
    json.name("failures").beginArray();
    for (String failure : run.failures()) {
      json.value(failure);
    }
    json.endArray();
    json.name("waiting").beginArray();
    for (Item item : run.waiting()) {
      JsonText.line(json, it -> write(it, item));
    }
    json.endArray();
    json.name("plan");
    PlanJson.write(json, run.plan());
    json.endObject();
  }

  private static void write(JsonWriter json, PendingMigration migration) throws IOException {
    if (migration.version().isPresent()) {
      json.name("version").value(migration.version().get());
    }
    json.name("description").value(migration.description());
    json.name("type").value(migration.type());
    json.name("state").value(migration.state());
    json.name("script").value(migration.script());
  }

  private static void write(JsonWriter json, Item item) throws IOException {
    json.name("kind").value(item.kind());
    json.name("identity").value(item.identity());
    json.name("source").value(item.source());
  }
}
