package org.plpython.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Field;
import org.plpython.python.Statement.Function;
import org.plpython.python.Statement.Import;
import org.plpython.python.Statement.ImportedName;
import org.plpython.python.Statement.Other.Effect;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;
import org.plpython.thirdparty.pegparser.sst.AliasTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** Turns the parser's top-level statements into ours. */
final class StatementReader {
  private final ScopeEnvironment scopes;
  private final List<String> lines;

  StatementReader(ScopeEnvironment scopes, List<String> lines) {
    this.scopes = scopes;
    this.lines = lines;
  }

  /** Our statements; those that share a line are one. */
  List<Statement> readAll(StmtTy[] nodes) {
    List<Statement> statements = new ArrayList<>();
    for (StmtTy node : nodes) {
      Statement statement = read(node);
      int last = statements.size() - 1;
      if (last >= 0 && statements.get(last).lines().last() >= statement.lines().first()) {
        statements.set(last, joined(statements.get(last), statement));
      } else {
        statements.add(statement);
      }
    }
    return statements;
  }

  private static Statement joined(Statement first, Statement second) {
    Lines lines = first.lines().and(second.lines());
    Names names = first.names().and(second.names());
    List<ImportedName> imported = new ArrayList<>(first.imported());
    imported.addAll(second.imported());
    return first instanceof Import && second instanceof Import
        ? new Import(lines, names, imported)
        : new Statement.Other(lines, names, Effect.ANY, imported, Optional.empty());
  }

  private Statement read(StmtTy node) {
    Names names = NameCollector.ofStatement(node, scopes);
    Optional<FunctionNode> function = FunctionNode.of(node);
    if (function.isPresent()) {
      return function(function.get(), names);
    } else if (node instanceof StmtTy.ClassDef def) {
      List<Decorator> decorators = decorators(SyntaxTree.listOf(def.decoratorList), node);
      return new ClassDefinition(
          lines(node, decorators),
          names,
          ExpressionReader.position(node),
          def.name,
          decorators,
          SyntaxTree.listOf(def.bases).stream().map(ExpressionReader::read).toList(),
          fields(def.body));
    } else if (node instanceof StmtTy.Import || node instanceof StmtTy.ImportFrom) {
      return new Import(lines(node), names, imported(node));
    }
    return new Statement.Other(lines(node), names, Effects.of(node), List.of(), value(node));
  }

  private static Optional<Expression> value(StmtTy node) {
    if (node instanceof StmtTy.Assign assignment
        && assignment.targets.length == 1
        && assignment.targets[0] instanceof ExprTy.Name) {
      return ExpressionReader.readOptional(assignment.value);
    } else if (node instanceof StmtTy.AnnAssign assignment
        && assignment.target instanceof ExprTy.Name) {
      return ExpressionReader.readOptional(assignment.value);
    }
    return node instanceof StmtTy.TypeAlias alias
        ? ExpressionReader.readOptional(alias.value)
        : Optional.empty();
  }

  private Function function(FunctionNode function, Names names) {
    List<Decorator> decorators = decorators(function.decorators(), function.node());
    return new Function(
        lines(function.node(), decorators),
        names,
        ExpressionReader.position(function.node()),
        function.name(),
        decorators,
        ParameterReader.read(function.arguments()),
        ExpressionReader.readOptional(function.returns()),
        function.docstring(),
        function.traits());
  }

  private static Lines lines(SSTNode node) {
    return new Lines(node.getSourceRange().startLine, node.getSourceRange().endLine);
  }

  private static Lines lines(SSTNode node, List<Decorator> decorators) {
    Lines own = lines(node);
    return decorators.isEmpty() ? own : own.and(decorators.get(0).lines());
  }

  /** A decorator reaches to the line before the next one, comments in between included. */
  private List<Decorator> decorators(List<ExprTy> expressions, StmtTy definition) {
    List<Decorator> decorators = new ArrayList<>();
    int end = definition.getSourceRange().startLine;
    for (int i = expressions.size() - 1; i >= 0; i--) {
      ExprTy node = expressions.get(i);
      int start = lineOfSign(node.getSourceRange().startLine);
      Names names = NameCollector.ofDecorator(node, scopes);
      decorators.add(
          0, new Decorator(new Lines(start, end - 1), ExpressionReader.read(node), names));
      end = start;
    }
    return decorators;
  }

  /** A decorator's expression may begin below its {@code @}, in brackets. */
  private int lineOfSign(int line) {
    int sign = line;
    while (sign > 1 && !lines.get(sign - 1).stripLeading().startsWith("@")) {
      sign--;
    }
    return sign;
  }

  /** The names that a node imports by itself. */
  static List<ImportedName> imported(SSTNode node) {
    if (node instanceof StmtTy.Import def) {
      return imported(def.names, null);
    }
    return node instanceof StmtTy.ImportFrom def ? imported(def.names, module(def)) : List.of();
  }

  /** The module as it is written, with the dots of a relative import. */
  static String module(StmtTy.ImportFrom statement) {
    return ".".repeat(statement.level) + (statement.module == null ? "" : statement.module);
  }

  private static List<ImportedName> imported(AliasTy[] aliases, @Nullable String module) {
    return Arrays.stream(aliases)
        .map(
            alias ->
                new ImportedName(
                    ExpressionReader.position(alias),
                    BoundNames.ofImport(alias),
                    origin(alias, module)))
        .toList();
  }

  private static String origin(AliasTy alias, @Nullable String module) {
    if (module == null) {
      return alias.asName != null ? alias.name : BoundNames.ofImport(alias);
    }
    return module.endsWith(".") ? module + alias.name : module + "." + alias.name;
  }

  private static List<Field> fields(StmtTy[] body) {
    List<Field> fields = new ArrayList<>();
    for (StmtTy node : body) {
      if (node instanceof StmtTy.AnnAssign field && field.target instanceof ExprTy.Name name) {
        fields.add(field(name, field.annotation, field.value));
      } else if (node instanceof StmtTy.Assign assignment
          && assignment.targets[0] instanceof ExprTy.Name name) {
        fields.add(field(name, null, assignment.value));
      }
    }
    return fields;
  }

  private static Field field(
      ExprTy.Name name, @Nullable ExprTy annotation, @Nullable ExprTy value) {
    return new Field(
        ExpressionReader.position(name),
        name.id,
        ExpressionReader.readOptional(annotation),
        ExpressionReader.readOptional(value));
  }

  /** The decorators of definitions that are not at the top level. */
  static List<Expression> nestedDecorators(StmtTy[] nodes) {
    List<Expression> found = new ArrayList<>();
    for (StmtTy node : nodes) {
      SyntaxTree.children(node).forEach(child -> addDecorators(found, child));
    }
    return found;
  }

  private static void addDecorators(List<Expression> found, SSTNode node) {
    List<ExprTy> decorators =
        node instanceof StmtTy.ClassDef definition
            ? SyntaxTree.listOf(definition.decoratorList)
            : FunctionNode.of(node).map(FunctionNode::decorators).orElse(List.of());
    decorators.stream().map(ExpressionReader::read).forEach(found::add);
    SyntaxTree.children(node).forEach(child -> addDecorators(found, child));
  }
}
