package org.plpython.liquibase.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.CheckSum;
import org.jspecify.annotations.Nullable;

/** Checksums that see each character; Liquibase's own see no white space (trap L1). */
final class DefinitionChecksum {
  private DefinitionChecksum() {}

  /** Over all texts, and which are missing. */
  static CheckSum of(Stream<@Nullable String> texts) {
    return CheckSum.compute(
        sha256(
            texts
                .map(it -> it == null ? "-" : it.length() + ":" + it)
                .collect(Collectors.joining("\n"))));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each JVM has it
    }
  }
}
