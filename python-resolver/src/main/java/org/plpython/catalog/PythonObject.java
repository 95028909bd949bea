package org.plpython.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A routine, a trigger or an event trigger of PL/Python as a schema holds it, whoever made it, with
 * all that it takes to make it again. All SQL means the same wherever its schema comes first in the
 * search path: names in that schema stand without it, all others with theirs.
 *
 * @param kind in SQL's words: {@code function}, {@code trigger}
 * @param name as SQL; a routine's as {@code regprocedure} writes it: {@code f(integer,text)}
 * @param table a trigger's, as SQL
 * @param attributes as {@link SnapshotSql} names and writes them, and the comment; those that have
 *     no value are left out, and so are owner and grants
 * @param definition its CREATE statement, a routine's up to its body
 * @param body of a routine
 */
public record PythonObject(
    String kind,
    String name,
    Optional<String> table,
    SortedMap<String, String> attributes,
    String definition,
    Optional<String> body) {
  public PythonObject {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }
}
