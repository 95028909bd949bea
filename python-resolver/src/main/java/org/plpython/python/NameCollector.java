package org.plpython.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;
import org.plpython.thirdparty.pegparser.sst.ArgTy;
import org.plpython.thirdparty.pegparser.sst.ArgumentsTy;
import org.plpython.thirdparty.pegparser.sst.ConstantValue;
import org.plpython.thirdparty.pegparser.sst.ExprContextTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.KeywordTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** Collects the {@link Names} of one top-level statement, as Python's scoping rules see them. */
final class NameCollector {
  /** Builtins that only read what they are handed. */
  private static final Set<String> READING =
      Set.of(
          "abs",
          "all",
          "any",
          "bool",
          "dict",
          "enumerate",
          "float",
          "format",
          "frozenset",
          "getattr",
          "hasattr",
          "hash",
          "id",
          "int",
          "isinstance",
          "issubclass",
          "len",
          "list",
          "max",
          "min",
          "print",
          "range",
          "repr",
          "reversed",
          "round",
          "set",
          "sorted",
          "str",
          "sum",
          "tuple",
          "type",
          "zip");

  private final Scoping scoping;
  private final NameRecorder recorder;
  private boolean calls;

  private NameCollector(ScopeEnvironment scopes) {
    this.scoping = new Scoping(scopes);
    this.recorder = new NameRecorder(scopes);
  }

  /** The names of a statement, without those of its own decorators. */
  static Names ofStatement(StmtTy statement, ScopeEnvironment scopes) {
    NameCollector collector = new NameCollector(scopes);
    collector.visit(statement, Place.topLevel(scopes), true);
    return collector.recorder.names(collector.calls);
  }

  /** The names of a decorator at the top level. */
  static Names ofDecorator(ExprTy decorator, ScopeEnvironment scopes) {
    NameCollector collector = new NameCollector(scopes);
    Place place = Place.topLevel(scopes);
    collector.visit(decorator, place, false);
    collector.recorder.receive(decorator, place);
    return collector.recorder.names(true);
  }

  private void visit(SSTNode node, Place place, boolean outermost) {
    Optional<FunctionNode> function = FunctionNode.of(node);
    Optional<Chain> chain = Chain.of(node);
    if (function.isPresent()) {
      visitDefinition(function.get(), place, outermost);
    } else if (chain.isPresent()) {
      visitChain(node, chain.get(), place);
    } else if (node instanceof StmtTy.ClassDef def) {
      visitClass(def, outermost, place);
    } else if (node instanceof ExprTy.Lambda lambda) {
      visitFunction(node, lambda.args, List.of(lambda.body), place, true);
    } else {
      visitOther(node, place);
    }
  }

  private void visitDefinition(FunctionNode function, Place place, boolean outermost) {
    recorder.bind(function.name(), place);
    visitDecorators(function.decorators(), outermost, place);
    visitAll(function.typeParameters(), place);
    if (function.returns() != null) {
      visit(function.returns(), place, false);
      visitStrings(function.returns(), place);
    }
    visitFunction(function.node(), function.arguments(), function.body(), place, true);
  }

  private void visitOther(SSTNode node, Place place) {
    calls |= !place.deferred() && mayCall(node);
    if (node instanceof StmtTy.AugAssign change && change.target instanceof ExprTy.Name name) {
      recorder.read(new Chain(name.id, ""), place);
    } else if (node instanceof ExprTy.Attribute attribute) {
      recorder.store(attribute, attribute.context, place);
    } else if (node instanceof ExprTy.Subscript subscript) {
      recorder.store(subscript, subscript.context, place);
    } else if (node instanceof ExprTy.Call call) {
      recorder.receive(call.func, place);
      visitArguments(call, place);
    } else if (node instanceof StmtTy.Expr effect) {
      recorder.changeLater(effect.value, place);
    } else if (node instanceof ArgTy parameter && parameter.annotation != null) {
      visitStrings(parameter.annotation, place);
    } else if (node instanceof StmtTy.AnnAssign assignment) {
      visitStrings(assignment.annotation, place);
    }
    ImportClause.of(node, place.when(), place.guarded())
        .forEach(clause -> recorder.addImport(clause, place));
    BoundNames.of(node).forEach(name -> recorder.bind(name, place));
    Place within = scoping.inside(node, place, false);
    SyntaxTree.children(node).forEach(child -> visitPart(node, child, within));
  }

