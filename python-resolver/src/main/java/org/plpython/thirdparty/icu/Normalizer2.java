package org.plpython.thirdparty.icu;

import java.text.Normalizer;

/** Stands in for ICU's class of the same name, over {@link Normalizer}. */
public final class Normalizer2 {
  private static final Normalizer2 NFKC = new Normalizer2();

  private Normalizer2() {}

  /** The normal form that Python gives to identifiers. */
  public static Normalizer2 getNFKCInstance() {
    return NFKC;
  }

  /** The text in normal form NFKC. */
  public String normalize(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
