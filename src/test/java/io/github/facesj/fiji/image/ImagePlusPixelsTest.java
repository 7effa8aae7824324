package io.github.facesj.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoReader;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a detector sees against what ImageJ shows, for every kind of image. */
class ImagePlusPixelsTest {

  private static final int W = 40;
  private static final int H = 30;

  /** What the window shows. */
  private static FaceImage shown(ImagePlus image) {
    return FaceImage.of(
        image.getWidth(),
        image.getHeight(),
        (int[]) new ColorProcessor(image.getImage()).getPixels());
  }

  private static ImageProcessor noise(int bits, long seed) {
    Random random = new Random(seed);
    ImageProcessor ip =
        switch (bits) {
          case 8 -> new ByteProcessor(W, H);
          case 16 -> new ShortProcessor(W, H);
          default -> new FloatProcessor(W, H);
        };
    for (int i = 0; i < W * H; i++) {
      ip.setf(i, bits == 32 ? random.nextFloat() * 5 - 2 : random.nextInt(1 << bits));
    }
    ip.resetMinAndMax();
    return ip;
  }

  private static ImagePlus hyperstack(int bits, int channels, int slices, int frames) {
    ImageStack stack = new ImageStack(W, H);
    for (int i = 0; i < channels * slices * frames; i++) {
      stack.addSlice(noise(bits, i));
    }
    ImagePlus image = new ImagePlus("stack", stack);
    image.setDimensions(channels, slices, frames);
    return image;
  }

