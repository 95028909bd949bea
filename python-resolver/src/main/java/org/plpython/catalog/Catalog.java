package org.plpython.catalog;

import java.util.List;
import java.util.Set;

/**
 * What a database holds of what somebody looked for.
 *
 * @param upToDate identities that are installed as the registry says, with the checksum that is
 *     wanted: of nothing else is anything known
 * @param unmarked those of them that the registry has no mark of, so that they had to be read
 * @param installed the others, and every routine that has the name of a wanted one
 * @param registered all of the registry
 */
public record Catalog(
    Set<String> upToDate,
    Set<String> unmarked,
    List<Installed> installed,
    List<Registered> registered) {
  public Catalog {
    upToDate = Set.copyOf(upToDate);
    unmarked = Set.copyOf(unmarked);
    installed = List.copyOf(installed);
    registered = List.copyOf(registered);
  }
}
