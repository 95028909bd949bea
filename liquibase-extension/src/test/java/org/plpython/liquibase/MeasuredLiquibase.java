package org.plpython.liquibase;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.resource.ZipResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.postgresql.Driver;

/**
 * Liquibase as the benchmark runs it, in a class loader of its own. Takes a verb, and where: url,
 * user, a folder or a jar, and the changelog in it.
 */
public final class MeasuredLiquibase implements BiConsumer<String, Map<String, String>> {
  /** The JVM forgets the level of a logger that nobody holds. */
  private final Logger logger = Logger.getLogger("liquibase");

  private final Logger ours = Logger.getLogger("org.plpython");

  /** One that says nothing but warnings. */
  public MeasuredLiquibase() {
    logger.setLevel(Level.WARNING);
    ours.setLevel(Level.WARNING);
  }

  @Override
  public void accept(String verb, Map<String, String> where) {
    try {
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false),
          () -> run(verb, where));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String verb, Map<String, String> where) throws Exception {
    // What a JVM remembers of an earlier update that had nothing to do
    Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
    ResourceAccessor files = files(Path.of(where.get("files")));
    try (Database database = database(where)) {
      Liquibase liquibase = new Liquibase(where.get("changelog"), files, database);
      liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
      if (verb.equals("status")) {
        liquibase.reportStatus(true, new Contexts(), new LabelExpression(), new StringWriter());
      } else {
        liquibase.update(new Contexts());
      }
    } finally {
      files.close();
    }
  }

  private static ResourceAccessor files(Path path) throws Exception {
    return Files.isDirectory(path)
        ? new DirectoryResourceAccessor(path)
        : new ZipResourceAccessor(path);
  }

  private static Database database(Map<String, String> where) throws Exception {
    Properties login = new Properties();
    login.put("user", where.get("user"));
    Connection connection = new Driver().connect(where.get("url"), login);
    return DatabaseFactory.getInstance()
        .findCorrectDatabaseImplementation(new JdbcConnection(Objects.requireNonNull(connection)));
  }
}
