package org.plpython.python;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plpython.python.Value.Kind;
import org.plpython.thirdparty.pegparser.sst.ConstantValue;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.OperatorTy;

/** Tells what an expression gives, from its outermost form. */
final class ValueReader {
  private static final Map<String, Kind> BUILTINS =
      Map.ofEntries(
          Map.entry("bytearray", Kind.LIST),
          Map.entry("dict", Kind.DICT),
          Map.entry("enumerate", Kind.ITERATOR),
          Map.entry("filter", Kind.ITERATOR),
          Map.entry("frozenset", Kind.FROZENSET),
          Map.entry("iter", Kind.ITERATOR),
          Map.entry("list", Kind.LIST),
          Map.entry("map", Kind.ITERATOR),
          Map.entry("reversed", Kind.ITERATOR),
          Map.entry("set", Kind.SET),
          Map.entry("str", Kind.TEXT),
          Map.entry("zip", Kind.ITERATOR));

  private static final Map<String, Kind> IMPORTED =
      Map.of(
          "collections.Counter", Kind.DICT,
          "collections.OrderedDict", Kind.DICT,
          "collections.defaultdict", Kind.DICT,
          "collections.deque", Kind.LIST);

  private static final Set<String> VIEWS = Set.of("items", "keys", "values");

  private final ReferenceReader references;

  ValueReader(ReferenceReader references) {
    this.references = references;
  }

  Value read(@Nullable ExprTy expression, Setting setting) {
    if (expression instanceof ExprTy.Constant constant
        && constant.value.kind == ConstantValue.Kind.CODEPOINTS) {
      return new Value(Kind.TEXT, Optional.of(constant.value.getCodePoints().toJavaString()));
    } else if (expression instanceof ExprTy.Name name) {
      return new Value(Kind.VARIABLE, Optional.of(name.id));
    } else if (expression instanceof ExprTy.BinOp operation) {
      return new Value(ofOperation(operation, setting));
    }
    return new Value(kind(expression, setting));
  }

  /** Sets stay sets; what else operators do depends on more than is seen here. */
  private Kind ofOperation(ExprTy.BinOp operation, Setting setting) {
    boolean isSetOperation =
        operation.op == OperatorTy.BitAnd
            || operation.op == OperatorTy.BitOr
            || operation.op == OperatorTy.BitXor
            || operation.op == OperatorTy.Sub;
    Kind left = kind(operation.left, setting);
    boolean isSet = left == Kind.SET || left == Kind.FROZENSET;
    return isSetOperation && isSet ? left : Kind.OTHER;
  }

  private Kind kind(@Nullable ExprTy expression, Setting setting) {
    if (expression instanceof ExprTy.JoinedStr) {
      return Kind.TEXT;
    } else if (expression instanceof ExprTy.List || expression instanceof ExprTy.ListComp) {
      return Kind.LIST;
    } else if (expression instanceof ExprTy.Dict || expression instanceof ExprTy.DictComp) {
      return Kind.DICT;
    } else if (expression instanceof ExprTy.Set || expression instanceof ExprTy.SetComp) {
      return Kind.SET;
    } else if (expression instanceof ExprTy.GeneratorExp) {
      return Kind.ITERATOR;
    }
    return expression instanceof ExprTy.Call call ? ofCall(call, setting) : Kind.OTHER;
  }

  private Kind ofCall(ExprTy.Call call, Setting setting) {
    if (call.func instanceof ExprTy.Attribute method) {
      if (isView(call, method)) {
        return Kind.ITERATOR;
      } else if (isText(method.value)) {
        return method.attr.equals("join") || method.attr.equals("format") ? Kind.TEXT : Kind.OTHER;
      }
    }
    Reference function = references.read(call.func, setting);
    return switch (function.root()) {
      case BUILTIN -> BUILTINS.getOrDefault(function.name(), Kind.OTHER);
      case IMPORT -> IMPORTED.getOrDefault(function.name(), Kind.OTHER);
      default -> Kind.OTHER;
    };
  }

  private static boolean isView(ExprTy.Call call, ExprTy.Attribute method) {
    return VIEWS.contains(method.attr)
        && SyntaxTree.listOf(call.args).isEmpty()
        && SyntaxTree.listOf(call.keywords).isEmpty();
  }

  private static boolean isText(ExprTy expression) {
    return expression instanceof ExprTy.JoinedStr
        || (expression instanceof ExprTy.Constant constant
            && constant.value.kind == ConstantValue.Kind.CODEPOINTS);
  }
}
