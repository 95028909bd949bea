package org.plpython.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plpython.InvalidSettingException;
import org.plpython.catalog.TableName;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Protection;
import picocli.CommandLine.Option;

/** The options that say whose objects are meant, and which of them. */
final class ProjectOptions {
  @Option(
      names = "--project",
      paramLabel = "ID",
      description = {
        "Whose objects these are: any text that no other project in this database has. What this"
            + " project has installed and its sources no longer hold is removed; without a project"
            + " nothing is.",
        "Default: the environment variable PLPYTHON_PROJECT."
      })
  private @Nullable String project;

  @Option(
      names = "--registry",
      paramLabel = "TABLE",
      description = {
        "The table that says what is ours: TABLE or SCHEMA.TABLE. The first deploy creates it.",
        "Default: PLPYTHON_REGISTRY, else plpython_objects, in the first schema of the search path."
      })
  private String registry = PlanSettings.REGISTRY;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Removes objects in this schema alone. May be given several times.",
        "Default: PLPYTHON_SCHEMA, names separated by commas, else all schemas."
      })
  private List<String> schemas = List.of();

  @Option(
      names = "--protect",
      paramLabel = "PATTERN",
      split = ";",
      description = {
        "Never removes objects of such identities: 'shop.legacy(*', 'audit.*'. * stands for any"
            + " characters. May be given several times.",
        "Default: PLPYTHON_PROTECT, patterns separated by semicolons."
      })
  private List<String> patterns = List.of();

  /**
   * The project; empty: nobody's.
   *
   * @throws InvalidArgumentException if it is blank
   */
  Optional<String> project() {
    if (project != null && project.isBlank()) {
      throw new InvalidArgumentException("--project must name a project, or be left out.");
    }
    return Optional.ofNullable(project);
  }

  /**
   * The registry's table.
   *
   * @throws InvalidArgumentException if it is no name
   */
  String registry() {
    try {
      return TableName.checked(registry);
    } catch (InvalidSettingException noName) {
      throw new InvalidArgumentException("--registry " + noName.getMessage() + ".");
    }
  }

  /** Where objects may be removed; empty: everywhere. */
  Set<String> schemas() {
    return Set.copyOf(schemas);
  }

  /** What is never removed. */
  List<Protection> isProtected() {
    return patterns.stream().map(Protection::new).toList();
  }
}
