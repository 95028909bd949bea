/**
 * A PostgreSQL 18 with PL/Python (Python 3.14) for tests and demonstrations, taken from Maven
 * Central alone: no Docker, no installed database, no installed Python, no rights of an
 * administrator.
 *
 * <p>In a JUnit 5 or 6 test the annotation is all it takes:
 *
 * <pre>{@code
 * @PlPythonTest
 * class PriceTest {
 *   @Test
 *   void price_is_gross_when_tax_applies(Connection connection) throws SQLException {
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>Elsewhere a server is started and closed by hand:
 *
 * <pre>{@code
 * try (EmbeddedPostgres server = EmbeddedPostgres.start(System.err::println);
 *     PlPythonDatabase database = server.createDatabase()) {
 *   Flyway.configure().dataSource(database.dataSource()).load().migrate();
 * }
 * }</pre>
 *
 * <p>How it works, in the order in which things happen:
 *
 * <ol>
 *   <li>The binaries are unpacked once per machine, some 100 MB, into {@code
 *       $XDG_CACHE_HOME/plpython-migrate} or {@code ~/.cache/plpython-migrate}; the system property
 *       {@code plpython.cache} names another folder. A folder there can be deleted at any time when
 *       no server runs.
 *   <li>The first server's data, with PL/Python installed, are copied and kept there as well; all
 *       later ones begin with a copy of these.
 *   <li>Each server gets a free port of 127.0.0.1 and a directory of its own in the JVM's temporary
 *       folder. It takes no Unix-domain sockets, as their paths must be short.
 *   <li>Root cannot run PostgreSQL. Where the JVM is root's, the server runs in a user namespace of
 *       its own, or as user nobody where that is forbidden; then the cache is {@code
 *       /var/cache/plpython-migrate} if nobody cannot enter root's.
 *   <li>A shell waits on a pipe from the JVM. When the pipe ends, it ends the server and removes
 *       the directory; so nothing is left behind by a build that is killed.
 * </ol>
 *
 * <p>It runs on Linux x86-64 or arm64 with glibc 2.35 or later; elsewhere {@link
 * org.plpython.harness.UnsupportedPlatformException} says what to do instead. On arm64 two more
 * dependencies hold the binaries; a message names them. All other failures are {@link
 * org.plpython.harness.PlPythonServerException}s.
 */
package org.plpython.harness;
