package io.github.facesj.picture;

/** The mean of colours. */
final class Mean {

  private static final int GREY = 0x808080;

  private long red;
  private long green;
  private long blue;
  private long count;

  void add(int rgb) {
    red += rgb >> 16 & 255;
    green += rgb >> 8 & 255;
    blue += rgb & 255;
    count++;
  }

  /** {@code 0xRRGGBB}; grey where nothing was added. */
  int colour() {
    return count == 0 ? GREY : channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private int channel(long sum) {
    return (int) ((sum + count / 2) / count);
  }
}
