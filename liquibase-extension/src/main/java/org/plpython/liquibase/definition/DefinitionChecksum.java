package org.plpython.liquibase.definition;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.CheckSum;
import org.jspecify.annotations.Nullable;
import org.plpython.object.Checksum;

/** Checksums that see each character; Liquibase's own see no white space (trap L1). */
final class DefinitionChecksum {
  private DefinitionChecksum() {}

  /** Over all texts, and which are missing. */
  static CheckSum of(Stream<@Nullable String> texts) {
    return CheckSum.compute(
        Checksum.ofText(
                texts
                    .map(it -> it == null ? "-" : it.length() + ":" + it)
                    .collect(Collectors.joining("\n")))
            .sha256());
  }
}
