package org.plpython.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Who owns an object and who may use it.
 *
 * @param revoked whose privileges on a new object may not be the right ones, because it starts with
 *     others or because default privileges give some; empty is PUBLIC
 * @param grants what a new object does not have, each after what its grantor needs for it
 */
public record DependentAccess(
    String owner, List<Optional<String>> revoked, List<DependentAccess.Grant> grants) {

  public DependentAccess {
    revoked = List.copyOf(revoked);
    grants = List.copyOf(grants);
  }

  /**
   * One privilege of one role.
   *
   * @param grantee empty: PUBLIC
   * @param privilege as GRANT spells it
   * @param isGrantable with grant option
   * @param column empty: on the whole object
   */
  public record Grant(
      String grantor,
      Optional<String> grantee,
      String privilege,
      boolean isGrantable,
      Optional<String> column) {}
}
