package io.github.facesj.image;

/**
 * How a picture is brought to another size. Both give, to the last bit for 8-bit pixels, what
 * OpenCV 4 gives ({@code modules/imgproc/src/resize.cpp}), because the public networks are fed by
 * it and their figures depend on it.
 */
public enum Resampling {
  /**
   * Two neighbours in each direction, pixel centres at +0.5, no smoothing: {@code INTER_LINEAR}.
   */
  BILINEAR,
  /**
   * The mean of the area that a pixel covers, parts of pixels weighted: {@code INTER_AREA}. Where
   * one side is enlarged there is no area; OpenCV then blends two neighbours only where a pixel
   * lies across both.
   */
  AREA
}
