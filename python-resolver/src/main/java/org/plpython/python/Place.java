package org.plpython.python;

import org.plpython.thirdparty.pegparser.scope.Scope;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;

/**
 * Where code stands.
 *
 * @param scope the names it sees first
 * @param deferred it runs later than the top-level statement that holds it, if at all
 * @param className the innermost class around it, for private names; empty: none
 */
record Place(Scope scope, boolean deferred, String className) {

  /** The top level of a file. */
  static Place topLevel(ScopeEnvironment scopes) {
    return new Place(scopes.getTopScope(), false, "");
  }

  boolean isTopLevel() {
    return scope.isModule() && !deferred;
  }

  /** The name as the scopes know it: {@code __a} is {@code _K__a} in a class K. */
  String mangled(String name) {
    return className.isEmpty() ? name : ScopeEnvironment.mangle(className, name);
  }
}
