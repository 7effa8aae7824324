package io.github.facesj.image;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes pixels as the three colour planes that nearly all networks take, each value {@code (v -
 * mean) * scale}. Around the picture is black, made before the normalisation as by every protocol
 * that FacesJ follows. For one thread: it keeps its rows.
 */
public final class PlaneWriter {

  private final boolean blueFirst;
  private final float[][] table = new float[3][256];
  private float[][] rows = new float[3][0];

  /**
   * @param blueFirst whether the planes are blue, green, red instead of red, green, blue
   * @param mean of each plane, in the order of the planes
   * @param scale of each plane, in the order of the planes
   */
  public PlaneWriter(boolean blueFirst, float[] mean, float[] scale) {
    if (mean.length != 3 || scale.length != 3) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Three planes need three means and three scales, but got %d and %d.",
              mean.length,
              scale.length));
    }
    this.blueFirst = blueFirst;
    for (int c = 0; c < 3; c++) {
      for (int v = 0; v < 256; v++) {
        table[c][v] = (v - mean[c]) * scale[c];
      }
    }
  }

  /**
   * Writes one canvas with a picture in it.
   *
   * @param rgb {@code 0xRRGGBB} of the picture in its size in the canvas, row by row
   * @param place where in which canvas
   * @param out receives {@code 3 * canvasWidth * canvasHeight} numbers
   * @param start index of the first number
   */
  public void write(int[] rgb, Letterbox place, FloatBuffer out, int start) {
    int cw = place.canvasWidth();
    int plane = cw * place.canvasHeight();
    if (rows[0].length != cw) {
      rows = new float[3][cw];
    }
    clear();
    boolean black = true;
    for (int y = 0, at = start; y < place.canvasHeight(); y++, at += cw) {
      int line = y - place.top();
      if (line >= 0 && line < place.height()) {
        fill(rgb, line * place.width(), place.left(), place.width());
        black = false;
      } else if (!black) {
        clear();
        black = true;
      }
      for (int c = 0; c < 3; c++) {
        out.put(at + c * plane, rows[c], 0, cw);
      }
    }
  }

  private void clear() {
    for (int c = 0; c < 3; c++) {
      Arrays.fill(rows[c], table[c][0]);
    }
  }

  private void fill(int[] rgb, int from, int left, int n) {
    float[] first = rows[0];
    float[] green = rows[1];
    float[] last = rows[2];
    int high = blueFirst ? 0 : 16;
    int low = 16 - high;
    float[] t0 = table[0];
    float[] t1 = table[1];
    float[] t2 = table[2];
    for (int i = 0; i < n; i++) {
      int p = rgb[from + i];
      first[left + i] = t0[p >> high & 0xff];
      green[left + i] = t1[p >> 8 & 0xff];
      last[left + i] = t2[p >> low & 0xff];
    }
  }
}
