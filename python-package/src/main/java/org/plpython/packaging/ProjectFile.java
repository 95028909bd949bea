package org.plpython.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What a pyproject.toml says of a package (PEP 621), as far as this one says it.
 *
 * @param packages those that are shipped, with dots
 * @param entryPoints by their groups and names
 */
record ProjectFile(
    String name,
    String version,
    String summary,
    String requiresPython,
    String license,
    String readme,
    List<String> classifiers,
    List<String> packages,
    SortedMap<String, SortedMap<String, String>> entryPoints) {

  /**
   * Reads it.
   *
   * @throws InvalidPackageException if something of these is missing
   */
  static ProjectFile read(Path file) {
    JsonNode whole = new TomlMapper().readTree(file.toFile());
    JsonNode project = whole.path("project");
    return new ProjectFile(
        text(project, "name"),
        text(project, "version"),
        text(project, "description"),
        text(project, "requires-python"),
        text(project, "license"),
        text(project, "readme"),
        texts(project.path("classifiers")),
        texts(whole.path("tool").path("setuptools").path("packages")),
        groups(project.path("entry-points")));
  }

  private static String text(JsonNode project, String key) {
    JsonNode value = project.path(key);
    if (!value.isString()) {
      throw new InvalidPackageException("pyproject.toml says no text for project." + key);
    }
    return value.stringValue();
  }

  private static List<String> texts(JsonNode values) {
    return values.valueStream().map(JsonNode::stringValue).toList();
  }

  private static SortedMap<String, SortedMap<String, String>> groups(JsonNode groups) {
    return groups
        .propertyStream()
        .collect(sorted(Map.Entry::getKey, group -> points(group.getValue())));
  }

  private static SortedMap<String, String> points(JsonNode group) {
    return group
        .propertyStream()
        .collect(sorted(Map.Entry::getKey, point -> point.getValue().stringValue()));
  }

  private static <T, V> Collector<T, ?, SortedMap<String, V>> sorted(
      Function<T, String> key, Function<T, V> value) {
    return Collectors.toMap(
        key,
        value,
        (a, b) -> {
          throw new IllegalStateException("a key twice: " + a);
        },
        TreeMap::new);
  }
}
