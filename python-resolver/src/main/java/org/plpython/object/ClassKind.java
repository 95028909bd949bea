package org.plpython.object;

import java.util.Optional;
import java.util.Set;
import org.plpython.python.Expression;
import org.plpython.python.SourceTree;
import org.plpython.python.SourceTree.FoundClass;

/** What a class of the author's may stand for in SQL. */
enum ClassKind {
  /** A composite type: a dataclass or a NamedTuple. */
  COMPOSITE,
  /** An enum type. */
  ENUM,
  /** A JSON object: a TypedDict. */
  JSON,
  /** Nothing. */
  OTHER;

  private static final int DEEPEST = 50;
  private static final Set<String> ENUMS =
      Set.of("enum.Enum", "enum.StrEnum", "enum.IntEnum", "enum.Flag", "enum.IntFlag");

  /** By its decorators and bases, also through classes of other files. */
  static ClassKind of(FoundClass found, SourceTree tree) {
    return of(found, tree, 0);
  }

  private static ClassKind of(FoundClass found, SourceTree tree, int depth) {
    if (isDataclass(found)) {
      return COMPOSITE;
    }
    for (Expression base : found.definition().bases()) {
      String name = new AnnotationReader(found.file()).name(base);
      Optional<FoundClass> parent = tree.classOf(found.file(), base);
      if (name.equals("typing.NamedTuple")) {
        return COMPOSITE;
      } else if (name.equals("typing.TypedDict")) {
        return JSON;
      } else if (ENUMS.contains(name)) {
        return ENUM;
      } else if (parent.isPresent() && depth < DEEPEST) {
        return of(parent.get(), tree, depth + 1);
      }
    }
    return OTHER;
  }

  private static boolean isDataclass(FoundClass found) {
    return found.definition().decorators().stream()
        .anyMatch(
            decorator ->
                new AnnotationReader(found.file())
                    .name(decorator.expression().called())
                    .equals("dataclasses.dataclass"));
  }

  /** {@code auto()} is a string in these only. */
  static boolean isStrEnum(FoundClass found) {
    return found.definition().bases().stream()
        .anyMatch(base -> new AnnotationReader(found.file()).name(base).equals("enum.StrEnum"));
  }
}
