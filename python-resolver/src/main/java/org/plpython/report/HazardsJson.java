package org.plpython.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.plpython.plan.Hazard;

/** Hazards for programs. */
final class HazardsJson {
  private final JsonWriter json;

  HazardsJson(JsonWriter json) {
    this.json = json;
  }

  void write(List<Hazard> hazards) throws IOException {
    json.name("hazards").beginArray();
    for (Hazard hazard : hazards) {
      JsonText.line(json, it -> write(hazard));
    }
    json.endArray();
  }

  private void write(Hazard hazard) throws IOException {
    json.name("id").value(hazard.id());
    if (hazard instanceof Hazard.Lock lock) {
      json.name("mode").value(lock.mode());
      json.name("table").value(lock.table());
    } else if (hazard instanceof Hazard.Dependents dependents) {
      json.name("objects").beginArray();
      for (String object : dependents.identities()) {
        json.value(object);
      }
      json.endArray();
    } else if (hazard instanceof Hazard.Overload overload) {
      json.name("overload").value(overload.identity());
    } else if (hazard instanceof Hazard.Superuser superuser) {
      json.name("what").value(superuser.what());
    }
    json.name("message").value(hazard.message());
  }
}
