package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.catalog.DependentAccess;
import org.plpython.catalog.DependentAccess.Grant;
import org.plpython.object.Identifier;

/** Writes who owns an object and who may use it. */
final class DependentAccessStatements {
  private DependentAccessStatements() {}

  /**
   * Gives a new object the owner and exactly the privileges that it had.
   *
   * @param altered what ALTER calls it
   * @param granted what GRANT calls it
   */
  static List<String> restore(String altered, String granted, DependentAccess access) {
    List<String> statements = new ArrayList<>();
    statements.add("ALTER " + altered + " OWNER TO " + Identifier.quote(access.owner()));
    access
        .revoked()
        .forEach(role -> statements.add("REVOKE ALL ON " + granted + " FROM " + role(role)));
    statements.addAll(grant(granted, access.owner(), access.grants()));
    return statements;
  }

  /** In their order, those of one role in one statement. */
  static List<String> grant(String object, String owner, List<Grant> grants) {
    List<String> statements = new ArrayList<>();
    int next = 0;
    while (next < grants.size()) {
      int end = next + 1;
      while (end < grants.size() && isAlike(grants.get(next), grants.get(end))) {
        end++;
      }
      statements.addAll(grantAlike(object, owner, grants.subList(next, end)));
      next = end;
    }
    return statements;
  }

  private static boolean isAlike(Grant one, Grant other) {
    return one.grantor().equals(other.grantor())
        && one.grantee().equals(other.grantee())
        && one.isGrantable() == other.isGrantable();
  }

  /** Only the grantor can grant in his own name; an owner's are his, whoever grants them. */
  private static List<String> grantAlike(String object, String owner, List<Grant> alike) {
    Grant one = alike.get(0);
    String statement =
        "GRANT %s ON %s TO %s%s"
            .formatted(
                alike.stream()
                    .map(DependentAccessStatements::privilege)
                    .collect(Collectors.joining(", ")),
                object,
                role(one.grantee()),
                one.isGrantable() ? " WITH GRANT OPTION" : "");
    return one.grantor().equals(owner)
        ? List.of(statement)
        : DependentSetting.during("role", one.grantor(), List.of(statement));
  }

  private static String privilege(Grant grant) {
    return grant.privilege()
        + grant.column().map(column -> " (" + Identifier.quote(column) + ")").orElse("");
  }

  static String role(Optional<String> name) {
    return name.map(Identifier::quote).orElse("PUBLIC");
  }
}
