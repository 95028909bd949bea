package org.plpython.source;

import java.util.Locale;

/** How bad a {@link Diagnostic} is; the worst comes first. */
public enum Severity {
  /** It stops a deploy. */
  ERROR,
  /** It is known to go wrong when the function runs. */
  WARNING,
  /** It is worth knowing, and may be meant so. */
  INFO;

  /** As messages write it: {@code warning}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
