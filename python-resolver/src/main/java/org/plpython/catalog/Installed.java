package org.plpython.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object that the database holds.
 *
 * @param kind in SQL's words: {@code function}, {@code trigger}
 * @param schema its own, or its table's; empty for an event trigger
 * @param name without schema and arguments
 * @param identity as PostgreSQL writes it, always with its schema
 * @param table a trigger's, as SQL with its schema
 * @param attributes as {@link SnapshotSql} names and writes them
 * @param signature of a routine
 * @param body of a routine
 * @param recorded the attributes that the registry keeps of the last deploy; empty: it has none
 */
public record Installed(
    long oid,
    String kind,
    String schema,
    String name,
    String identity,
    Optional<String> table,
    SortedMap<String, String> attributes,
    Optional<InstalledSignature> signature,
    Optional<String> body,
    Optional<SortedMap<String, String>> recorded) {
  public Installed {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    recorded = recorded.map(it -> Collections.unmodifiableSortedMap(new TreeMap<>(it)));
  }

  /** The value of an attribute; empty text if it has none. */
  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /**
   * The attributes whose recorded values are not those of today: somebody changed them in the
   * database.
   */
  public List<String> drifted() {
    return recorded.map(before -> differing(before, attributes)).orElse(List.of());
  }

  /** The names whose values in the first differ from those in the second, sorted. */
  public static List<String> differing(Map<String, String> wanted, Map<String, String> present) {
    return wanted.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(present.getOrDefault(entry.getKey(), "")))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
