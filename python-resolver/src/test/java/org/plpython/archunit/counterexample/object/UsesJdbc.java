package org.plpython.archunit.counterexample.object;

import java.sql.Connection;

/** Talks to a database, and is not in a package that may. */
public record UsesJdbc(Connection connection) {}
