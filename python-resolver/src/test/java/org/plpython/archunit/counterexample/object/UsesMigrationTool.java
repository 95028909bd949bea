package org.plpython.archunit.counterexample.object;

import liquibase.counterexample.MigrationTool;

/** Knows a migration tool, which nothing here may. */
public record UsesMigrationTool(MigrationTool tool) {}
