package io.github.facesj.detect;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Fit;
import io.github.facesj.image.Letterbox;
import io.github.facesj.image.PlaneWriter;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.model.ColorOrder;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.Tensor;

/** Puts pictures on the canvas of a network that takes one at a time; its buffers are reused. */
final class CanvasFeed {

  private final InputSpec input;
  private final Fit fit;
  private final Resampling resampling;
  private final Resizer resizer = new Resizer();
  private final PlaneWriter writer;
  private Tensor tensor;

  CanvasFeed(InputSpec input, Fit fit, Resampling resampling) {
    this.input = input;
    this.fit = fit;
    this.resampling = resampling;
    this.writer = new PlaneWriter(input.order() == ColorOrder.BGR, input.mean(), input.scale());
  }

  /** Whether every picture is brought to one size. */
  boolean fits() {
    return fit != Fit.PAD;
  }

  /** Where the picture goes. */
  Letterbox place(FaceImage image) {
    return fit.place(
        image.width(), image.height(), input.width(), input.height(), input.multiple());
  }

  /** The canvas with the picture on it; valid until the next call. */
  Tensor feed(FaceImage image, Letterbox place) {
    if (tensor == null || !tensor.hasShape(1, 3, place.canvasHeight(), place.canvasWidth())) {
      tensor = input.zeros(1, place.canvasWidth(), place.canvasHeight());
    }
    int[] pixels =
        resizer.resize(
            image.pixels(),
            image.width(),
            image.height(),
            place.width(),
            place.height(),
            resampling);
    writer.write(pixels, place, tensor.data(), 0);
    return tensor;
  }
}
