package org.plpython.python;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plpython.python.Statement.Other.Effect;
import org.plpython.thirdparty.pegparser.sst.CmpOpTy;
import org.plpython.thirdparty.pegparser.sst.ConstantValue;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** Recognises the statements that have no effect on what others bound. */
final class Effects {
  private static final Set<String> IMMUTABLE_TYPES =
      Set.of(
          "Decimal",
          "Fraction",
          "UUID",
          "ZoneInfo",
          "bool",
          "bytes",
          "compile",
          "date",
          "datetime",
          "float",
          "frozenset",
          "int",
          "str",
          "time",
          "timedelta",
          "timezone");

  private Effects() {}

  static Effect of(StmtTy statement) {
    if (statement instanceof StmtTy.Assign assignment) {
      boolean bindsNames =
          Arrays.stream(assignment.targets).allMatch(target -> target instanceof ExprTy.Name);
      return bindsNames && isImmutable(assignment.value) ? Effect.CONSTANT : Effect.ANY;
    } else if (statement instanceof StmtTy.AnnAssign assignment) {
      return assignment.isSimple && isImmutable(assignment.value) ? Effect.CONSTANT : Effect.ANY;
    }
    if (statement instanceof StmtTy.Expr expression && isText(expression.value)) {
      return Effect.DOCSTRING;
    }
    return isMainGuard(statement) ? Effect.MAIN_GUARD : Effect.ANY;
  }

  private static boolean isImmutable(@Nullable ExprTy value) {
    if (value instanceof ExprTy.Constant) {
      return true;
    } else if (value instanceof ExprTy.UnaryOp operation) {
      return isImmutable(operation.operand);
    } else if (value instanceof ExprTy.BinOp operation) {
      return isImmutable(operation.left) && isImmutable(operation.right);
    } else if (value instanceof ExprTy.Tuple tuple) {
      return SyntaxTree.listOf(tuple.elements).stream().allMatch(Effects::isImmutable);
    } else if (value instanceof ExprTy.JoinedStr text) {
      return SyntaxTree.listOf(text.values).stream().allMatch(Effects::isInert);
    }
    return value instanceof ExprTy.Call call
        && IMMUTABLE_TYPES.contains(lastName(call.func))
        && SyntaxTree.listOf(call.args).stream().allMatch(Effects::isInert)
        && SyntaxTree.listOf(call.keywords).stream().allMatch(k -> isInert(k.value));
  }

  /** Whether evaluating it changes nothing. */
  private static boolean isInert(ExprTy value) {
    if (value instanceof ExprTy.BinOp operation) {
      return isInert(operation.left) && isInert(operation.right);
    } else if (value instanceof ExprTy.FormattedValue formatted) {
      return isInert(formatted.value);
    } else if (value instanceof ExprTy.List list) {
      return SyntaxTree.listOf(list.elements).stream().allMatch(Effects::isInert);
    } else if (value instanceof ExprTy.Set set) {
      return SyntaxTree.listOf(set.elements).stream().allMatch(Effects::isInert);
    }
    return value instanceof ExprTy.Name || value instanceof ExprTy.Attribute || isImmutable(value);
  }

  private static String lastName(ExprTy function) {
    if (function instanceof ExprTy.Name name) {
      return name.id;
    }
    return function instanceof ExprTy.Attribute attribute ? attribute.attr : "";
  }

  private static boolean isMainGuard(StmtTy statement) {
    return statement instanceof StmtTy.If condition
        && (condition.orElse == null || condition.orElse.length == 0)
        && condition.test instanceof ExprTy.Compare comparison
        && comparison.left instanceof ExprTy.Name name
        && name.id.equals("__name__")
        && comparison.ops.length == 1
        && comparison.ops[0] == CmpOpTy.Eq
        && comparison.comparators[0] instanceof ExprTy.Constant constant
        && isText(constant)
        && constant.value.getCodePoints().toJavaString().equals("__main__");
  }

  private static boolean isText(ExprTy expression) {
    return expression instanceof ExprTy.Constant constant
        && constant.value.kind == ConstantValue.Kind.CODEPOINTS;
  }
}
