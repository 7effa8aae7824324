package io.github.facesj.detect;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.Network;
import io.github.facesj.model.Outputs;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The first stage of MTCNN: a small network slides over a pyramid of the picture. Column-major: the
 * networks were trained so, x is the outer axis.
 */
final class MtcnnProposals {

  /** Side of the window that the network sees, in pixels. */
  private static final int CELL = 12;

  /** Pixels between two windows. */
  private static final int STRIDE = 2;

  private final Network network;
  private final InputSpec input;
  private final MtcnnSettings settings;
  private final Resizer resizer = new Resizer();
  private FloatBuffer buffer = FloatBuffer.allocate(0);

  MtcnnProposals(Network network, InputSpec input, MtcnnSettings settings) {
    this.network = network;
    this.input = input;
    this.settings = settings;
  }

  /** Windows that may hold a face, squared, best first. */
  List<MtcnnWindow> find(FaceImage image) throws FacesException {
    List<MtcnnWindow> all = new ArrayList<>();
    Nms within = new Nms(Nms.Measure.UNION, settings.scaleOverlap(), 1);
    for (double scale : scales(image)) {
      List<MtcnnWindow> found = scan(image, scale);
      found.sort(MtcnnWindow.BEST_FIRST);
      all.addAll(within.suppress(found, MtcnnWindow::box));
    }
    all.sort(MtcnnWindow.BEST_FIRST);
    return new Nms(Nms.Measure.UNION, settings.pyramidOverlap(), 1)
        .suppress(all, MtcnnWindow::box).stream().map(w -> w.shifted(0).square()).toList();
  }

  /** Scales at which the smallest face, and then larger ones, fill the network's window. */
  private List<Double> scales(FaceImage image) {
    List<Double> scales = new ArrayList<>();
    double first = CELL / settings.smallest();
    double side = Math.min(image.width(), image.height()) * first;
    for (int k = 0; side >= CELL; k++, side *= settings.factor()) {
      scales.add(first * Math.pow(settings.factor(), k));
    }
    return scales;
  }

  private List<MtcnnWindow> scan(FaceImage image, double scale) throws FacesException {
    int w = (int) Math.ceil(image.width() * scale);
    int h = (int) Math.ceil(image.height() * scale);
    Outputs outputs = network.run(tensor(image, w, h));
    long[] shape = outputs.shape(settings.proposal().scores());
    float[] scores = outputs.get(settings.proposal().scores());
    float[] shifts = outputs.get(settings.proposal().boxes());
    int rows = (int) shape[2];
    List<MtcnnWindow> found = new ArrayList<>();
    for (int i = 0; i < scores.length / 2; i++) {
      double score = scores[2 * i + 1];
      if (!Output.below(score, (float) settings.proposalScore())) {
        int x = STRIDE * (i / rows) + 1;
        int y = STRIDE * (i % rows) + 1;
        double[] shift = {shifts[4 * i], shifts[4 * i + 1], shifts[4 * i + 2], shifts[4 * i + 3]};
        found.add(
            new MtcnnWindow(
                (int) (x / scale),
                (int) (y / scale),
                (int) ((x + CELL - 1) / scale),
                (int) ((y + CELL - 1) / scale),
                score,
                shift));
      }
    }
    return found;
  }

  private Tensor tensor(FaceImage image, int w, int h) {
    int[] rgb =
        resizer.resize(image.pixels(), image.width(), image.height(), w, h, Resampling.AREA);
    int size = Math.multiplyExact(3, Math.multiplyExact(w, h));
    if (buffer.capacity() < size) {
      buffer =
          ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    float[] mean = input.mean();
    float[] scale = input.scale();
    float[] column = new float[3 * h];
    for (int x = 0; x < w; x++) {
      for (int y = 0, i = 0; y < h; y++, i += 3) {
        int p = rgb[y * w + x];
        column[i] = ((p >> 16 & 0xff) - mean[0]) * scale[0];
        column[i + 1] = ((p >> 8 & 0xff) - mean[1]) * scale[1];
        column[i + 2] = ((p & 0xff) - mean[2]) * scale[2];
      }
      buffer.put(x * column.length, column);
    }
    return Tensor.of(input.tensor(), buffer, 1, w, h, 3);
  }
}
