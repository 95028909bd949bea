package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.object.SqlText;

/** Writes statements that run under a setting of their own. */
final class DependentSetting {
  private DependentSetting() {}

  /** RESET would lose what the session itself has set. */
  static List<String> during(String setting, String value, List<String> statements) {
    String kept = "plpython." + setting;
    List<String> all = new ArrayList<>();
    all.add(set(kept, "pg_catalog.current_setting('" + setting + "')"));
    all.add(set(setting, SqlText.quote(value)));
    all.addAll(statements);
    all.add(set(setting, "pg_catalog.current_setting('" + kept + "')"));
    return all;
  }

  private static String set(String setting, String value) {
    return "SELECT pg_catalog.set_config('" + setting + "', " + value + ", true)";
  }
}
