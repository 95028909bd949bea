package org.plpython.flyway;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.output.OperationResult;

/** A plan as Flyway's command line writes it to JSON. */
public final class PlPythonPlanResult implements OperationResult {
  private final Object plan;

  PlPythonPlanResult(FlywayPlan plan) {
    try (JsonReader json = new JsonReader(new StringReader(plan.json()))) {
      this.plan = value(json);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object value(JsonReader json) throws IOException {
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object(json);
      case BEGIN_ARRAY -> array(json);
      case NUMBER -> json.nextInt();
      case BOOLEAN -> json.nextBoolean();
      default -> json.nextString();
    };
  }

  private static Map<String, Object> object(JsonReader json) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      object.put(json.nextName(), value(json));
    }
    json.endObject();
    return object;
  }

  private static List<Object> array(JsonReader json) throws IOException {
    List<Object> array = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      array.add(value(json));
    }
    json.endArray();
    return array;
  }

  /** The verb. */
  public String getOperation() {
    return "plpython-plan";
  }

  /** What {@link FlywayPlan#json} says, as maps, lists, texts and numbers. */
  public Object getPlan() {
    return plan;
  }
}
