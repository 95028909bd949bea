package org.plpython.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.plpython.plan.Change;
import org.plpython.plan.Difference;
import org.plpython.plan.Item;
import org.plpython.plan.Plan;
import org.plpython.plan.Refusal;

/** A plan for programs; {@code plpython-plan.schema.json} beside this class says what it holds. */
public final class PlanJson {
  private static final int VERSION = 1;

  private final JsonWriter json;

  private PlanJson(JsonWriter json) {
    this.json = json;
  }

  /** The plan as JSON in ASCII; the same plan gives the same bytes. */
  public static String of(Plan plan) {
    return JsonText.of(json -> write(json, plan));
  }

  /** Writes it where a value is to stand. */
  static void write(JsonWriter json, Plan plan) throws IOException {
    new PlanJson(json).write(plan);
  }

  private void write(Plan plan) throws IOException {
    json.beginObject();
    json.name("version").value(VERSION);
    optional("project", plan.project());
    json.name("summary");
    JsonText.line(json, it -> writeSummary(plan));
    json.name("changes").beginArray();
    for (Change change : plan.changes()) {
      write(change);
    }
    json.endArray();
    json.name("drifted").beginArray();
    for (Change change : plan.drifted()) {
      write(change);
    }
    json.endArray();
    json.name("refusals").beginArray();
    for (Refusal refusal : plan.refusals()) {
      write(refusal);
    }
    json.endArray();
    json.name("kept").beginArray();
    for (Item item : plan.kept()) {
      JsonText.line(json, it -> writeItem(item));
    }
    json.endArray();
    json.endObject();
  }

  private void writeSummary(Plan plan) throws IOException {
    json.name("create").value(plan.count(Change.Create.class));
    json.name("replace").value(plan.count(Change.Replace.class));
    json.name("recreate").value(plan.count(Change.Recreate.class));
    json.name("drop").value(plan.count(Change.Drop.class));
    json.name("unchanged").value(plan.unchanged());
    json.name("drifted").value(plan.drifted().size());
    json.name("kept").value(plan.kept().size());
    json.name("refused").value(plan.refusals().size());
  }

  private void write(Change change) throws IOException {
    json.beginObject();
    json.name("action").value(change.action());
    writeKindAndIdentity(change.item().kind(), change.item().identity());
    if (change instanceof Change.Recreate recreate && Changes.isRenamed(recreate)) {
      json.name("was");
      JsonText.line(
          json, it -> writeKindAndIdentity(recreate.before().kind(), recreate.before().identity()));
    }
    json.name("reason").value(change.reason().toString());
    json.name("source").value(change.item().source());
    new HazardsJson(json).write(change.hazards());
    write(change.differences());
    json.endObject();
  }

  private void write(List<Difference> differences) throws IOException {
    json.name("differences").beginArray();
    for (Difference difference : differences) {
      JsonText.line(json, it -> writeDifference(difference));
    }
    json.endArray();
    for (Difference difference : differences) {
      if (difference.attribute().equals(Changes.BODY)) {
        json.name("diff").value(diff(difference));
      }
    }
  }

  /** The values of a body are long, and the other field tells them. */
  private void writeDifference(Difference difference) throws IOException {
    json.name("attribute").value(difference.attribute());
    if (!difference.attribute().equals(Changes.BODY)) {
      json.name("before").value(difference.before());
      json.name("after").value(difference.after());
    }
    json.name("drift").value(difference.isDrift());
  }

  private static String diff(Difference body) {
    return String.join("\n", UnifiedDiff.lines(body.before(), body.after())) + "\n";
  }

  private void write(Refusal refusal) throws IOException {
    json.beginObject();
    optional("place", refusal.place());
    json.name("message").value(refusal.message());
    json.name("advice").value(refusal.advice());
    optional("script", refusal.script());
    json.endObject();
  }

  private void writeItem(Item item) throws IOException {
    writeKindAndIdentity(item.kind(), item.identity());
    json.name("source").value(item.source());
  }

  private void writeKindAndIdentity(String kind, String identity) throws IOException {
    json.name("kind").value(kind);
    json.name("identity").value(identity);
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.name(name).value(value.get());
    }
  }
}
