package io.github.facesj.image;

/**
 * Along one axis: from which source pixels each target pixel is mixed, and in which parts. The
 * formulas, their float precision included, are those of OpenCV 4's {@code resize}.
 */
final class ResampleWeights {

  /** Parts of a pixel smaller than this are not counted (OpenCV, {@code computeResizeAreaTab}). */
  private static final double LEAST_PART = 1e-3;

  /** What a weight of 1 is in OpenCV's 8-bit bilinear arithmetic. */
  static final int ONE = 1 << 11;

  /** First source pixel of each target pixel. */
  final int[] first;

  /** Target pixel i has the weights {@code begin[i]} to {@code begin[i + 1] - 1}. */
  final int[] begin;

  /** Parts, those of one target pixel adding up to 1. */
  final float[] weight;

  /** Last source pixel of each target pixel, where it has at most two. */
  final int[] second;

  /** Weight of the first source pixel in parts of {@link #ONE}, where there are at most two. */
  final int[] fixed;

  private int weights;

  private ResampleWeights(int target, int mostPerPixel) {
    first = new int[target];
    begin = new int[target + 1];
    weight = new float[target * mostPerPixel];
    second = new int[target];
    fixed = new int[target];
  }

  /** Two neighbours of the target pixel's centre. */
  static ResampleWeights linear(int source, int target) {
    ResampleWeights taps = new ResampleWeights(target, 2);
    double scale = 1 / ((double) target / source);
    for (int i = 0; i < target; i++) {
      float at = (float) ((i + 0.5) * scale - 0.5);
      int left = (int) Math.floor(at);
      taps.two(i, left, at - left, source);
    }
    return taps;
  }

  /** The pixel in which a target pixel begins, mixed with the next where it reaches into that. */
  static ResampleWeights enlarged(int source, int target) {
    ResampleWeights taps = new ResampleWeights(target, 2);
    double inverse = (double) target / source;
    double scale = 1 / inverse;
    for (int i = 0; i < target; i++) {
      int left = (int) Math.floor(i * scale);
      float part = (float) ((i + 1) - (left + 1) * inverse);
      taps.two(i, left, part <= 0 ? 0 : part - (float) Math.floor(part), source);
    }
    return taps;
  }

  /** All pixels that the target pixel covers; for {@code target <= source}. */
  static ResampleWeights area(int source, int target) {
    double scale = 1 / ((double) target / source);
    ResampleWeights taps = new ResampleWeights(target, (int) Math.ceil(scale) + 2);
    for (int i = 0; i < target; i++) {
      double from = i * scale;
      double to = from + scale;
      double cell = Math.min(scale, source - from);
      int last = Math.min((int) Math.floor(to), source - 1);
      int whole = Math.min((int) Math.ceil(from), last);
      taps.first[i] = whole;
      if (whole - from > LEAST_PART) {
        taps.first[i] = whole - 1;
        taps.add((whole - from) / cell);
      }
      for (int s = whole; s < last; s++) {
        taps.add(1 / cell);
      }
      if (to - last > LEAST_PART) {
        taps.add(Math.min(Math.min(to - last, 1), cell) / cell);
      }
      taps.begin[i + 1] = taps.weights;
    }
    return taps;
  }

  private void two(int i, int left, float part, int source) {
    boolean single = left < 0 || left >= source - 1;
    first[i] = Math.max(0, Math.min(left, source - 1));
    if (single) {
      add(1);
    } else {
      add(1 - part);
      add(part);
    }
    second[i] = single ? first[i] : first[i] + 1;
    fixed[i] = (int) Math.rint(weight[begin[i]] * ONE);
    begin[i + 1] = weights;
  }

  private void add(double part) {
    weight[weights++] = (float) part;
  }
}
