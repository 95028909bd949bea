package org.plpython.python;

import java.util.List;
import java.util.Optional;
import org.plpython.source.Position;

/**
 * A statement at the top level of a file. Statements that share a line are one.
 *
 * @see Lines
 */
public sealed interface Statement {

  /** The lines it stands on, decorators included. */
  Lines lines();

  /** What it binds, uses and may change, without what its decorators do. */
  Names names();

  /** The names that it imports, if it is an import or shares its line with one. */
  default List<ImportedName> imported() {
    return List.of();
  }

  /** Its decorators, if it is a definition. */
  default List<Decorator> decorators() {
    return List.of();
  }

  /** {@code def}, with what its declaration says. */
  record Function(
      Lines lines,
      Names names,
      Position position,
      String name,
      List<Decorator> decorators,
      List<Parameter> parameters,
      Optional<Expression> returns,
      Optional<String> docstring,
      Traits traits)
      implements Statement {
    public Function {
      decorators = List.copyOf(decorators);
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code class}, with its base classes and the fields that its body annotates or assigns. */
  record ClassDefinition(
      Lines lines,
      Names names,
      Position position,
      String name,
      List<Decorator> decorators,
      List<Expression> bases,
      List<Field> fields)
      implements Statement {
    public ClassDefinition {
      decorators = List.copyOf(decorators);
      bases = List.copyOf(bases);
      fields = List.copyOf(fields);
    }
  }

  /** {@code import} or {@code from ... import}. */
  record Import(Lines lines, Names names, List<ImportedName> imported) implements Statement {
    public Import {
      imported = List.copyOf(imported);
    }
  }

  /**
   * Any other statement.
   *
   * @param value that an assignment or {@code type} statement gives to its one name
   */
  record Other(
      Lines lines,
      Names names,
      Effect effect,
      List<ImportedName> imported,
      Optional<Expression> value)
      implements Statement {
    public Other {
      imported = List.copyOf(imported);
    }

    /** What running it means for the rest of the file. */
    public enum Effect {
      /** It binds names to values that nothing can change later: {@code VAT = 19}. */
      CONSTANT,
      /** The file's docstring. */
      DOCSTRING,
      /** {@code if __name__ == "__main__":}, which never runs in the server. */
      MAIN_GUARD,
      /** Anything. */
      ANY
    }
  }

  /**
   * A name that an import binds.
   *
   * @param name as the file sees it
   * @param origin what it stands for: {@code typing.Dict}; relative imports begin with a dot
   */
  record ImportedName(Position position, String name, String origin) {}

  /**
   * A decorator.
   *
   * @param lines from its {@code @} to before the next decorator or the definition
   * @param names what evaluating it uses
   */
  record Decorator(Lines lines, Expression expression, Names names) {}

  /**
   * A parameter.
   *
   * @param kind how arguments reach it
   */
  record Parameter(
      Position position,
      String name,
      Kind kind,
      Optional<Expression> annotation,
      Optional<Expression> defaultValue) {

    /** How arguments reach a parameter; the language reference's section 8.7. */
    public enum Kind {
      /** By position, before {@code /}. */
      POSITIONAL_ONLY,
      /** By position, or by name too. */
      POSITIONAL,
      /** {@code *args}. */
      VARIADIC,
      /** After {@code *}. */
      KEYWORD_ONLY,
      /** {@code **kwargs}. */
      KEYWORDS
    }
  }

  /** An assignment or annotation of a name in a class body. */
  record Field(
      Position position,
      String name,
      Optional<Expression> annotation,
      Optional<Expression> value) {}

  /**
   * What a function's body makes of it.
   *
   * @param isAsync it is {@code async def}
   * @param isGenerator its body holds {@code yield}
   * @param returnsValue its body returns something other than a bare {@code return}
   */
  record Traits(boolean isAsync, boolean isGenerator, boolean returnsValue) {}
}
