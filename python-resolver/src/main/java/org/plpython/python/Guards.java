package org.plpython.python;

import java.util.Arrays;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** The statements around an import that decide whether it runs and may fail. */
final class Guards {
  private Guards() {}

  /** Where a statement's part stands, when the statement stands there. */
  static Place within(SSTNode statement, SSTNode part, Place place) {
    if (statement instanceof StmtTy.With
        || (statement instanceof StmtTy.Try attempt && holds(attempt.body, part))) {
      return place.withinTry();
    } else if (statement instanceof StmtTy.If condition
        && isTypeChecking(condition.test)
        && holds(condition.body, part)) {
      return place.forTypeCheckers();
    }
    return place;
  }

  private static boolean holds(StmtTy[] body, SSTNode part) {
    return Arrays.stream(body).anyMatch(statement -> statement == part);
  }

  /** Whether a condition holds for type checkers alone. */
  static boolean isTypeChecking(ExprTy test) {
    return (test instanceof ExprTy.Name name && name.id.equals("TYPE_CHECKING"))
        || (test instanceof ExprTy.Attribute attribute && attribute.attr.equals("TYPE_CHECKING"));
  }
}
