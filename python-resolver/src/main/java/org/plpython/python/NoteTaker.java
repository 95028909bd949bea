package org.plpython.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plpython.python.Occurrence.Argument;
import org.plpython.python.Occurrence.Binding;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Occurrence.Default;
import org.plpython.python.Occurrence.Handler;
import org.plpython.python.Occurrence.Import;
import org.plpython.python.Occurrence.Return;
import org.plpython.python.Occurrence.Store;
import org.plpython.source.Position;
import org.plpython.thirdparty.pegparser.sst.AliasTy;
import org.plpython.thirdparty.pegparser.sst.ArgTy;
import org.plpython.thirdparty.pegparser.sst.ExceptHandlerTy;
import org.plpython.thirdparty.pegparser.sst.ExprContextTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.KeywordTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** Notes what the nodes of a file's code are, each by itself. */
final class NoteTaker {
  private static final Set<String> IMPORT_FAILURES =
      Set.of("ImportError", "ModuleNotFoundError", "Exception", "BaseException");

  private final Scoping scoping;
  private final ReferenceReader references;
  private final ValueReader values;
  private final List<Occurrence> occurrences = new ArrayList<>();
  private final IdentityHashMap<Statement, Set<String>> mentioned = new IdentityHashMap<>();

  NoteTaker(PythonFile file, Scoping scoping) {
    this.scoping = scoping;
    this.references = new ReferenceReader(file, scoping);
    this.values = new ValueReader(references);
  }

  /** All that was noted. */
  Code code() {
    occurrences.sort(Comparator.comparing(Occurrence::position));
    return new Code(occurrences, mentioned);
  }

  /** Notes a node of any kind but those that the other methods are for. */
  void note(SSTNode node, Setting setting) {
    if (node instanceof ExprTy.Call call) {
      call(call, setting, false);
    } else if (node instanceof ExprTy.Name name) {
      name(name, setting);
    } else if (node instanceof ExprTy.Attribute attribute) {
      store(attribute, attribute.context, setting);
    } else if (node instanceof ExprTy.Subscript subscript) {
      store(subscript, subscript.context, setting);
    } else if (node instanceof StmtTy.Import statement) {
      for (AliasTy alias : statement.names) {
        imported(alias, alias.name, Optional.empty(), setting);
      }
    } else if (node instanceof StmtTy.ImportFrom statement) {
      String module = StatementReader.module(statement);
      for (AliasTy alias : statement.names) {
        imported(alias, module, Optional.of(alias.name), setting);
      }
    } else if (node instanceof StmtTy.Return statement && statement.value != null) {
      returned(statement.value, setting);
    }
  }

  void call(ExprTy.Call call, Setting setting, boolean isStatement) {
    List<Argument> arguments = new ArrayList<>();
    for (ExprTy value : SyntaxTree.listOf(call.args)) {
      arguments.add(argument(value, Optional.empty(), setting));
    }
    for (KeywordTy keyword : SyntaxTree.listOf(call.keywords)) {
      arguments.add(argument(keyword.value, Optional.ofNullable(keyword.arg), setting));
    }
    Reference function = references.read(call.func, setting);
    occurrences.add(new Call(position(call), setting.site(), function, arguments, isStatement));
  }

  private Argument argument(ExprTy value, Optional<String> name, Setting setting) {
    return new Argument(position(value), name, values.read(value, setting));
  }

  private void name(ExprTy.Name name, Setting setting) {
    if (name.context == ExprContextTy.Load) {
      mentioned.computeIfAbsent(setting.site().statement(), s -> new HashSet<>()).add(name.id);
    } else {
      binding(name, null, setting);
    }
  }

  /** Notes that a name gets the value of an expression, or null: another one. */
  void binding(ExprTy.Name name, @Nullable ExprTy value, Setting setting) {
    Place place = setting.place();
    boolean isGlobal = place.isTopLevel() || scoping.bindsGlobal(place.mangled(name.id), place);
    occurrences.add(
        new Binding(
            position(name), setting.site(), name.id, isGlobal, values.read(value, setting)));
  }

  private void store(ExprTy target, ExprContextTy usage, Setting setting) {
    if (usage != ExprContextTy.Load) {
      occurrences.add(
          new Store(position(target), setting.site(), references.read(target, setting)));
    }
  }

  private void imported(AliasTy alias, String module, Optional<String> name, Setting setting) {
    occurrences.add(
        new Import(position(alias), setting.site(), module, name, setting.isOptional()));
  }

  private void returned(ExprTy value, Setting setting) {
    Deque<ExprTy> open = new ArrayDeque<>(List.of(value));
    while (!open.isEmpty()) {
      ExprTy one = open.pop();
      if (one instanceof ExprTy.IfExp choice) {
        open.push(choice.orElse);
        open.push(choice.body);
      } else {
        occurrences.add(new Return(position(one), setting.site(), values.read(one, setting)));
      }
    }
  }

  /** Notes a parameter's default value. */
  void defaultValue(ArgTy parameter, ExprTy value, Setting setting) {
    occurrences.add(
        new Default(position(value), setting.site(), parameter.arg, values.read(value, setting)));
  }

  /**
   * Notes the handlers.
   *
   * @return whether they handle that an import fails
   */
  boolean handlers(TryNode node, Setting setting) {
    boolean handlesImports = false;
    for (ExceptHandlerTy.ExceptHandler handler : node.handlers()) {
      List<Reference> types =
          TryNode.types(handler).stream().map(type -> references.read(type, setting)).toList();
      handlesImports |=
          types.isEmpty() || types.stream().anyMatch(t -> t.isBuiltin(IMPORT_FAILURES));
      occurrences.add(
          new Handler(
              position(handler), setting.site(), types, TryNode.raisesIn(handler), node.lines()));
    }
    return handlesImports;
  }

  private static Position position(SSTNode node) {
    return ExpressionReader.position(node);
  }
}
