package org.plpython.descriptor;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant to write. */
public final class Spelling {
  private static final int FARTHEST = 3;

  private Spelling() {}

  /** The word that differs least from what was written, if it differs by few characters. */
  private static Optional<String> nearest(String written, Collection<String> words) {
    return words.stream()
        .filter(word -> distance(written, word) <= Math.min(FARTHEST, word.length() / 2))
        .min(
            Comparator.comparingInt((String word) -> distance(written, word))
                .thenComparing(w -> w));
  }

  /** A question to the author, with a blank at its end; empty if nothing is near. */
  public static String didYouMean(String written, Collection<String> words) {
    return nearest(written, words).map(word -> "Did you mean '" + word + "'? ").orElse("");
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
