package io.github.facesj.embed;

/** Whose five points a face is aligned by. */
public enum PointSource {
  /** The detector's own. */
  DETECTOR,
  /** Those of the landmark model: eye centres, nose tip, mouth corners. */
  LANDMARKS
}
