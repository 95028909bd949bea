package org.plpython.python;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plpython.thirdparty.pegparser.sst.SSTNode;

/**
 * The children of any syntax node. The parser's own visitor has no default traversal, only some
 * seventy methods to write; its nodes show their children as public fields.
 */
final class SyntaxTree {
  private static final ClassValue<Field[]> CHILD_FIELDS =
      new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
          return Arrays.stream(type.getFields())
              .filter(field -> !Modifier.isStatic(field.getModifiers()))
              .filter(field -> holdsNodes(field.getType()))
              .toArray(Field[]::new);
        }
      };

  private SyntaxTree() {}

  private static boolean holdsNodes(Class<?> type) {
    return SSTNode.class.isAssignableFrom(type.isArray() ? type.getComponentType() : type);
  }

  /** The nodes of an array that the parser leaves out where it is empty. */
  static <T extends SSTNode> List<T> listOf(T @Nullable [] nodes) {
    return nodes == null ? List.of() : List.of(nodes);
  }

  /** The children of a node, in no particular order. */
  static List<SSTNode> children(SSTNode node) {
    List<SSTNode> children = new ArrayList<>();
    for (Field field : CHILD_FIELDS.get(node.getClass())) {
      add(children, value(field, node));
    }
    return children;
  }

  private static void add(List<SSTNode> children, Object value) {
    if (value instanceof SSTNode child) {
      children.add(child);
    } else if (value instanceof SSTNode[] array) {
      Arrays.stream(array).filter(child -> child != null).forEach(children::add);
    }
  }

  private static Object value(Field field, SSTNode node) {
    try {
      Object value = field.get(node);
      return value == null ? "" : value;
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
