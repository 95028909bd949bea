package org.plpython.packaging;

import java.util.SortedMap;
import java.util.stream.Collectors;

/** Writes the files of a distribution that say what it is (core metadata 2.4). */
final class Metadata {
  private final ProjectFile project;
  private final String readme;

  /**
   * Of a project.
   *
   * @param readme the text of its README, in Markdown
   */
  Metadata(ProjectFile project, String readme) {
    this.project = project;
    this.readme = readme;
  }

  /** METADATA of a wheel, and PKG-INFO of sources. */
  String metadata() {
    String classifiers =
        project.classifiers().stream()
            .map(classifier -> "Classifier: " + classifier + "\n")
            .collect(Collectors.joining());
    return """
        Metadata-Version: 2.4
        Name: %s
        Version: %s
        Summary: %s
        License-Expression: %s
        License-File: LICENSE
        %sRequires-Python: %s
        Description-Content-Type: text/markdown

        %s"""
        .formatted(
            project.name(),
            project.version(),
            project.summary(),
            project.license(),
            classifiers,
            project.requiresPython(),
            readme);
  }

  /** WHEEL. */
  String wheel() {
    return """
        Wheel-Version: 1.0
        Generator: plpython-migrate
        Root-Is-Purelib: true
        Tag: py3-none-any
        """;
  }

  /** entry_points.txt. */
  String entryPoints() {
    return project.entryPoints().entrySet().stream()
        .map(group -> "[" + group.getKey() + "]\n" + points(group.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String points(SortedMap<String, String> points) {
    return points.entrySet().stream()
        .map(point -> point.getKey() + " = " + point.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
