package io.github.facesj.fiji.image;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.facesj.image.DisplayRange;
import io.github.facesj.image.FaceImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.util.Locale;

/**
 * The pixels of an image window as a person sees them: with its display range, its lookup table and
 * the colours of its channels. RGB images are wrapped without a copy; nothing of the image changes.
 * A threshold, an overlay and a selection are not part of the pixels.
 */
public final class ImagePlusPixels {

  private ImagePlusPixels() {}

  /** The picture that the image shows. */
  public static FaceImage current(ImagePlus image) {
    return of(image, PlanePosition.current(image));
  }

  /**
   * One picture of a stack or hyperstack, shown like the current one.
   *
   * @throws IllegalArgumentException if the image has no such picture
   */
  public static FaceImage of(ImagePlus image, PlanePosition at) {
    if (at.channel() < 1
        || at.channel() > image.getNChannels()
        || at.slice() < 1
        || at.slice() > image.getNSlices()
        || at.frame() < 1
        || at.frame() > image.getNFrames()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The image %s has %d channels, %d slices and %d frames, but channel %d, slice %d,"
                  + " frame %d was asked for.",
              image.getTitle(),
              image.getNChannels(),
              image.getNSlices(),
              image.getNFrames(),
              at.channel(),
              at.slice(),
              at.frame()));
    }
    boolean together = image.isComposite() && image.getDisplayMode() == IJ.COMPOSITE;
    int[] rgb =
        together && image.getNChannels() > 1
            ? allChannels((CompositeImage) image, at)
            : oneChannel(image, at);
    return FaceImage.of(image.getWidth(), image.getHeight(), rgb);
  }

  private static int[] oneChannel(ImagePlus image, PlanePosition at) {
    ImageProcessor plane = image.getStack().getProcessor(at.stackIndex(image));
    if (plane instanceof ColorProcessor) {
      return (int[]) plane.getPixels();
    }
    if (image instanceof CompositeImage composite) {
      LUT lut = composite.getChannelLut(at.channel());
      boolean grey = composite.getMode() == IJ.GRAYSCALE;
      return coloured(
          levels(plane.getPixels(), lut.min, lut.max), grey ? plane.getDefaultColorModel() : lut);
    }
    ImageProcessor current = image.getProcessor();
    boolean threshold = current.getMinThreshold() != ImageProcessor.NO_THRESHOLD;
    if (plane.getPixels() instanceof byte[] bytes && !threshold) {
      // ImageJ works the range of 8-bit images into the table, and forgets its fractions.
      return coloured(bytes, current.getCurrentColorModel());
    }
    double min = image.getDisplayRangeMin();
    double max = image.getDisplayRangeMax();
    return coloured(levels(plane.getPixels(), min, max), current.getColorModel());
  }

  private static byte[] levels(Object pixels, double min, double max) {
    boolean set =
        Double.isFinite(min) && Double.isFinite(max) && min <= max && (min != 0 || max != 0);
    if (pixels instanceof byte[] bytes) {
      return set ? new DisplayRange(min, max).levels(bytes) : bytes;
    }
    if (pixels instanceof short[] shorts) {
      return (set ? new DisplayRange(min, max) : DisplayRange.ofValues(shorts)).levels(shorts);
    }
    float[] floats = (float[]) pixels;
    return (set ? new DisplayRange(min, max) : DisplayRange.ofValues(floats)).levels(floats);
  }

  private static int[] coloured(byte[] levels, ColorModel colours) {
    IndexColorModel index = (IndexColorModel) colours;
    int[] table = new int[Math.max(256, index.getMapSize())];
    index.getRGBs(table);
    int[] rgb = new int[levels.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = table[levels[i] & 0xff];
    }
    return rgb;
  }

  /** Lets ImageJ itself join the channels, on a second image that shares their pixels. */
  private static int[] allChannels(CompositeImage image, PlanePosition at) {
    ImageStack channels = new ImageStack(image.getWidth(), image.getHeight());
    for (int c = 1; c <= image.getNChannels(); c++) {
      int index = image.getStackIndex(c, at.slice(), at.frame());
      channels.addSlice(image.getStack().getProcessor(index));
    }
    ImagePlus planes = new ImagePlus(image.getTitle(), channels);
    planes.setDimensions(image.getNChannels(), 1, 1);
    CompositeImage shown = new CompositeImage(planes, IJ.COMPOSITE);
    shown.copyLuts(image);
    String projection = image.getProp("CompositeProjection");
    if (projection != null) {
      shown.setProp("CompositeProjection", projection);
    }
    return (int[]) new ColorProcessor(shown.getImage()).getPixels();
  }
}
