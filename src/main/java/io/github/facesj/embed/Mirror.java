package io.github.facesj.embed;

/** What becomes of the mirrored crop of a face. */
public enum Mirror {
  /** Nothing: one view. */
  NONE,
  /** Its vector is added to the other. */
  SUM,
  /** Its vector is put behind the other (SphereFace's test protocol). */
  CONCAT
}
