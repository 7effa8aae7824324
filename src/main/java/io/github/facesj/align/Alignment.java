package io.github.facesj.align;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.image.Similarity;
import io.github.facesj.image.Warp;

/** Where a face goes in a crop: onto the points of a template, or into a square around its box. */
public sealed interface Alignment permits Template, SquareCrop {

  /** Pixels of the crop. */
  int width();

  /** Pixels of the crop. */
  int height();

  /**
   * The map from pixel indices of the photo to pixel indices of the crop.
   *
   * @throws IllegalArgumentException if the face lacks what is needed, such as five points
   */
  Similarity of(Face face);

  /** The crop itself; black where the photo ends. */
  default FaceImage crop(Pyramid photo, Face face, Sampling sampling) {
    return Warp.cut(photo, of(face), width(), height(), sampling);
  }
}
