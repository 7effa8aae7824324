package io.github.facesj.evaluation;

import java.util.Objects;

/**
 * Two photos to be compared, and the truth about them.
 *
 * @param a name of the first photo in its list
 * @param b name of the second
 * @param same whether they show one person
 * @param fold number of its fold, 0 for the first
 */
public record Pair(String a, String b, boolean same, int fold) {

  public Pair {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
  }
}
