package org.plpython.harness;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A PostgreSQL that is installed on this machine.
 *
 * @param version its major version
 * @param programs the folder of {@code initdb} and {@code postgres}
 * @param module PL/Python's library; empty: it has none
 */
record LocalInstallation(int version, Path programs, Optional<Path> module) {}
