package io.github.facesj.photo;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import java.util.Arrays;

/**
 * Makes an upright picture of rows of 8-bit samples as they come from a decoder, reduced by a whole
 * number if there is no room for all: each pixel is the mean of {@code n * n}.
 */
final class UprightRows implements RowRaster.Rows {

  private final int n;
  private final int width;
  private final int height;
  private final int bands;
  private final Orientation orientation;
  private final int[] row;
  private final long[] sum;
  private final int[] upright;
  private int begun;

  /**
   * @param width of the stored picture
   * @param height of the stored picture
   * @param bands 1 for grey, 3 for red, green, blue
   * @param n how many times smaller the picture becomes, 1 for not at all; what is left at the
   *     right and at the bottom is less than one pixel and falls away
   */
  UprightRows(int width, int height, int bands, Orientation orientation, int n) {
    this.n = n;
    this.width = Math.max(1, width / n);
    this.height = Math.max(1, height / n);
    this.bands = bands;
    this.orientation = orientation;
    this.row = new int[this.width];
    this.sum = new long[n == 1 ? 0 : 3 * this.width];
    this.upright = new int[Math.multiplyExact(this.width, this.height)];
  }

  @Override
  public void accept(int y, int[] samples) {
    if (n == 1) {
      for (int x = 0, i = 0; x < width; x++, i += bands) {
        row[x] =
            0xff000000 | samples[i] << 16 | samples[i + bands / 2] << 8 | samples[i + bands - 1];
      }
      orientation.place(row, y, width, height, upright);
    } else if (y / n < height) {
      if (y % n == 0) {
        Arrays.fill(sum, 0);
        begun = y;
      }
      add(samples);
      if (y == begun + n - 1) {
        mean();
        orientation.place(row, y / n, width, height, upright);
      }
    }
  }

  private void add(int[] samples) {
    for (int x = 0, i = 0; x < width; x++) {
      for (int k = 0; k < n; k++, i += bands) {
        sum[3 * x] += samples[i];
        sum[3 * x + 1] += samples[i + bands / 2];
        sum[3 * x + 2] += samples[i + bands - 1];
      }
    }
  }

  private void mean() {
    int all = n * n;
    for (int x = 0; x < width; x++) {
      int red = (int) ((sum[3 * x] + all / 2) / all);
      int green = (int) ((sum[3 * x + 1] + all / 2) / all);
      int blue = (int) ((sum[3 * x + 2] + all / 2) / all);
      row[x] = 0xff000000 | red << 16 | green << 8 | blue;
    }
  }

  FaceImage picture() {
    boolean swap = orientation.swapsAxes();
    return FaceImage.of(swap ? height : width, swap ? width : height, upright, orientation);
  }
}
