package org.plpython.python;

import java.util.List;
import org.plpython.source.Position;

/** Moves an expression that was parsed out of a string to where that string stands. */
record Repositioned(Position position) {

  Expression move(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return new Expression.Name(position, name.id());
    } else if (expression instanceof Expression.Attribute attribute) {
      return new Expression.Attribute(position, move(attribute.value()), attribute.attribute());
    } else if (expression instanceof Expression.Literal literal) {
      return new Expression.Literal(position, literal.value());
    } else if (expression instanceof Expression.Subscript subscript) {
      return new Expression.Subscript(position, move(subscript.value()), move(subscript.index()));
    } else if (expression instanceof Expression.Sequence sequence) {
      List<Expression> elements = sequence.elements().stream().map(this::move).toList();
      return new Expression.Sequence(position, elements);
    } else if (expression instanceof Expression.Union union) {
      return new Expression.Union(position, move(union.left()), move(union.right()));
    } else if (expression instanceof Expression.Call call) {
      List<Expression> arguments = call.arguments().stream().map(this::move).toList();
      return new Expression.Call(position, move(call.function()), arguments, List.of());
    }
    return new Expression.Other(position);
  }
}
