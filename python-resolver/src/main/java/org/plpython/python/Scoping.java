package org.plpython.python;

import java.util.Optional;
import java.util.Set;
import org.plpython.thirdparty.pegparser.scope.Scope;
import org.plpython.thirdparty.pegparser.scope.Scope.DefUse;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;
import org.plpython.thirdparty.pegparser.sst.SSTNode;

/** Which names are a file's global ones; the language reference's section 4.2.2. */
final class Scoping {
  private final ScopeEnvironment scopes;

  Scoping(ScopeEnvironment scopes) {
    this.scopes = scopes;
  }

  /**
   * The place inside of a node, which may have a scope of its own. Those of annotations that are
   * not evaluated are not analysed, and have no parent: such a one is passed over.
   */
  Place inside(SSTNode node, Place place, boolean deferred) {
    Scope inner = scopes.lookupScope(node);
    boolean isKnown = inner != null && (inner.isModule() || scopes.lookupParent(inner) != null);
    return place.within(inner != null && isKnown ? inner : place.scope(), deferred);
  }

  /** Whether a name that is read there may be the global one. A class body's own may be unbound. */
  boolean readsGlobal(String name, Place place) {
    for (Scope scope = place.scope(); !scope.isModule(); scope = scopes.lookupParent(scope)) {
      Set<DefUse> flags = scope.getUseOfName(name);
      if (isGlobal(flags)) {
        return true;
      } else if (!flags.isEmpty() && !scope.isClass()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name that is bound there is the global one. */
  boolean bindsGlobal(String name, Place place) {
    for (Scope scope = place.scope(); !scope.isModule(); scope = scopes.lookupParent(scope)) {
      Set<DefUse> flags = scope.getUseOfName(name);
      if (!flags.isEmpty()) {
        return isGlobal(flags);
      }
    }
    return true;
  }

  /** The scope of the function or class that a name which is read there belongs to. */
  Optional<Scope> bindingScope(String name, Place place) {
    for (Scope scope = place.scope(); !scope.isModule(); scope = scopes.lookupParent(scope)) {
      Set<DefUse> flags = scope.getUseOfName(name);
      boolean isOwn = flags.contains(DefUse.Local) || flags.contains(DefUse.Cell);
      if (isOwn && (scope == place.scope() || !scope.isClass())) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }

  private static boolean isGlobal(Set<DefUse> flags) {
    return flags.contains(DefUse.GlobalExplicit) || flags.contains(DefUse.GlobalImplicit);
  }
}
