package io.github.facesj.image;

import io.github.facesj.api.PublicApi;
import io.github.facesj.photo.PhotoReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/**
 * Images of imglib2 as pictures for FacesJ, and back. An {@code ArrayImg} of {@link ARGBType} is
 * wrapped without a copy in both directions; all else is copied. The first dimension is x, the
 * second y; coordinates of faces count from the interval's own corner, wherever that is.
 */
@PublicApi
public final class Imglib2Images {

  private static final int CHANNEL = 2;
  private static final int RED_GREEN_BLUE = 3;

  private Imglib2Images() {}

  /**
   * A picture of colours or of grey values. Grey is shown as ImageJ does at first: bytes as they
   * are, all others from the smallest to the largest value.
   *
   * @param image x and y; bytes may have three channels (red, green, blue) as a third dimension
   * @throws IllegalArgumentException if it has other dimensions, no pixels or too many, or pixels
   *     that are neither colours nor real numbers
   */
  public static FaceImage of(RandomAccessibleInterval<?> image) {
    if (image.numDimensions() == CHANNEL + 1
        && image.dimension(CHANNEL) == RED_GREEN_BLUE
        && image.getType() instanceof UnsignedByteType) {
      return ofChannels(image);
    }
    requirePlane(image);
    Object type = image.getType();
    if (type instanceof ARGBType) {
      return FaceImage.of(width(image), height(image), colours(image));
    }
    if (type instanceof UnsignedByteType) {
      return grey(image, bytes(image));
    }
    if (type instanceof UnsignedShortType) {
      short[] values = shorts(image);
      return grey(image, DisplayRange.ofValues(values).levels(values));
    }
    float[] values = floats(image);
    return grey(image, DisplayRange.ofValues(values).levels(values));
  }

  /**
   * A picture of grey values between two that are shown black and white.
   *
   * @param image x and y
   * @throws IllegalArgumentException as {@link #of(RandomAccessibleInterval)}, and for colours
   */
  public static FaceImage of(RandomAccessibleInterval<?> image, DisplayRange range) {
    requirePlane(image);
    if (image.getType() instanceof UnsignedByteType) {
      return grey(image, range.levels(bytes(image)));
    }
    if (image.getType() instanceof UnsignedShortType) {
      return grey(image, range.levels(shorts(image)));
    }
    return grey(image, range.levels(floats(image)));
  }

  /**
   * The pictures of a stack, along its last dimension; each is read when it is asked for.
   *
   * @param stack x, y and a last dimension; bytes may have three channels before that
   * @throws IllegalArgumentException if it has fewer dimensions
   */
  public static List<RandomAccessibleInterval<?>> planes(RandomAccessibleInterval<?> stack) {
    int last = stack.numDimensions() - 1;
    if (last < CHANNEL) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A stack needs x, y and one more dimension, but this image has %d.",
              stack.numDimensions()));
    }
    List<RandomAccessibleInterval<?>> planes = new ArrayList<>();
    for (long at = stack.min(last); at <= stack.max(last); at++) {
      planes.add(Views.hyperSlice(stack, last, at));
    }
    return List.copyOf(planes);
  }

  /**
   * A picture as an image of imglib2 that shares its pixels: to read, never to write.
   *
   * @return x and y, beginning at 0; the highest byte (alpha) of a pixel has no meaning
   */
  public static RandomAccessibleInterval<ARGBType> argb(FaceImage picture) {
    return ArrayImgs.argbs(picture.pixels(), picture.width(), picture.height());
  }

  private static void requirePlane(RandomAccessibleInterval<?> image) {
    if (image.numDimensions() != CHANNEL) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A picture has two dimensions, x and y (bytes may have three channels as a third),"
                  + " but this image has %d. Take one plane of it, such as those of"
                  + " Imglib2Images.planes.",
              image.numDimensions()));
    }
  }

  private static int width(RandomAccessibleInterval<?> image) {
    return side(image, 0);
  }

  private static int height(RandomAccessibleInterval<?> image) {
    return side(image, 1);
  }

  private static int side(RandomAccessibleInterval<?> image, int dimension) {
    long side = image.dimension(dimension);
    if (side < 1 || image.dimension(0) * image.dimension(1) > PhotoReader.MAX_PIXELS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "An image of %d x %d pixels has none, or more than the %d million that FacesJ reads"
                  + " at once.",
              image.dimension(0),
              image.dimension(1),
              PhotoReader.MAX_PIXELS / 1_000_000));
    }
    return (int) side;
  }

  private static FaceImage grey(RandomAccessibleInterval<?> image, byte[] levels) {
    int[] rgb = new int[levels.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (levels[i] & 0xff) * 0x010101;
    }
    return FaceImage.of(width(image), height(image), rgb);
  }

  private static FaceImage ofChannels(RandomAccessibleInterval<?> image) {
    int[] rgb = new int[width(image) * height(image)];
    for (RandomAccessibleInterval<?> channel : planes(image)) {
      byte[] values = bytes(channel);
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] = rgb[i] << 8 | (values[i] & 0xff);
      }
    }
    return FaceImage.of(width(image), height(image), rgb);
  }

  /** The pixels themselves where they lie in one array as a picture's do, else a copy. */
  private static int[] colours(RandomAccessibleInterval<?> image) {
    int size = width(image) * height(image);
    if (image instanceof ArrayImg<?, ?> array
        && array.update(null) instanceof IntArray pixels
        && pixels.getCurrentStorageArray().length == size) {
      return pixels.getCurrentStorageArray();
    }
    int[] rgb = new int[size];
    int i = 0;
    for (Object pixel : Views.flatIterable(image)) {
      rgb[i++] = ((ARGBType) pixel).get();
    }
    return rgb;
  }

  private static byte[] bytes(RandomAccessibleInterval<?> image) {
    byte[] values = new byte[width(image) * height(image)];
    int i = 0;
    for (Object pixel : Views.flatIterable(image)) {
      values[i++] = (byte) ((UnsignedByteType) pixel).get();
    }
    return values;
  }

  private static short[] shorts(RandomAccessibleInterval<?> image) {
    short[] values = new short[width(image) * height(image)];
    int i = 0;
    for (Object pixel : Views.flatIterable(image)) {
      values[i++] = (short) ((UnsignedShortType) pixel).get();
    }
    return values;
  }

  private static float[] floats(RandomAccessibleInterval<?> image) {
    if (!(image.getType() instanceof RealType)) {
      throw new IllegalArgumentException(
          "The pixels of an image must be colours (ARGBType) or real numbers, but are "
              + image.getType().getClass().getSimpleName()
              + ".");
    }
    float[] values = new float[width(image) * height(image)];
    int i = 0;
    for (Object pixel : Views.flatIterable(image)) {
      values[i++] = ((RealType<?>) pixel).getRealFloat();
    }
    return values;
  }
}
