package io.github.facesj.fiji.parameter;

/** Where the names at faces come from. */
public enum NameSource {
  /** Nowhere: faces are numbered. */
  NONE,
  /** From a gallery. */
  GALLERY,
  /** From the names of the rectangles that were drawn. */
  DRAWN
}
