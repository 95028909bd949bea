package org.plpython.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plpython.object.TypeMapping;
import picocli.CommandLine.Option;

/** The options that say which SQL types stand for which Python types. */
final class TypeOptions {
  private final Map<String, String> environment;

  @Option(
      names = "--types",
      paramLabel = "TYPES",
      description = {
        "SQL types in place of the guide's, such as int=bigint,str=varchar.",
        "Default: the environment variable PLPYTHON_TYPES."
      })
  private @Nullable String types;

  @Option(
      names = "--compatibility",
      paramLabel = "PROJECT",
      description = {
        "django-plpy: that project's SQL types (varchar, real).",
        "Default: the environment variable PLPYTHON_COMPATIBILITY."
      })
  private @Nullable String compatibility;

  TypeOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The mapping.
   *
   * @throws org.plpython.InvalidSettingException if a type is none
   */
  TypeMapping mapping() {
    return TypeMapping.parse(
        compatibility != null ? compatibility : environment.get("PLPYTHON_COMPATIBILITY"),
        types != null ? types : environment.get("PLPYTHON_TYPES"));
  }
}
