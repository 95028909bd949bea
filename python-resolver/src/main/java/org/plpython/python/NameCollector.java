package org.plpython.python;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plpython.thirdparty.pegparser.scope.Scope;
import org.plpython.thirdparty.pegparser.scope.Scope.DefUse;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;
import org.plpython.thirdparty.pegparser.sst.AliasTy;
import org.plpython.thirdparty.pegparser.sst.ArgumentsTy;
import org.plpython.thirdparty.pegparser.sst.ExceptHandlerTy;
import org.plpython.thirdparty.pegparser.sst.ExprContextTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.PatternTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** Collects the {@link Names} of one top-level statement, as Python's scoping rules see them. */
final class NameCollector {
  private final ScopeEnvironment scopes;
  private final Set<String> binds = new HashSet<>();
  private final Set<String> uses = new HashSet<>();
  private final Set<String> stores = new HashSet<>();
  private final Set<String> evaluated = new HashSet<>();
  private boolean calls;

  private NameCollector(ScopeEnvironment scopes) {
    this.scopes = scopes;
  }

  /** The names of a statement, without those of its own decorators. */
  static Names ofStatement(StmtTy statement, ScopeEnvironment scopes) {
    NameCollector collector = new NameCollector(scopes);
    collector.visit(statement, new Place(scopes.getTopScope(), false), true);
    return collector.names();
  }

  /** The names of an expression that is evaluated at the top level, as a decorator is. */
  static Names ofExpression(ExprTy expression, ScopeEnvironment scopes) {
    NameCollector collector = new NameCollector(scopes);
    collector.calls = true;
    collector.visit(expression, new Place(scopes.getTopScope(), false), false);
    return collector.names();
  }

  private Names names() {
    return new Names(binds, uses, stores, calls ? evaluated : Set.of());
  }

  /**
   * Where code stands.
   *
   * @param deferred it runs later than the statement, if at all
   */
  private record Place(Scope scope, boolean deferred) {
    boolean isTopLevel() {
      return scope.isModule() && !deferred;
    }
  }

  private void visit(SSTNode node, Place place, boolean outermost) {
    if (node instanceof ExprTy.Name name) {
      visitName(name, place);
    } else if (node instanceof StmtTy.FunctionDef def) {
      bind(def.name, place);
      visitDecorators(def.decoratorList, outermost, place);
      visitAll(def.typeParams, place);
      visitFunction(node, def.args, def.returns, def.body, place);
    } else if (node instanceof StmtTy.AsyncFunctionDef def) {
      bind(def.name, place);
      visitDecorators(def.decoratorList, outermost, place);
      visitAll(def.typeParams, place);
      visitFunction(node, def.args, def.returns, def.body, place);
    } else if (node instanceof StmtTy.ClassDef def) {
      visitClass(def, outermost, place);
    } else if (node instanceof ExprTy.Lambda lambda) {
      visitFunction(node, lambda.args, null, new SSTNode[] {lambda.body}, place);
    } else {
      visitOther(node, place);
    }
  }

  private void visitOther(SSTNode node, Place place) {
    calls |= !place.deferred() && mayCall(node);
    if (node instanceof StmtTy.AugAssign change
        && change.target instanceof ExprTy.Name name
        && isGlobal(name.id, place.scope())) {
      evaluate(name.id, place);
    } else if (node instanceof ExprTy.Attribute attribute) {
      store(attribute, attribute.context, place);
    } else if (node instanceof ExprTy.Subscript subscript) {
      store(subscript, subscript.context, place);
    } else {
      boundBy(node).forEach(name -> bind(name, place));
    }
    Place within = scopes.lookupScope(node) == null ? place : inside(node, place, false);
    for (SSTNode child : SyntaxTree.children(node)) {
      visit(child, within, false);
    }
  }

  private static boolean mayCall(SSTNode node) {
    return node instanceof ExprTy.Call
        || node instanceof ExprTy.Await
        || node instanceof StmtTy.For
        || node instanceof StmtTy.With
        || node instanceof StmtTy.AugAssign;
  }

  private void visitDecorators(ExprTy @Nullable [] decorators, boolean outermost, Place place) {
    if (!outermost) {
      visitAll(decorators, place);
      calls |= !place.deferred() && isNotEmpty(decorators);
    }
  }