  private void visitArguments(ExprTy.Call call, Place place) {
    if (!(call.func instanceof ExprTy.Name name && READING.contains(name.id))) {
      SyntaxTree.listOf(call.args).forEach(argument -> recorder.hand(argument, place));
      SyntaxTree.listOf(call.keywords).forEach(keyword -> recorder.hand(keyword.value, place));
    }
  }

  /** A lambda that is handed to a call may be called there and then. */
  private void visitPart(SSTNode node, SSTNode child, Place place) {
    if (child instanceof ExprTy.Lambda lambda
        && (node instanceof ExprTy.Call || node instanceof KeywordTy)) {
      visitFunction(lambda, lambda.args, List.of(lambda.body), place, false);
    } else if (node instanceof ExprTy.Call call && call.func == child && isChain(child)) {
      recorder.call(Chain.of(child).orElseThrow(), place);
    } else {
      visit(child, Guards.within(node, child, place), false);
    }
  }

  private static boolean isChain(SSTNode node) {
    return Chain.of(node).isPresent();
  }

  /** Whether running the node may run code that is not in it. */
  private static boolean mayCall(SSTNode node) {
    return node instanceof ExprTy.Call
        || node instanceof ExprTy.Await
        || node instanceof ExprTy.ListComp
        || node instanceof ExprTy.SetComp
        || node instanceof ExprTy.DictComp
        || node instanceof ExprTy.GeneratorExp
        || node instanceof ExprTy.Starred
        || node instanceof StmtTy.For
        || node instanceof StmtTy.With
        || node instanceof StmtTy.AugAssign
        || node instanceof ExprTy.BinOp
        || (node instanceof StmtTy.Expr effect && !(effect.value instanceof ExprTy.Constant));
  }

  private void visitDecorators(List<ExprTy> decorators, boolean outermost, Place place) {
    if (!outermost) {
      visitAll(decorators, place);
      calls |= !place.deferred() && !decorators.isEmpty();
    }
  }

  /** Defaults and annotations stand outside of the function: its parameters are not their names. */
  private void visitFunction(
      SSTNode function,
      ArgumentsTy arguments,
      List<? extends SSTNode> body,
      Place place,
      boolean deferred) {
    SyntaxTree.children(arguments).forEach(child -> visit(child, place, false));
    visitAll(body, scoping.inside(function, place, deferred));
  }

  /** A base class may run {@code __init_subclass__}, a metaclass anything. */
  private void visitClass(StmtTy.ClassDef def, boolean outermost, Place place) {
    recorder.bind(def.name, place);
    visitDecorators(SyntaxTree.listOf(def.decoratorList), outermost, place);
    visitAll(SyntaxTree.listOf(def.typeParams), place);
    List<SSTNode> parents = new ArrayList<>(SyntaxTree.listOf(def.bases));
    parents.addAll(SyntaxTree.listOf(def.keywords));
    visitAll(parents, place);
    calls |= !place.deferred() && !parents.isEmpty();
    Place body = scoping.inside(def, place, false);
    visitAll(SyntaxTree.listOf(def.body), body.withinClass(def.name));
  }

  private void visitAll(List<? extends SSTNode> nodes, Place place) {
    nodes.forEach(node -> visit(node, place, false));
  }

  /** Names in the strings of an annotation, which {@code get_type_hints} evaluates. */
  private void visitStrings(SSTNode annotation, Place place) {
    if (annotation instanceof ExprTy.Constant constant
        && constant.value.kind == ConstantValue.Kind.CODEPOINTS) {
      PythonParser.parseExpression(constant.value.getCodePoints().toJavaString())
          .ifPresent(expression -> visitNames(expression, place));
    }
    SyntaxTree.children(annotation).forEach(child -> visitStrings(child, place));
  }

  private void visitNames(SSTNode node, Place place) {
    Optional<Chain> chain = Chain.of(node);
    if (chain.isPresent()) {
      recorder.readLater(chain.get(), place);
      return;
    } else if (node instanceof ExprTy.Constant) {
      visitStrings(node, place);
    }
    SyntaxTree.children(node).forEach(child -> visitNames(child, place));
  }

  /** Storing into an attribute reads what it is an attribute of. */
  private void visitChain(SSTNode expression, Chain chain, Place place) {
    if (expression instanceof ExprTy.Name name && name.context != ExprContextTy.Load) {
      recorder.bind(name.id, place);
      return;
    } else if (expression instanceof ExprTy.Attribute attribute) {
      recorder.store(attribute, attribute.context, place);
    }
    recorder.read(chain, place);
  }
}
