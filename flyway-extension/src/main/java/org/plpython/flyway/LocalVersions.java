package org.plpython.flyway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.plpython.object.ScriptFile;

/** Which versioned migrations in SQL, Java and Python this instance of an application has. */
final class LocalVersions {
  private static final Pattern JAVA = Pattern.compile("[VB](\\d+(?:_\\d+)*)__.*");

  private LocalVersions() {}

  /** The highest; empty: it has none. */
  static Optional<MigrationVersion> highest(
      MigrationResolver.Context context, List<ScriptFile> scripts) {
    List<MigrationVersion> versions = new ArrayList<>(ofScripts(context));
    for (JavaMigration migration : context.configuration.getJavaMigrations()) {
      Optional.ofNullable(migration.getVersion()).ifPresent(versions::add);
    }
    if (context.resourceProvider instanceof ClassProvider<?> classes) {
      for (Class<?> type : classes.getClasses()) {
        Matcher name = JAVA.matcher(type.getSimpleName());
        if (name.matches()) {
          versions.add(MigrationVersion.fromVersion(name.group(1)));
        }
      }
    }
    scripts.forEach(it -> versions.add(MigrationVersion.fromVersion(it.name().version())));
    return versions.stream().max(MigrationVersion::compareTo);
  }

  private static List<MigrationVersion> ofScripts(MigrationResolver.Context context) {
    Configuration settings = context.configuration;
    Pattern name =
        Pattern.compile(
            "(?:V|B|%s)(\\d+(?:[._]\\d+)*)(?:%s.*|\\..*)"
                .formatted(
                    Pattern.quote(settings.getSqlMigrationPrefix()),
                    Pattern.quote(settings.getSqlMigrationSeparator())),
            Pattern.DOTALL);
    List<MigrationVersion> versions = new ArrayList<>();
    for (var resource :
        context.resourceProvider.getResources("", settings.getSqlMigrationSuffixes())) {
      Matcher matcher = name.matcher(resource.getFilename());
      if (matcher.matches()) {
        versions.add(MigrationVersion.fromVersion(matcher.group(1)));
      }
    }
    return versions;
  }
}
