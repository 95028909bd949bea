package org.plpython.python;

import org.plpython.thirdparty.pegparser.scope.Scope;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;

/**
 * Where code stands.
 *
 * @param scope the names it sees first
 * @param deferred it runs later than the top-level statement that holds it, if at all
 * @param guarded its failure may be handled by what is around it
 * @param neverRun it is there for type checkers only
 * @param className the innermost class around it, for private names; empty: none
 */
record Place(Scope scope, boolean deferred, boolean guarded, boolean neverRun, String className) {

  /** The top level of a file. */
  static Place topLevel(ScopeEnvironment scopes) {
    return new Place(scopes.getTopScope(), false, false, false, "");
  }

  /** Inside of what has a scope of its own. */
  Place within(Scope inner, boolean later) {
    return new Place(inner, deferred || later, guarded && !later, neverRun, className);
  }

  Place withinClass(String name) {
    return new Place(scope, deferred, guarded, neverRun, name);
  }

  Place withinTry() {
    return new Place(scope, deferred, true, neverRun, className);
  }

  Place forTypeCheckers() {
    return new Place(scope, deferred, guarded, true, className);
  }

  ImportClause.When when() {
    if (neverRun) {
      return ImportClause.When.NEVER;
    }
    return deferred ? ImportClause.When.CALLED : ImportClause.When.LOADING;
  }

  boolean isTopLevel() {
    return scope.isModule() && !deferred;
  }

  /** The name as the scopes know it: {@code __a} is {@code _K__a} in a class K. */
  String mangled(String name) {
    return className.isEmpty() ? name : ScopeEnvironment.mangle(className, name);
  }
}
