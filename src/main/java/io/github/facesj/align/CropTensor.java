package io.github.facesj.align;

import io.github.facesj.image.FaceImage;
import io.github.facesj.model.ColorOrder;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.Tensor;
import java.nio.FloatBuffer;
import java.util.Locale;

/**
 * Puts crops into the tensor of a network: axes, colours and numbers as its card says, or
 * prewhitened as FaceNet does.
 */
public final class CropTensor {

  private final InputSpec spec;
  private final boolean prewhiten;
  private final float[][] table = new float[3][256];

  private CropTensor(InputSpec spec, boolean prewhiten) {
    this.spec = spec;
    this.prewhiten = prewhiten;
    float[] mean = spec.mean();
    float[] scale = spec.scale();
    for (int c = 0; c < 3; c++) {
      for (int v = 0; v < 256; v++) {
        table[c][v] = (v - mean[c]) * scale[c];
      }
    }
  }

  /** Numbers as the card says. */
  public static CropTensor of(InputSpec spec) {
    return new CropTensor(spec, false);
  }

  /**
   * Each crop by itself: {@code (x - mean) / max(deviation, 1 / sqrt(N))} over its N numbers of all
   * three colours, as facenet.py does (davidsandberg/facenet, {@code prewhiten}).
   */
  public static CropTensor prewhitened(InputSpec spec) {
    return new CropTensor(spec, true);
  }

  /** An empty tensor for so many crops. */
  public Tensor tensor(int crops) {
    return spec.zeros(crops, 0, 0);
  }

  /**
   * Puts a crop into a tensor.
   *
   * @param crop of the size the network wants
   * @param tensor from {@link #tensor(int)}
   * @param index which of its crops
   * @throws IllegalArgumentException if the size differs
   */
  public void put(FaceImage crop, Tensor tensor, int index) {
    int w = spec.width();
    int h = spec.height();
    if (crop.width() != w || crop.height() != h) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The network wants crops of %d x %d pixels, but got %d x %d.",
              w,
              h,
              crop.width(),
              crop.height()));
    }
    float[][] values = prewhiten ? whitening(crop) : table;
    int pixels = w * h;
    float[] numbers = new float[3 * pixels];
    int colour = stride('c');
    int row = stride('y');
    int column = stride('x');
    int[] rgb = crop.pixels();
    int[] shifts = spec.order() == ColorOrder.RGB ? new int[] {16, 8, 0} : new int[] {0, 8, 16};
    for (int c = 0; c < 3; c++) {
      float[] value = values[c];
      int shift = shifts[c];
      for (int y = 0, i = 0; y < h; y++) {
        for (int x = 0, to = c * colour + y * row; x < w; x++, i++, to += column) {
          numbers[to] = value[rgb[i] >> shift & 255];
        }
      }
    }
    FloatBuffer data = tensor.data();
    data.put(index * numbers.length, numbers);
  }

  /** Steps between neighbours along an axis, the batch being outermost. */
  private int stride(char axis) {
    String axes = spec.axes();
    int stride = 1;
    for (int i = axes.length() - 1; axes.charAt(i) != axis; i--) {
      stride *=
          switch (axes.charAt(i)) {
            case 'c' -> 3;
            case 'y' -> spec.height();
            default -> spec.width();
          };
    }
    return stride;
  }

  private static float[][] whitening(FaceImage crop) {
    long sum = 0;
    long squares = 0;
    for (int p : crop.pixels()) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int v = p >> shift & 255;
        sum += v;
        squares += (long) v * v;
      }
    }
    double n = 3.0 * crop.pixels().length;
    double mean = sum / n;
    double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
    double divisor = Math.max(deviation, 1 / Math.sqrt(n));
    float[] values = new float[256];
    for (int v = 0; v < 256; v++) {
      values[v] = (float) ((v - mean) / divisor);
    }
    return new float[][] {values, values, values};
  }
}
