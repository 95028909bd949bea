package liquibase.counterexample;

/** Stands for a migration tool, as this module knows none. */
public interface MigrationTool {}
