package org.plpython.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An object that PostgreSQL would have to drop along with a routine.
 *
 * @param catalog the OID of the system catalog that has it
 * @param oid of the object; of a column, its table's
 * @param identity as people write it: {@code shop.price_list}, {@code shop.book.clean_isbn}
 * @param name as SQL, what follows the word of its kind: {@code clean_isbn ON shop.book}
 * @param relation as SQL with its schema, what is locked when it is dropped or created
 * @param isRecreatable whether its statements restore it completely, without loss of any data
 * @param parts what is dropped along with it and must be created after it, in that order
 */
public record Dependent(
    DependentKind kind,
    long catalog,
    long oid,
    String identity,
    String name,
    Optional<String> relation,
    boolean isRecreatable,
    Optional<String> comment,
    DependentDefinition definition,
    List<Dependent> parts) {
  public Dependent {
    parts = List.copyOf(parts);
  }
}