  @Test
  void wrapsRgbWithoutACopy() {
    ColorProcessor ip = new ColorProcessor(W, H);
    assertThat(ImagePlusPixels.current(new ImagePlus("rgb", ip)).pixels()).isSameAs(ip.getPixels());
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0, 255",
    "8, 50, 99.6",
    "8, 20.4, 20.4",
    "16, 0, 65535",
    "16, 900, 33000",
    "16, 7, 7",
    "32, -1.5, 2.25",
    "32, 0.1, 0.1"
  })
  void obeysTheDisplayRange(int bits, double min, double max) {
    ImagePlus image = new ImagePlus("grey", noise(bits, 1));
    image.setDisplayRange(min, max);
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
  }

  @Test
  void seesNoThreshold() {
    ImagePlus image = new ImagePlus("grey", noise(8, 1));
    FaceImage before = ImagePlusPixels.current(image);
    image.getProcessor().setThreshold(100, 200, ImageProcessor.RED_LUT);
    assertThat(ImagePlusPixels.current(image)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void showsGreyWithoutARangeAsImageJ(int bits) {
    ImagePlus image = new ImagePlus("grey", noise(bits, 2));
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void obeysLookupTables(int bits) {
    ImagePlus image = new ImagePlus("fire", noise(bits, 3));
    image.setLut(LUT.createLutFromColor(Color.ORANGE));
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
    image.getProcessor().invertLut();
    image.updateAndDraw();
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
  }

  @Test
  void showsNanAndInfinityBlackAndWhite() {
    float[] values = {Float.NaN, 0, 1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0.5f};
    ImagePlus image = new ImagePlus("nan", new FloatProcessor(6, 1, values));
    // ImageJ would stretch from infinity to infinity and show nothing at all.
    assertThat(ImagePlusPixels.current(image))
        .isEqualTo(FaceImage.of(6, 1, new int[] {0, 0, 0xffffff, 0xffffff, 0, 0x808080}));
    image.setDisplayRange(0, 1);
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
    ImagePlus nothing =
        new ImagePlus("nan", new FloatProcessor(2, 1, new float[] {Float.NaN, Float.NaN}));
    assertThat(ImagePlusPixels.current(nothing)).isEqualTo(FaceImage.of(2, 1, new int[2]));
  }

  @ParameterizedTest
  @CsvSource({"8, 1", "16, 1", "32, 1", "8, 2", "16, 2", "32, 2", "8, 3", "16, 3", "32, 3"})
  void showsCompositesInAllModesLikeImageJ(int bits, int mode) {
    CompositeImage image = new CompositeImage(hyperstack(bits, 4, 2, 3), mode);
    for (int c = 1; c <= 4; c++) {
      image.setC(c);
      image.setDisplayRange(bits == 32 ? c * 0.2 : c, bits == 32 ? c * 0.6 : c * 50);
    }
    image.setPosition(2, 2, 3);
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
    FaceImage other = ImagePlusPixels.of(image, new PlanePosition(3, 1, 2));
    assertThat(PlanePosition.current(image)).isEqualTo(new PlanePosition(2, 2, 3));
    image.setPosition(3, 1, 2);
    assertThat(other).isEqualTo(shown(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sum", "Max", "Min", "Invert"})
  void joinsChannelsAsTheImageSays(String projection) {
    CompositeImage image = new CompositeImage(hyperstack(16, 3, 1, 1), IJ.COMPOSITE);
    image.setProp("CompositeProjection", projection);
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
  }

  @Test
  void leavesOutHiddenChannels() {
    CompositeImage image = new CompositeImage(hyperstack(8, 3, 1, 1), IJ.COMPOSITE);
    image.getActiveChannels()[1] = false;
    image.updateAndDraw();
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
    assertThat(ImagePlusPixels.current(image).pixels()[5] & 0x00ff00).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void readsAnySliceOfAStackWithoutTouchingIt(int bits) {
    ImagePlus image = hyperstack(bits, 1, 5, 1);
    image.setDisplayRange(0.5, bits == 32 ? 2 : 200);
    FaceImage fourth = ImagePlusPixels.of(image, new PlanePosition(1, 4, 1));
    assertThat(image.getCurrentSlice()).isEqualTo(1);
    image.setSlice(4);
    assertThat(fourth).isEqualTo(shown(image)).isEqualTo(ImagePlusPixels.current(image));
  }

  @Test
  void takesTheCurrentChannelOfAPlainImage() {
    ImagePlus image = hyperstack(8, 3, 1, 1);
    image.setPosition(2, 1, 1);
    assertThat(ImagePlusPixels.current(image)).isEqualTo(shown(image));
  }

  @Test
  void givesTheSamePixelsForTheSamePhotoInAnyType() throws Exception {
    FaceImage photo = PhotoReader.read(Path.of("sample-images/groups/group_1.jpg"));
    ImagePlus rgb =
        new ImagePlus("rgb", new ColorProcessor(photo.width(), photo.height(), photo.pixels()));
    ImageStack shorts = new ImageStack(photo.width(), photo.height());
    ImageStack floats = new ImageStack(photo.width(), photo.height());
    for (int c = 0; c < 3; c++) {
      ByteProcessor channel = ((ColorProcessor) rgb.getProcessor()).getChannel(c + 1, null);
      ImageProcessor deep = channel.convertToShort(false);
      deep.multiply(257);
      shorts.addSlice(deep);
      floats.addSlice(channel.convertToFloat());
    }
    ImagePlus sixteen = composite(shorts, 65535);
    ImagePlus thirtytwo = composite(floats, 255);
    assertThat(ImagePlusPixels.current(rgb)).isEqualTo(photo);
    assertThat(difference(ImagePlusPixels.current(sixteen), photo)).isLessThanOrEqualTo(1);
    assertThat(ImagePlusPixels.current(thirtytwo)).isEqualTo(photo);
  }

  private static ImagePlus composite(ImageStack stack, double max) {
    CompositeImage image = new CompositeImage(new ImagePlus("composite", stack), IJ.COMPOSITE);
    for (int c = 1; c <= 3; c++) {
      image.setC(c);
      image.setDisplayRange(0, max);
    }
    return image;
  }

  private static int difference(FaceImage a, FaceImage b) {
    int most = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int d = (a.pixels()[i] >> shift & 255) - (b.pixels()[i] >> shift & 255);
        most = Math.max(most, Math.abs(d));
      }
    }
    return most;
  }

  @Test
  void agreesWithTheFileOnTheSixteenBitSample() throws Exception {
    String file = "sample-images/variants/gray16.tif";
    ImagePlus image = IJ.openImage(file);
    assertThat(image.getBitDepth()).isEqualTo(16);
    assertThat(PhotoReader.read(Path.of(file))).isEqualTo(ImagePlusPixels.current(image));
  }

  @ParameterizedTest
  @CsvSource({"8, 30, 99", "16, 900, 33000", "32, -1, 1.5", "16, 0, 0", "32, 0, 0", "24, 0, 0"})
  void agreesWithFilesThatImageJSaved(int bits, double min, double max, @TempDir Path dir)
      throws Exception {
    ImageProcessor ip = bits == 24 ? noise(8, 5).convertToRGB() : noise(bits, 5);
    ImagePlus image = new ImagePlus("saved", ip);
    if (max > min) {
      image.setDisplayRange(min, max);
    }
    Path file = dir.resolve("saved.tif");
    assertThat(new FileSaver(image).saveAsTiff(file.toString())).isTrue();
    assertThat(PhotoReader.read(file))
        .isEqualTo(ImagePlusPixels.current(image))
        .isEqualTo(ImagePlusPixels.current(IJ.openImage(file.toString())));
  }

  @Test
  void refusesAPictureThatIsNotThere() {
    ImagePlus image = hyperstack(8, 1, 2, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImagePlusPixels.of(image, new PlanePosition(1, 3, 1)))
        .withMessageContaining("2 slices")
        .withMessageContaining("slice 3");
  }
}
