package org.plpython.harness;

import org.plpython.object.Checksum;

/** A few digits that tell texts apart, for names of folders. */
final class ShortHash {
  private static final int DIGITS = 8;

  private ShortHash() {}

  static String of(String text) {
    return Checksum.ofText(text).sha256().substring(0, DIGITS);
  }
}
