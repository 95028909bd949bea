package org.plpython.catalog;

import java.util.Arrays;

/** What an object is that depends on a routine. */
public enum DependentKind {
  TRIGGER("trigger"),
  EVENT_TRIGGER("event trigger"),
  VIEW("view"),
  MATERIALIZED_VIEW("materialized view"),
  RULE("rule"),
  INDEX("index"),
  STATISTICS("statistics object"),
  CONSTRAINT("table constraint"),
  DOMAIN_CONSTRAINT("domain constraint"),
  COLUMN_DEFAULT("default value"),
  GENERATED_COLUMN("generated column"),
  POLICY("policy"),
  /** A table with its columns in a publication. */
  PUBLICATION("publication relation"),
  /** A domain's default; its constraints are objects of their own. */
  DOMAIN("domain"),
  FUNCTION("function"),
  PROCEDURE("procedure"),
  AGGREGATE("aggregate"),
  OPERATOR("operator"),
  CAST("cast"),
  /** Anything else: its identity says what. */
  OTHER("");

  private final String word;

  DependentKind(String word) {
    this.word = word;
  }

  /** The kind that the catalog calls so. */
  static DependentKind of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst().orElse(OTHER);
  }
}
