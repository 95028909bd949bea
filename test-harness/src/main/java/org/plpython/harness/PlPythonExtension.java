package org.plpython.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Hands databases and connections to tests; JUnit closes them along with the context they are for.
 */
final class PlPythonExtension implements ParameterResolver {

  static final Namespace NAMESPACE = Namespace.create(PlPythonExtension.class);

  /**
   * So that a connection for a test's constructor is closed after that test, not after the class.
   */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PlPythonDatabase.class || type == DataSource.class || type == Connection.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PlPythonDatabase database = database(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Connection.class) {
      return connection(database, context);
    }
    return type == DataSource.class ? database.dataSource() : database;
  }

  private static PlPythonDatabase database(ExtensionContext context) {
    ExtensionContext outermost = outermost(context);
    PlPythonTest test = annotation(outermost).orElseThrow();
    ServerProvider provider = provider(context);
    return owner(test.scope(), outermost, context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            provider.name(),
            name -> new HeldDatabase(provider.shared().createDatabase(Preparation.of(test))),
            HeldDatabase.class)
        .database();
  }

  /** The context that a database lives as long as. */
  private static ExtensionContext owner(
      PlPythonTest.Scope scope, ExtensionContext outermost, ExtensionContext context) {
    if (scope == PlPythonTest.Scope.CLASS) {
      return outermost;
    }
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "@PlPythonTest(scope = METHOD) has a database for each test: there is none for what runs"
              + " once for "
              + outermost.getDisplayName()
              + " (@BeforeAll, @AfterAll, PER_CLASS)");
    }
    return context;
  }

  /**
   * What somebody else has put into the store of a context around this one, or the JVM's choice.
   */
  private static ServerProvider provider(ExtensionContext context) {
    ServerProvider chosen =
        context.getStore(NAMESPACE).get(ServerProvider.class, ServerProvider.class);
    return chosen == null ? ServerChoice.ofThisJvm().provider() : chosen;
  }

  private static Connection connection(PlPythonDatabase database, ExtensionContext context) {
    try {
      Connection connection = database.connect();
      context.getStore(NAMESPACE).put(connection, new HeldConnection(connection));
      return connection;
    } catch (SQLException e) {
      throw new ParameterResolutionException("Cannot connect to " + database.jdbcUrl(), e);
    }
  }

  /** The context of the annotated class that encloses all others: its nested ones share with it. */
  private static ExtensionContext outermost(ExtensionContext context) {
    ExtensionContext found = context;
    Optional<ExtensionContext> next = Optional.of(context);
    while (next.isPresent()) {
      ExtensionContext candidate = next.get();
      if (candidate.getTestMethod().isEmpty() && annotation(candidate).isPresent()) {
        found = candidate;
      }
      next = candidate.getParent();
    }
    return found;
  }

  private static Optional<PlPythonTest> annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestClass(), PlPythonTest.class);
  }

  /** JUnit before 5.13 closes nothing in its stores but such ones; later ones want both. */
  @SuppressWarnings("deprecation")
  private record HeldDatabase(PlPythonDatabase database)
      implements CloseableResource, AutoCloseable {
    @Override
    public void close() {
      database.close();
    }
  }

  /** The same for a connection. */
  @SuppressWarnings("deprecation")
  private record HeldConnection(Connection connection) implements CloseableResource, AutoCloseable {
    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
