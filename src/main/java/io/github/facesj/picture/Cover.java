package io.github.facesj.picture;

/** What a face is covered with. */
public enum Cover {
  /** What is there, so blurred that only a cloud of its colours is left. */
  BLUR,
  /** Large squares, each in the mean colour of what is there. */
  PIXELATE,
  /** A black rectangle: nothing of the face is left, not even its colour. */
  BOX,
  /** A plain ellipse with soft edges in the mean colour of what surrounds the head. */
  ELLIPSE
}
