package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.DependentDefinition.Index;
import org.plpython.catalog.DependentIndex;
import org.plpython.object.Identifier;

/** Writes indexes with all that somebody has set of them. */
final class DependentIndexStatements {
  private DependentIndexStatements() {}

  /** Those on partitions are made one by one, as each has its own name and settings. */
  static List<String> create(Index index) {
    List<String> statements = new ArrayList<>();
    for (DependentIndex one : index.indexes()) {
      statements.add(one.sql());
      one.parent()
          .map(parent -> "ALTER INDEX " + parent + " ATTACH PARTITION " + one.name())
          .ifPresent(statements::add);
      statements.addAll(set(one));
    }
    return statements;
  }

  /** Sets what a new index does not have. */
  static List<String> set(DependentIndex index) {
    String alter = "ALTER INDEX " + index.name() + " ";
    List<String> statements = new ArrayList<>();
    index
        .tablespace()
        .ifPresent(name -> statements.add(alter + "SET TABLESPACE " + Identifier.quote(name)));
    index
        .statistics()
        .forEach(
            one ->
                statements.add(
                    alter + "ALTER COLUMN " + one.column() + " SET STATISTICS " + one.target()));
    index
        .extensions()
        .forEach(name -> statements.add(alter + "DEPENDS ON EXTENSION " + Identifier.quote(name)));
    if (index.isClustered()) {
      statements.add(onTable(index, "CLUSTER ON "));
    }
    if (index.isReplicaIdentity()) {
      statements.add(onTable(index, "REPLICA IDENTITY USING INDEX "));
    }
    index
        .comment()
        .ifPresent(
            text -> statements.add(DependentStatements.comment("INDEX " + index.name(), text)));
    return statements;
  }

  /** Here an index goes without its schema, which is its table's. */
  private static String onTable(DependentIndex index, String action) {
    return "ALTER TABLE " + index.table() + " " + action + index.shortName();
  }
}
