package org.plpython.catalog;

/**
 * An object to look for.
 *
 * @param kind in SQL's words
 * @param schema its own, or its table's; empty for an event trigger
 * @param name without schema and arguments
 * @param identity as PostgreSQL writes it, always with its schema
 * @param source the file that declares it, relative to its root
 * @param checksum one that the registry knows, and that was installed so, is not read in detail
 */
public record Wanted(
    String kind, String schema, String name, String identity, String source, String checksum) {}
