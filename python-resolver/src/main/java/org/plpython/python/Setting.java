package org.plpython.python;

import java.util.Map;

/**
 * What surrounds a node on the way through a file's code.
 *
 * @param isOptional imports in it may fail
 * @param imports what the functions around it import, by the names they bind
 */
record Setting(Place place, Site site, boolean isOptional, Map<String, String> imports) {

  Setting at(Place inner) {
    return new Setting(inner, site, isOptional, imports);
  }

  Setting optional() {
    return new Setting(place, site, true, imports);
  }

  /** The body of a function that stands there. */
  Setting inFunction(Place inner, Map<String, String> itsImports) {
    return new Setting(inner, site.deeper(), isOptional, itsImports);
  }
}
