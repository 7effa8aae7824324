package io.github.facesj.batch;

/** Whose faces are covered. */
public enum CoverTarget {
  /** Everybody's. */
  ALL,
  /** Those of people whom the gallery does not know. */
  UNKNOWN,
  /** Those of the people named. */
  ONLY,
  /** All but those of the people named. */
  EXCEPT
}
