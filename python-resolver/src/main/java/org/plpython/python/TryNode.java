package org.plpython.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.plpython.thirdparty.pegparser.sst.ExceptHandlerTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/**
 * {@code try ... except} and {@code try ... except*}, which the parser has two types for.
 *
 * @param others what runs after {@code else} and {@code finally}
 */
record TryNode(
    List<StmtTy> body, List<ExceptHandlerTy.ExceptHandler> handlers, List<StmtTy> others) {

  static Optional<TryNode> of(SSTNode node) {
    if (node instanceof StmtTy.Try def) {
      return Optional.of(of(def.body, def.handlers, def.orElse, def.finalBody));
    } else if (node instanceof StmtTy.TryStar def) {
      return Optional.of(of(def.body, def.handlers, def.orElse, def.finalBody));
    }
    return Optional.empty();
  }

  private static TryNode of(
      StmtTy[] body, ExceptHandlerTy[] handlers, StmtTy[] orElse, StmtTy[] finalBody) {
    List<StmtTy> others = new ArrayList<>(SyntaxTree.listOf(orElse));
    others.addAll(SyntaxTree.listOf(finalBody));
    return new TryNode(
        SyntaxTree.listOf(body),
        SyntaxTree.listOf(handlers).stream()
            .map(ExceptHandlerTy.ExceptHandler.class::cast)
            .toList(),
        others);
  }

  /** The lines whose errors the handlers handle. */
  Lines lines() {
    return new Lines(
        body.get(0).getSourceRange().startLine, body.get(body.size() - 1).getSourceRange().endLine);
  }

  /** The exceptions that a handler names. The older words for {@code A, B} are {@code A | B}. */
  static List<ExprTy> types(ExceptHandlerTy.ExceptHandler handler) {
    List<ExprTy> types = new ArrayList<>();
    ExprTy type = handler.type;
    while (type instanceof ExprTy.BinOp union) {
      types.add(0, union.right);
      type = union.left;
    }
    if (type instanceof ExprTy.Tuple tuple) {
      types.addAll(0, SyntaxTree.listOf(tuple.elements));
    } else if (type != null) {
      types.add(0, type);
    }
    return types;
  }

  /** Whether something is raised in a handler, functions that it defines left out. */
  static boolean raisesIn(ExceptHandlerTy.ExceptHandler handler) {
    Deque<SSTNode> open = new ArrayDeque<>(SyntaxTree.listOf(handler.body));
    while (!open.isEmpty()) {
      SSTNode node = open.pop();
      if (node instanceof StmtTy.Raise) {
        return true;
      } else if (FunctionNode.of(node).isEmpty()) {
        open.addAll(SyntaxTree.children(node));
      }
    }
    return false;
  }
}