  /** Defaults and annotations stand outside of the function: its parameters are not their names. */
  private void visitFunction(
      SSTNode function,
      ArgumentsTy arguments,
      @Nullable ExprTy returns,
      SSTNode @Nullable [] body,
      Place place) {
    SyntaxTree.children(arguments).forEach(child -> visit(child, place, false));
    if (returns != null) {
      visit(returns, place, false);
    }
    visitAll(body, inside(function, place, true));
  }

  private void visitClass(StmtTy.ClassDef def, boolean outermost, Place place) {
    bind(def.name, place);
    visitDecorators(def.decoratorList, outermost, place);
    visitAll(def.typeParams, place);
    visitAll(def.bases, place);
    visitAll(def.keywords, place);
    calls |= !place.deferred() && (isNotEmpty(def.bases) || isNotEmpty(def.keywords));
    visitAll(def.body, inside(def, place, place.deferred()));
  }

  /** A base class may run {@code __init_subclass__}, a metaclass anything. */
  private static boolean isNotEmpty(SSTNode @Nullable [] nodes) {
    return nodes != null && nodes.length > 0;
  }

  private void visitAll(SSTNode @Nullable [] nodes, Place place) {
    if (nodes != null) {
      for (SSTNode node : nodes) {
        visit(node, place, false);
      }
    }
  }

  private Place inside(SSTNode node, Place place, boolean deferred) {
    Scope inner = scopes.lookupScope(node);
    return new Place(inner == null ? place.scope() : inner, place.deferred() || deferred);
  }

  private void visitName(ExprTy.Name name, Place place) {
    if (name.context != ExprContextTy.Load && place.isTopLevel()) {
      binds.add(name.id);
    } else if (isGlobal(name.id, place.scope())) {
      evaluate(name.id, place);
    }
  }

  private void evaluate(String name, Place place) {
    uses.add(name);
    if (!place.deferred()) {
      evaluated.add(name);
    }
  }

  private boolean isGlobal(String name, Scope from) {
    for (Scope scope = from; !scope.isModule(); scope = scopes.lookupParent(scope)) {
      Set<DefUse> flags = scope.getUseOfName(name);
      if (flags.contains(DefUse.GlobalExplicit) || flags.contains(DefUse.GlobalImplicit)) {
        return true;
      }
      if (!flags.isEmpty() && !scope.isClass()) {
        return false;
      }
    }
    return true;
  }

  /** A class body's own name shows only inside it; it may read the global one before it binds. */
  private void bind(String name, Place place) {
    if (place.isTopLevel()) {
      binds.add(name);
    }
  }

  private static List<String> boundBy(SSTNode node) {
    if (node instanceof StmtTy.Import statement) {
      return Arrays.stream(statement.names).map(NameCollector::boundByImport).toList();
    } else if (node instanceof StmtTy.ImportFrom statement) {
      return Arrays.stream(statement.names).map(NameCollector::boundByImport).toList();
    } else if (node instanceof StmtTy.TypeAlias alias && alias.name instanceof ExprTy.Name name) {
      return List.of(name.id);
    } else if (node instanceof ExceptHandlerTy.ExceptHandler handler) {
      return Stream.ofNullable(handler.name).toList();
    } else if (node instanceof PatternTy.MatchAs pattern) {
      return Stream.ofNullable(pattern.name).toList();
    } else if (node instanceof PatternTy.MatchStar pattern) {
      return Stream.ofNullable(pattern.name).toList();
    } else if (node instanceof PatternTy.MatchMapping pattern) {
      return Stream.ofNullable(pattern.rest).toList();
    }
    return List.of();
  }

  /** {@code import a.b} binds {@code a}. */
  static String boundByImport(AliasTy alias) {
    return alias.asName != null ? alias.asName : alias.name.replaceFirst("\\..*", "");
  }

  /** {@code a.b[c] = 1} stores into the object {@code a}. */
  private void store(ExprTy target, ExprContextTy usage, Place place) {
    if (usage == ExprContextTy.Load || place.deferred()) {
      return;
    }
    ExprTy root = target;
    while (!(root instanceof ExprTy.Name)) {
      if (root instanceof ExprTy.Attribute attribute) {
        root = attribute.value;
      } else if (root instanceof ExprTy.Subscript subscript) {
        root = subscript.value;
      } else if (root instanceof ExprTy.Call call) {
        root = call.func;
      } else {
        return;
      }
    }
    stores.add(((ExprTy.Name) root).id);
  }
}
