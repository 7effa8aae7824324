package io.github.facesj.detect;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resizer;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.Network;
import io.github.facesj.model.Outputs;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The second and third stage of MTCNN: a network looks at each window closely. Windows are cut out
 * with black outside the picture, averaged down to the network's side, and laid column-major.
 */
final class MtcnnRefiner {

  /** Windows in one call of the network: bounds the memory on crowded photos. */
  private static final int BATCH = 128;

  /** Receives what the network says about one window. */
  @FunctionalInterface
  interface Verdict {
    /**
     * @param window as it was handed in
     * @param index of the window in {@code outputs}
     */
    void accept(MtcnnWindow window, int index, Outputs outputs);
  }

  private final Network network;
  private final InputSpec input;
  private final int side;
  private final Resizer resizer = new Resizer();
  private final float[] small;
  private final float[] column;
  private final Tensor batch;
  private int[] crop = new int[0];

  MtcnnRefiner(Network network, InputSpec input) {
    this.network = network;
    this.input = input;
    this.side = input.width();
    this.small = new float[3 * side * side];
    this.column = new float[3 * side];
    this.batch = Tensor.zeros(input.tensor(), BATCH, side, side, 3);
  }

  /** Hands each window to the network and what it says to {@code verdict}, in order. */
  void judge(FaceImage image, List<MtcnnWindow> windows, Verdict verdict) throws FacesException {
    List<MtcnnWindow> real =
        windows.stream().filter(w -> w.x2() >= w.x1() && w.y2() >= w.y1()).toList();
    for (int from = 0; from < real.size(); from += BATCH) {
      List<MtcnnWindow> part = real.subList(from, Math.min(real.size(), from + BATCH));
      for (int i = 0; i < part.size(); i++) {
        lay(image, part.get(i), i);
      }
      FloatBuffer data = batch.data();
      Outputs outputs = network.run(Tensor.of(input.tensor(), data, part.size(), side, side, 3));
      for (int i = 0; i < part.size(); i++) {
        verdict.accept(part.get(i), i, outputs);
      }
    }
  }

  /** Coordinates of windows are 1-based and inclusive here, as in the MATLAB original. */
  private void lay(FaceImage image, MtcnnWindow window, int index) {
    int w = (int) (window.x2() - window.x1()) + 1;
    int h = (int) (window.y2() - window.y1()) + 1;
    cut(image, (int) window.x1() - 1, (int) window.y1() - 1, w, h);
    resizer.resize(crop, w, h, side, side, small);
    float[] mean = input.mean();
    float[] scale = input.scale();
    int start = index * small.length;
    for (int x = 0; x < side; x++) {
      for (int y = 0, i = 0; y < side; y++) {
        int pixel = 3 * (y * side + x);
        for (int c = 0; c < 3; c++, i++) {
          column[i] = (small[pixel + c] - mean[c]) * scale[c];
        }
      }
      batch.data().put(start + x * column.length, column);
    }
  }

  private void cut(FaceImage image, int left, int top, int w, int h) {
    int size = Math.multiplyExact(w, h);
    if (crop.length < size) {
      crop = new int[size];
    }
    Arrays.fill(crop, 0, size, 0);
    int from = Math.max(0, left);
    int to = Math.min(image.width(), left + w);
    for (int y = Math.max(0, top); y < Math.min(image.height(), top + h) && from < to; y++) {
      System.arraycopy(
          image.pixels(), y * image.width() + from, crop, (y - top) * w + from - left, to - from);
    }
  }
}
