package org.plpython.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A {@link PlPythonTest} that runs once for each of {@link TestedServers}, with a database of its
 * own on each.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PlPythonTest
@ClassTemplate
@ExtendWith(EachServerExtension.class)
public @interface ServerTest {}
