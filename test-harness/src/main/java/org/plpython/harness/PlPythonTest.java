package org.plpython.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a JUnit 5 or 6 test class a fresh database on the server that the JVM's tests share; {@link
 * PlPythonServer} tells which one. The database is dropped after the class, or after each test.
 *
 * <p>Constructors, test methods and the methods before and after them may have parameters of the
 * types {@link PlPythonDatabase}, {@link javax.sql.DataSource} and {@link java.sql.Connection}.
 *
 * <ul>
 *   <li>The database is the same for all of a class, its {@code @Nested} classes included, unless
 *       {@link #scope()} says otherwise; test methods that run in parallel see each other's
 *       changes.
 *   <li>Each {@code Connection} is a new one, with autocommit on, so that a method may ask for two
 *       sessions. It is closed after the test method, or after the class where the class as a whole
 *       asked for it ({@code @BeforeAll}).
 *   <li>What {@link #flyway()}, {@link #liquibase()} and {@link #locations()} say is done once in a
 *       JVM, for all classes that say the same; each database is a copy of the result. Roles, and
 *       settings made with ALTER DATABASE, are no part of a copy.
 * </ul>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(PlPythonExtension.class)
public @interface PlPythonTest {

  /**
   * The folders of the Python sources, such as {@code classpath:db/plpython}. Without {@link
   * #flyway()} and {@link #liquibase()} they are deployed as {@code plpython apply} does; with one
   * of these, they are its setting {@code plpython.locations}; Flyway reads that only with {@code
   * tools.jackson.core:jackson-databind} on the class path.
   *
   * @return empty: nothing is deployed, or what the tool finds by itself
   */
  String[] locations() default {};

  /**
   * Where Flyway's migrations are, such as {@code classpath:db/migration}: Flyway migrates the
   * database before the tests. It must be on the class path.
   *
   * @return empty: Flyway does nothing
   */
  String[] flyway() default {};

  /**
   * Liquibase's changelog, a file on the class path such as {@code db/changelog.xml}: Liquibase
   * updates the database before the tests. It must be on the class path.
   *
   * @return empty: Liquibase does nothing
   */
  String liquibase() default "";

  /**
   * How long a database lives.
   *
   * @return as long as the class, unless said otherwise
   */
  Scope scope() default Scope.CLASS;

  /** How long a database lives. */
  enum Scope {
    /** As long as the tests of a class and its nested classes. */
    CLASS,
    /** As long as one test, each repetition for itself. {@code @BeforeAll} can have none then. */
    METHOD
  }
}
