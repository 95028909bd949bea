package org.plpython.python;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plpython.thirdparty.pegparser.sst.ArgumentsTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;
import org.plpython.thirdparty.pegparser.sst.TypeParamTy;

/** {@code def} and {@code async def}, which the parser has two types for. */
record FunctionNode(
    StmtTy node,
    String name,
    ArgumentsTy arguments,
    List<StmtTy> body,
    List<ExprTy> decorators,
    @Nullable ExprTy returns,
    List<TypeParamTy> typeParameters,
    boolean isAsync) {

  /** The node as a function, if it defines one by a statement. */
  static Optional<FunctionNode> of(SSTNode node) {
    if (node instanceof StmtTy.FunctionDef def) {
      return Optional.of(
          new FunctionNode(
              def,
              def.name,
              def.args,
              SyntaxTree.listOf(def.body),
              SyntaxTree.listOf(def.decoratorList),
              def.returns,
              SyntaxTree.listOf(def.typeParams),
              false));
    } else if (node instanceof StmtTy.AsyncFunctionDef def) {
      return Optional.of(
          new FunctionNode(
              def,
              def.name,
              def.args,
              SyntaxTree.listOf(def.body),
              SyntaxTree.listOf(def.decoratorList),
              def.returns,
              SyntaxTree.listOf(def.typeParams),
              true));
    }
    return Optional.empty();
  }

  Statement.Traits traits() {
    return new Statement.Traits(
        isAsync,
        holds(node -> node instanceof ExprTy.Yield || node instanceof ExprTy.YieldFrom),
        holds(node -> node instanceof StmtTy.Return statement && statement.value != null));
  }

  /** Whether such a node is the function's own, not one of a definition inside of it. */
  private boolean holds(Predicate<SSTNode> what) {
    return body.stream().anyMatch(statement -> holds(statement, what));
  }

  private static boolean holds(SSTNode node, Predicate<SSTNode> what) {
    boolean isOwn =
        !(node instanceof StmtTy.ClassDef || node instanceof ExprTy.Lambda) && of(node).isEmpty();
    return isOwn
        && (what.test(node)
            || SyntaxTree.children(node).stream().anyMatch(child -> holds(child, what)));
  }

  /** The docstring as written. */
  Optional<String> docstring() {
    return !body.isEmpty()
            && body.get(0) instanceof StmtTy.Expr first
            && ExpressionReader.read(first.value) instanceof Expression.Literal literal
            && literal.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
