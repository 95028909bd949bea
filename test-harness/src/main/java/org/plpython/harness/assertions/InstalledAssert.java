package org.plpython.harness.assertions;

import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an installed object, whatever its kind. */
abstract class InstalledAssert<S extends InstalledAssert<S>> extends AbstractAssert<S, CatalogRow> {

  private final CatalogRow row;

  InstalledAssert(CatalogRow row, Class<S> type) {
    super(row, type);
    this.row = row;
    if (row.attributes().isEmpty()) {
      throw failure("Expecting%n  %s%nto be installed, but there is none", row.what());
    }
  }

  /**
   * Checks its comment.
   *
   * @param comment null: it has none
   */
  public final S hasComment(@Nullable String comment) {
    return has("comment", comment);
  }

  final S has(String attribute, @Nullable String expected) {
    String present = row.attributes().get(attribute);
    if (!Objects.equals(present, expected)) {
      throw failure(
          "Expecting%n  %s%nto have the %s%n  %s%nbut it has%n  %s",
          row.what(), attribute, Shown.value(expected), Shown.value(present));
    }
    return myself;
  }
}
