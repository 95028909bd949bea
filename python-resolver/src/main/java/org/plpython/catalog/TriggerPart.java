package org.plpython.catalog;

import java.util.Optional;

/**
 * A trigger on its table, or what PostgreSQL made of it on a partition of that.
 *
 * @param schema of the table
 * @param table as SQL, with its schema
 * @param state pg_trigger.tgenabled
 */
public record TriggerPart(String schema, String table, String state, Optional<String> comment) {}
