package io.github.facesj.model;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a network wants to be fed: one float32 tensor of pixels, each {@code (pixel - mean) * scale}
 * with pixels of 0 to 255.
 */
public final class InputSpec {

  private final String tensor;
  private final String axes;
  private final int width;
  private final int height;
  private final int multiple;
  private final ColorOrder order;
  private final float[] mean;
  private final float[] scale;
  private final boolean dynamicBatch;

  InputSpec(
      String tensor,
      String axes,
      int width,
      int height,
      int multiple,
      ColorOrder order,
      float[] mean,
      float[] scale,
      boolean dynamicBatch) {
    this.tensor = tensor;
    this.axes = axes;
    this.width = width;
    this.height = height;
    this.multiple = multiple;
    this.order = order;
    this.mean = mean.clone();
    this.scale = scale.clone();
    this.dynamicBatch = dynamicBatch;
  }

  /** Name of the input in the network. */
  public String tensor() {
    return tensor;
  }

  /**
   * Order of the axes, outermost first: b for batch, c for colour, y, x. {@code bcyx} for nearly
   * all; MTCNN has {@code bxyc}.
   */
  public String axes() {
    return axes;
  }

  /** Width in pixels, or 0 where it is free. */
  public int width() {
    return width;
  }

  /** Height in pixels, or 0 where it is free. */
  public int height() {
    return height;
  }

  /** What free sides must be multiples of; 1 if any. */
  public int multiple() {
    return multiple;
  }

  public ColorOrder order() {
    return order;
  }

  /** Three numbers in {@link #order()}; a copy. */
  public float[] mean() {
    return mean.clone();
  }

  /** Three numbers in {@link #order()}; a copy. */
  public float[] scale() {
    return scale.clone();
  }

  /** Whether several pictures may go through the network in one call. */
  public boolean dynamicBatch() {
    return dynamicBatch;
  }

  InputSpec withOrder(ColorOrder other) {
    return new InputSpec(tensor, axes, width, height, multiple, other, mean, scale, dynamicBatch);
  }

  /**
   * A tensor of zeros of this input's shape.
   *
   * @param batch number of pictures
   * @param w width where it is free, otherwise ignored
   * @param h height where it is free, otherwise ignored
   */
  public Tensor zeros(int batch, int w, int h) {
    long[] shape = new long[4];
    for (int i = 0; i < 4; i++) {
      shape[i] =
          switch (axes.charAt(i)) {
            case 'b' -> batch;
            case 'c' -> 3;
            case 'y' -> height > 0 ? height : h;
            default -> width > 0 ? width : w;
          };
    }
    return Tensor.zeros(tensor, shape);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s %dx%d (multiples of %d) %s mean %s scale %s",
        tensor,
        axes,
        width,
        height,
        multiple,
        order,
        Arrays.toString(mean),
        Arrays.toString(scale));
  }
}
