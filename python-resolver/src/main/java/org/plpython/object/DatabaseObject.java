package org.plpython.object;

/** Something that a deploy installs, replaces or removes as one. */
public sealed interface DatabaseObject permits Routine, Aggregate, Trigger, EventTrigger {

  /** What it is, in SQL's words: {@code function}, {@code procedure}, {@code trigger}. */
  String kind();

  /**
   * Its identity within a database, as SQL writes it: {@code shop.gross_price(numeric)} for a
   * routine, {@code shop.book.clean_isbn} for a trigger, {@code audit_ddl} for an event trigger.
   */
  String identity();

  /** When it is installed by adapters that run migrations. */
  Install install();

  /** Where it comes from. */
  Origin origin();

  /** A hash over everything in it that matters to the database. */
  default Checksum checksum() {
    return Checksum.of(this);
  }
}
