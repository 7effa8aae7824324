package io.github.facesj.detect;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Letterbox;
import io.github.facesj.image.PlaneWriter;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.ResizeMode;
import io.github.facesj.image.Resizer;
import io.github.facesj.model.ColorOrder;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.util.Locale;

/** Puts pictures on the canvas of a network that takes one at a time; its buffers are reused. */
final class DetectorPreprocessor {

  /** Pixels of the largest canvas: more than a computer with 8 GB can do. */
  private static final long MOST = 1L << 26;

  /** What FacesJ's detector needs for a pixel of the canvas (docs/BENCHMARKS.md). */
  private static final long BYTES_PER_PIXEL = 86;

  private final InputSpec input;
  private final ResizeMode fit;
  private final Resampling resampling;
  private final Resizer resizer = new Resizer();
  private final PlaneWriter writer;
  private Tensor room;

  DetectorPreprocessor(InputSpec input, ResizeMode fit, Resampling resampling) {
    this.input = input;
    this.fit = fit;
    this.resampling = resampling;
    this.writer = new PlaneWriter(input.order() == ColorOrder.BGR, input.mean(), input.scale());
  }

  /** Whether every picture is brought to one size. */
  boolean fits() {
    return fit != ResizeMode.PAD;
  }

  /** Where the picture goes. */
  Letterbox place(FaceImage image) {
    return fit.place(
        image.width(), image.height(), input.width(), input.height(), input.multiple());
  }

  /**
   * The canvas with the picture on it; valid until the next call.
   *
   * @throws FacesException if the network would need too much memory for it
   */
  Tensor feed(FaceImage image, Letterbox place) throws FacesException {
    long pixels = (long) place.canvasWidth() * place.canvasHeight();
    if (pixels > MOST) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "One look at %d x %d pixels would need some %d GB of memory. Search with tiles=0,"
                  + " which looks at parts, or make the picture smaller.",
              image.width(),
              image.height(),
              1 + pixels * BYTES_PER_PIXEL / (1 << 30)));
    }
    if (room == null || room.data().capacity() < 3 * pixels) {
      room = input.zeros(1, place.canvasWidth(), place.canvasHeight());
    }
    Tensor tensor =
        Tensor.of(room.name(), room.data(), 1, 3, place.canvasHeight(), place.canvasWidth());
    int[] rgb =
        resizer.resize(
            image.pixels(),
            image.width(),
            image.height(),
            place.width(),
            place.height(),
            resampling);
    writer.write(rgb, place, tensor.data(), 0);
    return tensor;
  }
}
