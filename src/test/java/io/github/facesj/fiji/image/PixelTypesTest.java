package io.github.facesj.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.ChannelSplitter;
import ij.process.ImageProcessor;
import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.ImageDetection;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same picture as RGB, 16-bit composite and 32-bit composite has its faces in the same place.
 */
class PixelTypesTest {

  @TempDir Path dir;

  @Test
  void theTypeOfThePixelsDoesNotMoveABox() throws Exception {
    ImagePlus rgb = Sample.open(Sample.GROUP);
    ModelStore store = ModelStore.at(dir);
    try (OpenModel model =
        store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1)) {
      List<Box> boxes = boxes(model, rgb);
      ImagePlus sixteen = composite(rgb, ImageProcessor::convertToShortProcessor, 200, 900);
      ImagePlus thirtyTwo = composite(rgb, ImageProcessor::convertToFloatProcessor, 1e-3, -5);
      assertSame(boxes(model, sixteen), boxes);
      assertSame(boxes(model, thirtyTwo), boxes);
    }
  }

  private static List<Box> boxes(OpenModel model, ImagePlus image) throws Exception {
    SearchOptions options = SearchOptions.builder().score(0.6).build();
    return new ImageDetection(image, FaceAnalyzer.detecting(model, options))
        .detect(List.of(PlanePosition.current(image)), Progress.SILENT).get(0).faces().stream()
            .map(Face::box)
            .toList();
  }

  /** Channels of another type, whose values are {@code grey * factor + offset}. */
  private static ImagePlus composite(
      ImagePlus rgb, UnaryOperator<ImageProcessor> convert, double factor, double offset) {
    ImageStack stack = new ImageStack(rgb.getWidth(), rgb.getHeight());
    for (ImagePlus channel : ChannelSplitter.split(rgb)) {
      ImageProcessor plane = convert.apply(channel.getProcessor());
      plane.multiply(factor);
      plane.add(offset);
      stack.addSlice(plane);
    }
    ImagePlus image = new ImagePlus("composite", stack);
    image.setDimensions(3, 1, 1);
    CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
    for (int c = 1; c <= 3; c++) {
      composite.setC(c);
      composite.setDisplayRange(offset, 255 * factor + offset);
    }
    return composite;
  }

  private static void assertSame(List<Box> actual, List<Box> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).x()).isCloseTo(expected.get(i).x(), within(1.0));
      assertThat(actual.get(i).y()).isCloseTo(expected.get(i).y(), within(1.0));
      assertThat(actual.get(i).right()).isCloseTo(expected.get(i).right(), within(1.0));
      assertThat(actual.get(i).bottom()).isCloseTo(expected.get(i).bottom(), within(1.0));
    }
  }
}
