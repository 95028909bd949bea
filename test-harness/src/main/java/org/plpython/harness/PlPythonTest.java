package org.plpython.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a JUnit 5 test class a fresh database on the server that the JVM's tests share. The
 * database is dropped after the class.
 *
 * <p>Constructors, test methods and the methods before and after them may have parameters of the
 * types {@link PlPythonDatabase}, {@link javax.sql.DataSource} and {@link java.sql.Connection}.
 *
 * <ul>
 *   <li>The database is the same for all of a class, its {@code @Nested} classes included; test
 *       methods that run in parallel see each other's changes.
 *   <li>Each {@code Connection} is a new one, with autocommit on, so that a method may ask for two
 *       sessions. It is closed after the test method, or after the class where the class as a whole
 *       asked for it ({@code @BeforeAll}).
 * </ul>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(PlPythonExtension.class)
public @interface PlPythonTest {}
