package org.plpython.flyway;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.plpython.PlPythonException;
import org.plpython.object.TypeMapping;
import org.plpython.resolver.PythonResolver;
import org.plpython.resolver.PythonResolver.Resolved;
import org.plpython.source.Location;
import org.plpython.source.ScriptNaming;

/**
 * Resolves each function and each trigger of the Python sources to one repeatable migration, and
 * each one that they no longer hold to one that removes it; and each Python file that is named like
 * a versioned migration to one. Flyway makes it by itself where this jar is on its class path. It
 * looks at the database over a connection of its own, and writes nothing.
 */
public final class PlPythonMigrationResolver implements MigrationResolver {

  /**
   * The migrations of the locations that {@link PlPythonConfiguration} holds.
   *
   * @throws FlywayException if the database cannot be asked, if more would be removed than may be,
   *     if a location holds no Python file or one of Flyway's own, or if sources hold mistakes; the
   *     message shows all of them
   */
  @Override
  public Collection<ResolvedMigration> resolveMigrations(Context context) {
    try {
      return new RunReader(context, sources(context.configuration)).migrations();
    } catch (PlPythonException mistake) {
      throw new FlywayException(mistake.getMessage(), mistake);
    }
  }

  /**
   * What the locations hold.
   *
   * @throws PlPythonException as above
   */
  static Resolved sources(Configuration configuration) {
    PlPythonConfiguration settings = PlPythonConfiguration.of(configuration);
    List<Location> locations = settings.locations();
    TypeMapping types = settings.typeMapping();
    FlywayLocations.refuseOverlap(locations, Arrays.asList(configuration.getLocations()));
    return new PythonResolver(
            configuration.getClassLoader(), types, FlywayPlaceholders.of(configuration))
        .resolveAll(
            locations,
            new ScriptNaming.Versioned(
                configuration.getSqlMigrationPrefix(),
                configuration.getSqlMigrationSeparator(),
                configuration.isValidateMigrationNaming()));
  }
}
