package io.github.facesj.detect;

import io.github.facesj.api.PublicApi;
import io.github.facesj.face.Box;

/** Whether boxes are made square round the same centre, as FaceNet's wrappers do. */
@PublicApi
public enum Square {
  /** As the detector gives them. */
  NONE,
  /** The side is the height. */
  HEIGHT,
  /** The side is the width. */
  WIDTH;

  /** The box made square, or as it is. */
  public Box apply(Box box) {
    return switch (this) {
      case NONE -> box;
      case HEIGHT -> box.square(box.height());
      case WIDTH -> box.square(box.width());
    };
  }
}
