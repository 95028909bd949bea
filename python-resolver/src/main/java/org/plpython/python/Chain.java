package org.plpython.python;

import java.util.Optional;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;

/**
 * A name and the attributes that are taken of it.
 *
 * @param root the name
 * @param attributes each after a dot, {@code .b.c}; empty if none is
 */
record Chain(String root, String attributes) {

  /** An expression of nothing but a name and attributes: {@code a.b.c}. */
  static Optional<Chain> of(SSTNode node) {
    SSTNode root = node;
    while (root instanceof ExprTy.Attribute attribute) {
      root = attribute.value;
    }
    return root instanceof ExprTy.Name ? Optional.of(walk((ExprTy) node, false)) : Optional.empty();
  }

  /** The object that a store into the expression changes: {@code a.b} for {@code a.b[0].c = 1}. */
  static Optional<Chain> changedBy(ExprTy target) {
    return ownerOf(target, false);
  }

  /** The object that an expression is, or is a part of: {@code a.b} for {@code a.b[0]}. */
  static Optional<Chain> within(ExprTy expression) {
    return expression instanceof ExprTy.Name ? of(expression) : ownerOf(expression, false);
  }

  /** The object that a method belongs to: {@code a.b} for {@code a.b.append(1)}. */
  static Optional<Chain> receiverOf(ExprTy function) {
    return ownerOf(function, true);
  }

  /** Empty if no name is at the root, or if the expression is no part of the name's object. */
  private static Optional<Chain> ownerOf(ExprTy expression, boolean isCalled) {
    boolean isPart = false;
    ExprTy root = expression;
    while (!(root instanceof ExprTy.Name)) {
      isPart |= !(root instanceof ExprTy.Call);
      Optional<ExprTy> owner = owner(root);
      if (owner.isEmpty()) {
        return Optional.empty();
      }
      root = owner.get();
    }
    return isPart ? Optional.of(walk(expression, isCalled)) : Optional.empty();
  }

  private static Optional<ExprTy> owner(ExprTy expression) {
    if (expression instanceof ExprTy.Attribute attribute) {
      return Optional.of(attribute.value);
    } else if (expression instanceof ExprTy.Subscript subscript) {
      return Optional.of(subscript.value);
    }
    return expression instanceof ExprTy.Call call ? Optional.of(call.func) : Optional.empty();
  }

  /** Keeps the attributes next to the root; that of a method which is called is none of them. */
  private static Chain walk(ExprTy expression, boolean isCalled) {
    StringBuilder attributes = new StringBuilder();
    boolean isMethod = isCalled;
    ExprTy root = expression;
    while (!(root instanceof ExprTy.Name)) {
      if (!(root instanceof ExprTy.Attribute attribute)) {
        attributes.setLength(0);
      } else if (!isMethod) {
        attributes.insert(0, "." + attribute.attr);
      }
      isMethod = root instanceof ExprTy.Call;
      root = owner(root).orElseThrow();
    }
    return new Chain(((ExprTy.Name) root).id, attributes.toString());
  }
}
