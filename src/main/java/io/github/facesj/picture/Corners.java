package io.github.facesj.picture;

import io.github.facesj.face.Box;
import io.github.facesj.image.Similarity;
import java.util.stream.DoubleStream;

/** Where the corners of a picture lie when it is turned. */
final class Corners {

  private Corners() {}

  /** The smallest box around a picture of this size, brought elsewhere, and half a pixel more. */
  static Box bounds(Similarity to, double width, double height) {
    double[] x =
        DoubleStream.of(to.x(0, 0), to.x(width, 0), to.x(0, height), to.x(width, height))
            .sorted()
            .toArray();
    double[] y =
        DoubleStream.of(to.y(0, 0), to.y(width, 0), to.y(0, height), to.y(width, height))
            .sorted()
            .toArray();
    double rim = 0.5 + to.scale();
    return Box.ofCorners(x[0] - rim, y[0] - rim, x[3] + rim, y[3] + rim);
  }
}
