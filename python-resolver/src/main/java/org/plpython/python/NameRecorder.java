package org.plpython.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plpython.thirdparty.pegparser.scope.Scope;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;
import org.plpython.thirdparty.pegparser.sst.ExprContextTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;

/**
 * Keeps those names that are global. A name that an import binds within a function is kept too, as
 * what that import calls it: other files are reached through it.
 */
final class NameRecorder {
  private final Scoping scoping;
  private final Set<String> binds = new HashSet<>();
  private final Set<String> uses = new HashSet<>();
  private final Set<String> stores = new HashSet<>();
  private final Set<String> receivers = new HashSet<>();
  private final Set<String> evaluated = new HashSet<>();
  private final Set<String> handed = new HashSet<>();
  private final Set<String> later = new HashSet<>();
  private final Set<String> handedLater = new HashSet<>();
  private final List<ImportClause> imports = new ArrayList<>();
  private final Map<Scope, Map<String, List<String>>> localImports = new HashMap<>();
  private final List<LocalName> localNames = new ArrayList<>();

  /** A name of a function's, which an import that comes later in the text may bind. */
  private record LocalName(Scope scope, String id, String attributes, Set<String> kind) {}

  NameRecorder(ScopeEnvironment scopes) {
    this.scoping = new Scoping(scopes);
  }

  /**
   * Everything that was recorded.
   *
   * @param calls whether something is called that may change what is evaluated
   */
  Names names(boolean calls) {
    for (LocalName local : localNames) {
      localImports
          .getOrDefault(local.scope, Map.of())
          .getOrDefault(local.id, List.of())
          .forEach(name -> local.kind.add(name + local.attributes));
    }
    return new Names(
        binds,
        uses,
        stores,
        receivers,
        calls ? evaluated : Set.of(),
        calls ? handed : Set.of(),
        later,
        handedLater,
        imports);
  }

  /** A class's names are attributes, which may be found in any way. */
  void addImport(ImportClause clause, Place place) {
    String id = place.mangled(clause.name());
    if (clause.isStar() || scoping.bindsGlobal(id, place)) {
      imports.add(clause);
      return;
    }
    ImportClause local = clause.local();
    imports.add(local);
    if (place.scope().isClass()) {
      uses.add(local.name());
    }
    localImports
        .computeIfAbsent(place.scope(), scope -> new HashMap<>())
        .computeIfAbsent(id, name -> new ArrayList<>())
        .add(local.name());
  }

  void bind(String name, Place place) {
    String id = place.mangled(name);
    if (place.isTopLevel()) {
      binds.add(id);
    } else if (scoping.bindsGlobal(id, place)) {
      uses.add(id);
      (place.deferred() ? later : binds).add(id);
    }
  }

  void read(Chain chain, Place place) {
    call(chain, place);
    if (!place.deferred()) {
      record(chain, handed, place);
    }
  }

  /** A name that is read to be called. */
  void call(Chain chain, Place place) {
    record(chain, uses, place);
    if (!place.deferred()) {
      record(chain, evaluated, place);
    }
  }

  /** An argument of a call. */
  void hand(ExprTy argument, Place place) {
    if (place.deferred()) {
      Chain.within(argument).ifPresent(chain -> record(chain, handedLater, place));
    }
  }

  /** A name in the text of an annotation: nothing evaluates it here. */
  void readLater(Chain chain, Place place) {
    record(chain, uses, place);
  }

  /** {@code a.b[c] = 1} stores into the object {@code a.b}. */
  void store(ExprTy target, ExprContextTy usage, Place place) {
    if (usage != ExprContextTy.Load) {
      Set<String> kind = place.deferred() ? later : stores;
      Chain.changedBy(target).ifPresent(chain -> record(chain, kind, place));
    }
  }

  void receive(ExprTy function, Place place) {
    if (!place.deferred()) {
      Chain.receiverOf(function).ifPresent(chain -> record(chain, receivers, place));
    }
  }

  /** What an expression that stands for itself changes when it is run later. */
  void changeLater(ExprTy effect, Place place) {
    if (place.deferred()) {
      Chain.changedBy(effect).ifPresent(chain -> record(chain, later, place));
    }
  }

  private void record(Chain chain, Set<String> kind, Place place) {
    String id = place.mangled(chain.root());
    if (scoping.readsGlobal(id, place)) {
      kind.add(id + chain.attributes());
    } else {
      scoping
          .bindingScope(id, place)
          .ifPresent(scope -> localNames.add(new LocalName(scope, id, chain.attributes(), kind)));
    }
  }
}
