package io.github.facesj.landmark;

import java.util.List;

/**
 * A mean face in three dimensions: x to the image's right, y up, z towards the camera, the outer
 * eye corners one unit apart, symmetric. It was made for FacesJ from the true points and poses of
 * the rendered portraits in {@code sample-images} (CC0): with the poses known, shape, sizes and
 * places of all faces follow by alternating least squares. {@code MeanFaceTest} repeats this and
 * compares.
 */
final class MeanFace {

  /**
   * Points of IBUG68 that move little with the expression: the ends of the jaw line, the nose, the
   * corners of eyes and mouth. Without the ends of the jaw line the pitch is twice as uncertain.
   */
  static final List<Integer> RIGID =
      List.of(0, 16, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 39, 42, 45, 48, 54);

  private static final double[][] RIGID_POINTS = {
    {-0.8128, 0.4483, -0.6520},
    {0.8128, 0.4483, -0.6520},
    {0, 0.4756, 0.2020},
    {0, 0.3511, 0.2504},
    {0, 0.2052, 0.3530},
    {0, 0.0134, 0.4499},
    {-0.1906, -0.0581, 0.1853},
    {-0.0739, -0.0957, 0.2735},
    {0, -0.0900, 0.2988},
    {0.0739, -0.0957, 0.2735},
    {0.1906, -0.0581, 0.1853},
    {-0.5000, 0.4814, -0.0451},
    {-0.2345, 0.4674, 0.0450},
    {0.2345, 0.4674, 0.0450},
    {0.5000, 0.4814, -0.0451},
    {-0.3012, -0.3347, 0.1062},
    {0.3012, -0.3347, 0.1062},
  };

  /** Eye centres, nose tip, mouth corners. */
  private static final double[][] FIVE_POINTS = {
    {-0.3745, 0.4838, 0.0178},
    {0.3745, 0.4838, 0.0178},
    {0, 0.0134, 0.4499},
    {-0.3012, -0.3347, 0.1062},
    {0.3012, -0.3347, 0.1062},
  };

  private MeanFace() {}

  /** The points of {@link #RIGID}, in its order. */
  static double[][] rigid() {
    return RIGID_POINTS;
  }

  /** The five points. */
  static double[][] five() {
    return FIVE_POINTS;
  }
}
