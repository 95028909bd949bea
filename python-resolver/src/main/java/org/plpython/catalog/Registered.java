package org.plpython.catalog;

/**
 * A row of the registry: an object that a deploy of ours installed.
 *
 * @param project whose it is; empty text: nobody said
 * @param kind in SQL's words
 * @param schema its own, or its table's; empty for an event trigger
 * @param name without schema and arguments
 * @param identity as PostgreSQL writes it, always with its schema
 * @param declared its identity as its author wrote it
 * @param source the file that declares it, relative to its root
 * @param checksum of what was wanted, SHA-256
 * @param format of the row
 */
public record Registered(
    String project,
    String kind,
    String schema,
    String name,
    String identity,
    String declared,
    String source,
    String checksum,
    int format) {}
