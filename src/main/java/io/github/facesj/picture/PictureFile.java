package io.github.facesj.picture;

import io.github.facesj.image.FaceImage;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture being written: PNG, JPEG or TIFF by the end of its name, TIFF with as many pages as are
 * added. It holds the pixels and the name of the program ({@link PictureMark}), but no notes of a
 * camera, no names, no small copies. It appears under its name when it is complete; the folder is
 * made.
 */
public final class PictureFile implements AutoCloseable {

  /** Quality of JPEG, 0 to 1: of a photo that was a JPEG, an eye sees no difference. */
  private static final float QUALITY = 0.95f;

  private static final Map<String, String> FORMATS =
      Map.of(
          "png", "png", "jpg", "jpeg", "jpeg", "jpeg", "jpe", "jpeg", "jfif", "jpeg", "tif", "tiff",
          "tiff", "tiff");

  private final Path target;
  private final AtomicFile file;
  private final ImageOutputStream out;
  private final ImageWriter writer;
  private final boolean pages;
  private int added;

  private PictureFile(
      Path target, AtomicFile file, ImageOutputStream out, ImageWriter writer, boolean pages) {
    this.target = target;
    this.file = file;
    this.out = out;
    this.writer = writer;
    this.pages = pages;
  }

  /** Whether pictures can be written under a name with this end. */
  public static boolean canWrite(String name) {
    return FORMATS.containsKey(end(name));
  }

  /** Whether a file of this name can hold several pages. */
  public static boolean holdsPages(String name) {
    return "tiff".equals(FORMATS.get(end(name)));
  }

  private static String end(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a picture of one page.
   *
   * @throws FacesException if it cannot be written; then what was there before still is
   * @throws IllegalArgumentException if the name does not end like that of a picture
   */
  public static void write(Path target, FaceImage picture) throws FacesException {
    write(target, picture, WriteGuard.none());
  }

  /**
   * The same within a run.
   *
   * @param guard of the run
   */
  public static void write(Path target, FaceImage picture, WriteGuard guard) throws FacesException {
    try (PictureFile file = create(target, guard)) {
      file.add(picture);
      file.commit();
    }
  }

  /**
   * Begins a picture.
   *
   * @param guard of the run that writes it
   * @throws FacesException if it cannot be written
   * @throws IllegalArgumentException if the name does not end like that of a picture
   */
  public static PictureFile create(Path target, WriteGuard guard) throws FacesException {
    String format = FORMATS.get(end(PathText.name(target)));
    if (format == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The picture %s must end with .png, .jpg or .tif, so that it is known what to write.",
              target));
    }
    AtomicFile file = guard.create(target, PictureMark.KIND);
    try {
      ImageWriter writer = writer(format);
      ImageOutputStream out = new MemoryCacheImageOutputStream(file.stream());
      writer.setOutput(out);
      if (format.equals("tiff")) {
        writer.prepareWriteSequence(null);
      }
      return new PictureFile(target, file, out, writer, format.equals("tiff"));
    } catch (IOException e) {
      file.close();
      throw AtomicFile.unwritable(target, e);
    }
  }

  /** The JDK's own writer: what other plugins put into the common list may differ. */
  private static ImageWriter writer(String format) throws IOException {
    Iterator<ImageWriterSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
    while (all.hasNext()) {
      ImageWriterSpi spi = all.next();
      if (spi.getClass().getModule() == ImageIO.class.getModule()
          && Arrays.asList(spi.getFormatNames()).contains(format)) {
        return spi.createWriterInstance();
      }
    }
    throw new IOException("this Java has no writer for " + format);
  }

  /**
   * Adds a page.
   *
   * @throws FacesException if it cannot be written
   * @throws IllegalArgumentException if the file has a page already and can have but one
   */
  public void add(FaceImage page) throws FacesException {
    if (added > 0 && !pages) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Only a TIFF can hold several pages, but %s is none.", target));
    }
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (param.canWriteCompressed() && !end(target.toString()).equals("png")) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      if (pages) {
        param.setCompressionType("LZW");
      } else {
        param.setCompressionQuality(QUALITY);
      }
    }
    BufferedImage pixels = wrap(page);
    try {
      IIOImage image =
          new IIOImage(
              pixels,
              null,
              PictureMark.metadata(writer, param, pixels, FORMATS.get(end(target.toString()))));
      if (pages) {
        writer.writeToSequence(image, param);
      } else {
        writer.write(null, image, param);
      }
    } catch (IOException e) {
      throw AtomicFile.unwritable(target, e);
    }
    added++;
  }

  private static BufferedImage wrap(FaceImage page) {
    int[] masks = {0xff0000, 0xff00, 0xff};
    DataBufferInt pixels = new DataBufferInt(page.pixels(), page.pixels().length);
    return new BufferedImage(
        new DirectColorModel(24, masks[0], masks[1], masks[2]),
        Raster.createPackedRaster(pixels, page.width(), page.height(), page.width(), masks, null),
        false,
        null);
  }

  /**
   * Puts the complete picture in its place, over a file that may be there.
   *
   * @throws FacesException if it cannot be written
   */
  public void commit() throws FacesException {
    try {
      if (pages) {
        writer.endWriteSequence();
      }
      out.close();
    } catch (IOException e) {
      throw AtomicFile.unwritable(target, e);
    }
    file.commit();
  }

  @Override
  public void close() throws FacesException {
    writer.dispose();
    file.close();
  }
}
