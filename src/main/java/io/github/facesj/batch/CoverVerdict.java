package io.github.facesj.batch;

/**
 * What becomes of a face.
 *
 * @param covered whether it is covered
 * @param doubt why that is not sure, as the end of a sentence; empty where it is sure
 */
public record CoverVerdict(boolean covered, String doubt) {

  /** Covered, and no doubt about it. */
  static final CoverVerdict COVERED = new CoverVerdict(true, "");

  /** Left as it is, and no doubt about it. */
  static final CoverVerdict KEPT = new CoverVerdict(false, "");

  /** Covered, to be on the safe side. */
  static CoverVerdict doubt(String why) {
    return new CoverVerdict(true, why);
  }

  /** Whether it was covered only because nobody can be sure. */
  public boolean isDoubt() {
    return !doubt.isEmpty();
  }
}
