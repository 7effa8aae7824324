package io.github.facesj.fiji.parameter;

/** Whose boxes landmarks are looked for in when their error is measured. */
public enum BoxesChoice {
  /** Those a detector finds: the whole way. */
  DETECTOR,
  /** The smallest round the true points: the landmark model alone. */
  TRUTH
}
