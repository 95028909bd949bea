package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.DependentDefinition.View;
import org.plpython.catalog.DependentDefinition.View.Storage;
import org.plpython.object.Identifier;

/** Writes views, materialized or not, with owner, privileges and what is set of their columns. */
final class DependentViewStatements {
  private DependentViewStatements() {}

  static List<String> create(Dependent dependent, View view) {
    String word = DependentStatements.word(dependent);
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE %s %s%s%s%s AS\n%s%s"
            .formatted(
                word,
                dependent.name(),
                view.storage()
                    .map(storage -> " USING " + Identifier.quote(storage.accessMethod()))
                    .orElse(""),
                options(view.options()),
                view.storage()
                    .flatMap(Storage::tablespace)
                    .map(name -> " TABLESPACE " + Identifier.quote(name))
                    .orElse(""),
                view.query(),
                view.storage().map(DependentViewStatements::withData).orElse("")));
    statements.addAll(
        DependentAccessStatements.restore(
            word + " " + dependent.name(), "TABLE " + dependent.name(), view.access()));
    view.columns()
        .forEach(
            column ->
                statements.addAll(DependentColumnStatements.set(word, dependent.name(), column)));
    view.storage().stream()
        .flatMap(storage -> storage.extensions().stream())
        .map(extension -> depends(dependent.name(), extension))
        .forEach(statements::add);
    return statements;
  }

  /** Only a materialized view can. */
  private static String depends(String view, String extension) {
    return "ALTER MATERIALIZED VIEW "
        + view
        + " DEPENDS ON EXTENSION "
        + Identifier.quote(extension);
  }

  private static String withData(Storage storage) {
    return storage.isPopulated() ? "" : "\nWITH NO DATA";
  }

  private static String options(List<String> options) {
    return options.isEmpty() ? "" : " WITH " + DependentColumnStatements.options(options);
  }
}
