/**
 * Lets Flyway find {@link org.plpython.flyway.PlPythonCallback} by {@link java.util.ServiceLoader},
 * from Flyway 11.16 on. It stands apart because earlier versions fail where a service is named that
 * implements an interface they do not have.
 */
package org.plpython.flyway.callback;
