package org.plpython.resolver;

import java.lang.ref.SoftReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that remembers its latest result as long as there is memory for it: who runs several
 * commands in one JVM, or all tests of an application, has the same sources each time.
 */
final class Latest<I, R> {
  private final Function<I, R> function;
  private SoftReference<@Nullable Result<I, R>> latest = new SoftReference<>(null);

  Latest(Function<I, R> function) {
    this.function = function;
  }

  private record Result<I, R>(I input, R value) {}

  /** The function's result, or what it throws; several threads may ask at once. */
  R resolve(I input) {
    Result<I, R> known = known();
    if (known != null && known.input().equals(input)) {
      return known.value();
    }
    R value = function.apply(input);
    remember(new Result<>(input, value));
    return value;
  }

  private synchronized @Nullable Result<I, R> known() {
    return latest.get();
  }

  private synchronized void remember(Result<I, R> result) {
    latest = new SoftReference<>(result);
  }
}
