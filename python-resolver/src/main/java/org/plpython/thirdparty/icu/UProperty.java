package org.plpython.thirdparty.icu;

/** The two Unicode properties that the Python tokenizer asks for. */
public final class UProperty {
  /** May begin an identifier (Unicode Standard Annex 31). */
  public static final int XID_START = 1;

  /** May follow in an identifier (Unicode Standard Annex 31). */
  public static final int XID_CONTINUE = 2;

  private UProperty() {}
}
