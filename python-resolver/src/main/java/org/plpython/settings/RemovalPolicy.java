package org.plpython.settings;

import java.util.Locale;

/** When an object goes whose source is gone. */
public enum RemovalPolicy {
  /** In the next deploy. */
  NOW,
  /** Not in the deploy that finds its source gone, but in the next release's. */
  DEFER,
  /** It stays. */
  NEVER;

  /** As the setting is written. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
