package io.github.facesj.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.facesj.Sample;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Imglib2Images;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;

/** The door for programs: the same photo gives the same faces, whatever it comes as. */
class FaceOperationsTest {

  private static final Path GROUP = Sample.path(Sample.GROUP);

  private static FacesJ facesj;

  @BeforeAll
  static void open() {
    facesj = FacesJ.open();
  }

  @AfterAll
  static void close() {
    facesj.close();
  }

  @Test
  void aFileAnImageOfImglib2AndAWindowGiveEqualFaces() throws Exception {
    FaceImage photo = PhotoReader.read(GROUP);
    List<Face> ofFile = facesj.analyze(GROUP);
    assertThat(ofFile).hasSize(5).allMatch(f -> f.landmarks().isPresent());
    assertThat(ofFile).allMatch(f -> f.embedding().isPresent() && f.points().isPresent());
    assertThat(facesj.analyze(Imglib2Images.argb(photo))).isEqualTo(ofFile);
    try (Context context = new Context(FacesService.class)) {
      FacesService service = context.service(FacesService.class);
      ImagePlus window =
          new ImagePlus("group", new ColorProcessor(photo.width(), photo.height(), photo.pixels()));
      assertThat(service.analyze(window)).isEqualTo(ofFile);
      assertThat(service.detect(GROUP)).isEqualTo(facesj.detect(GROUP));
      assertThat(service.compare(window, window).distance()).isZero();
    }
  }

  @Test
  void eachQuestionGivesWhatItNamesAndNoMore() throws Exception {
    assertThat(facesj.detect(GROUP))
        .hasSize(5)
        .allMatch(f -> f.landmarks().isEmpty() && f.embedding().isEmpty());
    assertThat(facesj.landmarks(GROUP))
        .hasSize(5)
        .allMatch(f -> f.landmarks().orElseThrow().size() == 68 && f.embedding().isEmpty());
    assertThat(facesj.embed(GROUP)).hasSize(5).allMatch(f -> f.embedding().isPresent());
  }

  @Test
  void greyPixelsGiveTheFacesOfTheSameWindow() throws Exception {
    ImageProcessor grey = Sample.open(Sample.GROUP).getProcessor().convertToByte(false);
    byte[] bytes = (byte[]) grey.getPixels();
    int w = grey.getWidth();
    int h = grey.getHeight();
    try (Context context = new Context(FacesService.class)) {
      FacesService service = context.service(FacesService.class);
      List<Face> expected = service.detect(new ImagePlus("grey", new ByteProcessor(w, h, bytes)));
      assertThat(expected).hasSize(5);
      assertThat(facesj.detect(ArrayImgs.unsignedBytes(bytes, w, h))).isEqualTo(expected);

      ImageProcessor shorts = grey.convertToShort(false);
      ImagePlus window = new ImagePlus("shorts", shorts);
      assertThat(facesj.detect(ArrayImgs.unsignedShorts((short[]) shorts.getPixels(), w, h)))
          .isEqualTo(service.detect(window));

      ImageProcessor floats = grey.convertToFloat();
      assertThat(facesj.detect(ArrayImgs.floats((float[]) floats.getPixels(), w, h)))
          .isEqualTo(service.detect(new ImagePlus("floats", floats)));
    }
  }

  @Test
  void channelsAreRedGreenAndBlueAndPlanesAreTakenOneByOne() throws Exception {
    FaceImage photo = PhotoReader.read(GROUP);
    int size = photo.width() * photo.height();
    byte[] channels = new byte[3 * size];
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < 3; c++) {
        channels[c * size + i] = (byte) (photo.pixels()[i] >> (16 - 8 * c));
      }
    }
    RandomAccessibleInterval<?> image =
        ArrayImgs.unsignedBytes(channels, photo.width(), photo.height(), 3);
    assertThat(Imglib2Images.of(image)).isEqualTo(photo);
    assertThat(Imglib2Images.planes(image))
        .hasSize(3)
        .allSatisfy(
            p ->
                assertThat(Arrays.stream(Imglib2Images.of(p).pixels()))
                    .allMatch(v -> (v & 255) == v >> 16));
    assertThatThrownBy(() -> facesj.detect(ArrayImgs.floats(4, 4, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two dimensions");
  }

  @Test
  void arraysOfColoursAreWrappedWithoutACopyBothWays() {
    int[] pixels = IntStream.range(0, 12).toArray();
    FaceImage wrapped = Imglib2Images.of(ArrayImgs.argbs(pixels, 4, 3));
    assertThat(wrapped.pixels()).isSameAs(pixels);
    RandomAccessibleInterval<ARGBType> back = Imglib2Images.argb(wrapped);
    assertThat(Imglib2Images.of(back).pixels()).isSameAs(pixels);
  }

  @Test
  void cropsAreGivenBackAsImages() throws Exception {
    Face face = facesj.detect(GROUP).get(0);
    RandomAccessibleInterval<ARGBType> crop = facesj.crop(GROUP, face);
    assertThat(crop.dimensionsAsLongArray()).containsExactly(112, 112);
    assertThatThrownBy(() -> facesj.crop(GROUP, Face.of(face.box(), 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoPhotosAreCompared() throws Exception {
    Comparison same =
        facesj.compare(
            Sample.path("portraits/ada/ada_1.jpg"), Sample.path("portraits/ada/ada_2.jpg"));
    Comparison other =
        facesj.compare(
            Sample.path("portraits/ada/ada_1.jpg"), Sample.path("portraits/bo/bo_1.jpg"));
    assertThat(same.same()).isTrue();
    assertThat(same.distance()).isLessThan(other.distance());
    FaceImage empty = FaceImage.of(64, 64, new int[64 * 64]);
    assertThatThrownBy(() -> facesj.compare(empty, empty))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("No face");
  }

  @Test
  void severalThreadsGetWhatOneGets() throws Exception {
    List<Face> expected = facesj.detect(GROUP);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<List<Face>>> all =
          threads.invokeAll(Collections.nCopies(6, () -> facesj.detect(GROUP)));
      for (Future<List<Face>> one : all) {
        assertThat(one.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void afterClosingASentenceSaysSo() {
    FacesJ closed = FacesJ.open();
    closed.close();
    assertThatThrownBy(() -> closed.detect(GROUP))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("closed");
  }
}
