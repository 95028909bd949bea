package org.plpython.flyway;

import java.util.Locale;

/** When an object goes whose source is gone. */
public enum RemovalPolicy {
  /** In the next migrate. */
  NOW,
  /** Not in the migrate that finds its source gone, but in the next release's. */
  DEFER,
  /** It stays. */
  NEVER;

  /** As the setting is written. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
