package org.plpython.thirdparty.pegparser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the parser's rules have found at each token, as the parser's own {@code RuleResultCache}
 * keeps it in maps of maps, where half of the parser's time went.
 */
final class RuleMemo {
  private static final int TOKENS = 256;

  private final AbstractParser parser;

  /** The last one found at each token. */
  private @Nullable Result[] results = new Result[TOKENS];

  RuleMemo(AbstractParser parser) {
    this.parser = parser;
  }

  /**
   * What one rule found.
   *
   * @param end the token after it
   * @param others of other rules at the same token, and earlier ones of this
   */
  private record Result(int rule, int end, @Nullable Object node, @Nullable Result others) {}

  boolean hasResult(int token, int rule) {
    return find(token, rule) != null;
  }

  /** What the rule has found, perhaps nothing; the parser goes on after it. */
  @Nullable Object getResult(int token, int rule) {
    Result found = find(token, rule);
    if (found == null) {
      throw new IllegalStateException("rule " + rule + " has not been tried at token " + token);
    }
    parser.reset(found.end());
    return found.node();
  }

  /** Takes the place of what the rule has found there before. */
  void putResult(int token, int rule, @Nullable Object node) {
    if (token >= results.length) {
      results = Arrays.copyOf(results, Math.max(token + 1, 2 * results.length));
    }
    results[token] = new Result(rule, parser.mark(), node, results[token]);
  }

  void clear() {
    Arrays.fill(results, null);
  }

  private @Nullable Result find(int token, int rule) {
    Result result = token < results.length ? results[token] : null;
    while (result != null && result.rule() != rule) {
      result = result.others();
    }
    return result;
  }
}
