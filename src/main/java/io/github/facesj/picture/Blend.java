package io.github.facesj.picture;

/** One colour laid over another. */
final class Blend {

  private Blend() {}

  /**
   * @param below {@code 0xRRGGBB}
   * @param above {@code 0xRRGGBB}
   * @param alpha how much of the upper one is seen, 0 to 1
   */
  static int over(int below, int above, double alpha) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double b = below >> shift & 255;
      double a = above >> shift & 255;
      mixed |= (int) Math.round(b + (a - b) * alpha) << shift;
    }
    return mixed;
  }
}
