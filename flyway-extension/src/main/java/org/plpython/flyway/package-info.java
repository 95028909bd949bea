/**
 * Shows Python functions and triggers to Flyway as repeatable migrations. Flyway finds this package
 * by {@link java.util.ServiceLoader}; its users set {@code flyway.plpython.locations} or nothing.
 */
package org.plpython.flyway;
