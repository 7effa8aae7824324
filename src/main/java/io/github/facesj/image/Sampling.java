package io.github.facesj.image;

/** How pixels are read when a part of a picture is brought to another size or position. */
public enum Sampling {
  /**
   * Between the four nearest pixels, whatever the scale: what most face networks were trained and
   * published with (OpenCV's {@code INTER_LINEAR}). A strongly reduced face aliases.
   */
  BILINEAR,
  /**
   * As {@link #BILINEAR} down to half the size; below that from the {@link Pyramid} level on which
   * the face is reduced to a half at most, so that nothing aliases.
   */
  ANTIALIASED
}
