package org.plpython.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
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
    ServerProvider provider = provider(context);
    return outermost(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            provider.name(), name -> provider.shared().createDatabase(), PlPythonDatabase.class);
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
      context.getStore(NAMESPACE).put(connection, connection);
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
      if (candidate.getTestMethod().isEmpty()
          && AnnotationSupport.isAnnotated(candidate.getTestClass(), PlPythonTest.class)) {
        found = candidate;
      }
      next = candidate.getParent();
    }
    return found;
  }
}
