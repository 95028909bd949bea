package org.plpython.flyway;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The Flyway of a release before this extension: in a class loader that has no class of ours. */
final class FlywayWithoutExtension {
  private final DataSource database;
  private final Path sql;
  private final String[] ignored;

  /**
   * Over SQL files.
   *
   * @param ignored its {@code ignoreMigrationPatterns}
   */
  FlywayWithoutExtension(DataSource database, Path sql, String... ignored) {
    this.database = database;
    this.sql = sql;
    this.ignored = ignored;
  }

  /**
   * Migrates; how many migrations ran.
   *
   * @throws AssertionError if Flyway refuses, with what it says
   */
  int migrate() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      Object configuration =
          loader.loadClass("org.flywaydb.core.Flyway").getMethod("configure").invoke(null);
      set(configuration, "dataSource", DataSource.class, database);
      set(configuration, "locations", String[].class, new String[] {"filesystem:" + sql});
      set(configuration, "ignoreMigrationPatterns", String[].class, ignored);
      Object flyway = configuration.getClass().getMethod("load").invoke(configuration);
      Object result = flyway.getClass().getMethod("migrate").invoke(flyway);
      return result.getClass().getField("migrationsExecuted").getInt(result);
    } catch (ReflectiveOperationException | IOException refused) {
      Throwable cause = refused.getCause() == null ? refused : refused.getCause();
      throw new AssertionError(cause.getMessage(), cause);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void set(Object configuration, String name, Class<?> type, Object value)
      throws ReflectiveOperationException {
    configuration.getClass().getMethod(name, type).invoke(configuration, value);
  }

  private static URL[] urls() {
    List<String> path =
        Arrays.asList(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator));
    return path.stream()
        .map(Path::of)
        .filter(it -> !it.toString().matches(".*flyway-(extension|callback).*"))
        .map(FlywayWithoutExtension::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
