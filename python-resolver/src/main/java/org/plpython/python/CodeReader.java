package org.plpython.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;
import org.plpython.thirdparty.pegparser.sst.ArgTy;
import org.plpython.thirdparty.pegparser.sst.ArgumentsTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** Goes through a file's code. It keeps its way in a list, as code may be nested deeply. */
final class CodeReader {
  private final PythonFile file;
  private final StmtTy[] body;
  private final Place topLevel;
  private final Scoping scoping;
  private final NoteTaker notes;
  private final Deque<Visit> open = new ArrayDeque<>();

  private record Visit(SSTNode node, Setting setting) {}

  CodeReader(PythonFile file, StmtTy[] body, ScopeEnvironment scopes) {
    this.file = file;
    this.body = body;
    this.topLevel = Place.topLevel(scopes);
    this.scoping = new Scoping(scopes);
    this.notes = new NoteTaker(file, scoping);
  }

  Code read() {
    int next = 0;
    for (StmtTy node : body) {
      while (file.statements().get(next).lines().last() < node.getSourceRange().startLine) {
        next++;
      }
      Site site = new Site(file, file.statements().get(next), 0);
      open(node, new Setting(topLevel, site, false, Map.of()));
      while (!open.isEmpty()) {
        Visit visit = open.pop();
        visit(visit.node(), visit.setting());
      }
    }
    return notes.code();
  }

  private void visit(SSTNode node, Setting setting) {
    Optional<FunctionNode> function = FunctionNode.of(node);
    Optional<TryNode> attempt = TryNode.of(node);
    if (function.isPresent()) {
      openAll(function.get().decorators(), setting);
      visitFunction(node, function.get().arguments(), function.get().body(), setting);
    } else if (node instanceof ExprTy.Lambda lambda) {
      visitFunction(node, lambda.args, List.of(lambda.body), setting);
    } else if (node instanceof StmtTy.ClassDef definition) {
      visitClass(definition, setting);
    } else if (attempt.isPresent()) {
      visitTry(attempt.get(), setting);
    } else if (node instanceof StmtTy.If choice && Guards.isTypeChecking(choice.test)) {
      openAll(SyntaxTree.listOf(choice.body), setting.optional());
      openAll(SyntaxTree.listOf(choice.orElse), setting);
    } else {
      visitOther(node, setting);
    }
  }

  private void visitOther(SSTNode node, Setting setting) {
    if (node instanceof StmtTy.Assign assignment) {
      SyntaxTree.listOf(assignment.targets)
          .forEach(target -> visitTarget(target, assignment.value, setting));
      open(assignment.value, setting);
    } else if (node instanceof StmtTy.AnnAssign assignment) {
      if (assignment.value != null) {
        visitTarget(assignment.target, assignment.value, setting);
        open(assignment.value, setting);
      }
    } else if (node instanceof StmtTy.AugAssign change
        && change.target instanceof ExprTy.Name name) {
      notes.binding(name, name, setting);
      open(change.value, setting);
    } else if (node instanceof StmtTy.Expr statement
        && statement.value instanceof ExprTy.Call call) {
      notes.call(call, setting, true);
      openAll(SyntaxTree.children(call), setting);
    } else {
      notes.note(node, setting);
      openAll(SyntaxTree.children(node), setting.at(scoping.inside(node, setting.place(), false)));
    }
  }

  private void visitTarget(ExprTy target, ExprTy value, Setting setting) {
    if (target instanceof ExprTy.Name name) {
      notes.binding(name, value, setting);
    } else {
      open(target, setting);
    }
  }

  /** Annotations are left out: most are never evaluated. */
  private void visitFunction(
      SSTNode function, ArgumentsTy arguments, List<? extends SSTNode> block, Setting setting) {
    List<ArgTy> positional = new ArrayList<>(SyntaxTree.listOf(arguments.posOnlyArgs));
    positional.addAll(SyntaxTree.listOf(arguments.args));
    List<ExprTy> defaults = SyntaxTree.listOf(arguments.defaults);
    int required = positional.size() - defaults.size();
    for (int i = 0; i < defaults.size(); i++) {
      visitDefault(positional.get(required + i), defaults.get(i), setting);
    }
    for (int i = 0; arguments.kwDefaults != null && i < arguments.kwDefaults.length; i++) {
      if (arguments.kwDefaults[i] != null) {
        visitDefault(arguments.kwOnlyArgs[i], arguments.kwDefaults[i], setting);
      }
    }
    Place inner = scoping.inside(function, setting.place(), true);
    openAll(block, setting.inFunction(inner, LocalImports.in(block, setting.imports())));
  }

  private void visitDefault(ArgTy parameter, ExprTy value, Setting setting) {
    notes.defaultValue(parameter, value, setting);
    open(value, setting);
  }

  private void visitClass(StmtTy.ClassDef definition, Setting setting) {
    openAll(SyntaxTree.listOf(definition.decoratorList), setting);
    openAll(SyntaxTree.listOf(definition.bases), setting);
    openAll(SyntaxTree.listOf(definition.keywords), setting);
    Place inner = scoping.inside(definition, setting.place(), false);
    openAll(SyntaxTree.listOf(definition.body), setting.at(inner.withinClass(definition.name)));
  }

  /** Where a failing import is handled, the handler may import a substitute. */
  private void visitTry(TryNode node, Setting setting) {
    Setting attempt = notes.handlers(node, setting) ? setting.optional() : setting;
    openAll(node.body(), attempt);
    openAll(node.handlers(), attempt);
    openAll(node.others(), setting);
  }

  private void open(SSTNode node, Setting setting) {
    open.push(new Visit(node, setting));
  }

  private void openAll(List<? extends SSTNode> nodes, Setting setting) {
    nodes.forEach(node -> open(node, setting));
  }
}
