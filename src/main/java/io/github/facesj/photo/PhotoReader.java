package io.github.facesj.photo;

import io.github.facesj.api.Internal;
import io.github.facesj.api.PublicApi;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.format.FileCompleteness;
import io.github.facesj.photo.format.JpegLayout;
import io.github.facesj.photo.format.PhotoFormat;
import io.github.facesj.photo.format.PhotoStream;
import io.github.facesj.photo.format.WebpChunks;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageReader;

/**
 * Photos from files, upright: JPEG (also CMYK), PNG, TIFF (8 and 16 bits, float, several pages),
 * WebP, BMP, GIF (its first picture), PGM and PPM. The content decides about the format, not the
 * name. HEIC, AVIF, JPEG XL and JPEG 2000 are read where a program for them is installed. Files are
 * never written, and nothing is cached.
 *
 * <p>Colours are those stored, without colour management; transparency is laid on white; values of
 * more than 8 bits are shown from the smallest to the largest, or over the range that ImageJ stored
 * with the file, as ImageJ shows them.
 */
@PublicApi
public final class PhotoReader {

  /** Largest number of pixels of a photo, 2^29: more cannot be one array with room to work on. */
  public static final long MAX_PIXELS = 1L << 29;

  /** The decoder of WebP holds eight bytes, and fetches eight more, before it needs them. */
  private static final int BYTES_AHEAD = 24;

  private final Path file;
  private final PhotoInput input;
  private final PhotoFormat format;
  private final ImageReader reader;
  private final PhotoDecoder decoder;

  /**
   * @param input what is decoded for it
   */
  private PhotoReader(Path file, PhotoInput input, ImageReader reader, PhotoDecoder decoder) {
    this.file = file;
    this.input = input;
    this.format = input.format();
    this.reader = reader;
    this.decoder = decoder;
  }

  /**
   * The first picture of a file, upright.
   *
   * @throws FacesException if the file cannot be read, with what to do
   */
  public static FaceImage read(Path file) throws FacesException {
    return read(file, 0);
  }

  /**
   * One page of a file, upright.
   *
   * @param page 0-based
   * @throws FacesException if the file cannot be read, with what to do
   * @throws IllegalArgumentException if there is no such page
   */
  public static FaceImage read(Path file, int page) throws FacesException {
    return read(file, page, Progress.SILENT);
  }

  /**
   * One page of a file, upright.
   *
   * @param page 0-based
   * @param progress is asked while the file is read and decoded, and may stop it
   * @throws FacesException if the file cannot be read, with what to do; if it was stopped, one that
   *     is passing
   * @throws IllegalArgumentException if there is no such page
   */
  public static FaceImage read(Path file, int page, Progress progress) throws FacesException {
    return open(file, Part.ALL, progress, r -> r.whole(page));
  }

  /**
   * One page of a file, upright, and reduced by a whole number if it needs more memory than there
   * is room.
   *
   * @param page 0-based
   * @param room bytes of Java's memory, such as {@link PhotoMemory#room()}
   * @param progress is asked while the file is read and decoded, and may stop it
   * @throws FacesException if the file cannot be read, with what to do; if it was stopped, one that
   *     is passing
   * @throws IllegalArgumentException if there is no such page
   */
  @Internal
  public static ReducedPhoto read(Path file, int page, long room, Progress progress)
      throws FacesException {
    return open(file, Part.ALL, progress, r -> r.within(page, room));
  }

  /**
   * Number of pages: 1 for anything but a TIFF; small copies of pages do not count.
   *
   * @throws FacesException if the file cannot be read, with what to do
   */
  public static int pages(Path file) throws FacesException {
    return pages(file, Progress.SILENT);
  }

  /** The same; the progress is asked while the file is read, and may stop it. */
  public static int pages(Path file, Progress progress) throws FacesException {
    PhotoContent content = PhotoContent.of(file);
    return content.converted().isPresent()
        ? 1
        : open(content, Part.HEADER, progress, r -> r.indices().size());
  }

  /**
   * Bytes of Java's memory that each page needs at most, if it is read in its own size; known
   * without reading pixels.
   *
   * @param progress is asked while the file is read, and may stop it
   * @throws FacesException if the file cannot be read, with what to do
   */
  @Internal
  public static List<Long> needs(Path file, Progress progress) throws FacesException {
    PhotoContent content = PhotoContent.of(file);
    OptionalLong announced = PhotoInput.announced(content);
    if (announced.isPresent()) {
      return List.of(PhotoMemory.needed(announced.getAsLong(), false));
    }
    return open(
        content,
        Part.SIZES,
        progress,
        r -> {
          List<Long> needs = new ArrayList<>();
          for (int index : r.indices()) {
            needs.add(r.decoder.needed(index));
          }
          return needs;
        });
  }

  /**
   * Size and orientation of one page, without reading its pixels.
   *
   * @param page 0-based
   * @throws FacesException if the file cannot be read, with what to do
   * @throws IllegalArgumentException if there is no such page
   */
  @Internal
  public static PhotoFrame frame(Path file, int page) throws FacesException {
    return open(file, Part.HEADER, Progress.SILENT, r -> r.frame(r.index(page)));
  }

  /**
   * When the photo was taken, as its camera noted in EXIF: ISO 8601 without zone, such as {@code
   * 2001-02-03T04:05:06}; empty where the file says nothing readable.
   *
   * @throws FacesException if the file cannot be read, with what to do
   */
  public static Optional<String> taken(Path file) throws FacesException {
    PhotoContent content = PhotoContent.of(file);
    Optional<ConvertedFormat> converted = content.converted();
    if (converted.isPresent()) {
      return PhotoMetadata.taken(file, converted.get());
    }
    return open(
        content, Part.HEADER, Progress.SILENT, r -> PhotoMetadata.taken(r.input.file(), r.format));
  }

  /** Something done with an open file. */
  @FunctionalInterface
  private interface Work<T> {
    T apply(PhotoReader reader) throws IOException, FacesException;
  }

  /** How much of a file the work needs. */
  private enum Part {
    HEADER,
    SIZES,
    ALL
  }

  /**
   * What the decoder sees of the file.
   *
   * @param beside bytes that it needs beside Java's memory
   */
  private record Seen(PhotoStream pixels, long beside) {}

  private static <T> T open(Path file, Part part, Progress progress, Work<T> work)
      throws FacesException {
    return open(PhotoContent.of(file), part, progress, work);
  }

  private static <T> T open(PhotoContent content, Part part, Progress progress, Work<T> work)
      throws FacesException {
    try (PhotoInput input = PhotoInput.of(content, progress)) {
      return open(content.file(), input, part, progress, work);
    }
  }

  private static <T> T open(Path file, PhotoInput input, Part part, Progress progress, Work<T> work)
      throws FacesException {
    PhotoFormat format = input.format();
    try (PhotoStream in =
        PhotoStream.whole(Files.newByteChannel(input.file()), progress::isCanceled)) {
      ImageReader reader = format.reader();
      boolean lossless =
          format == PhotoFormat.WEBP && part != Part.HEADER && WebpChunks.isLossless(in);
      try {
        Seen seen = seen(in, format, part);
        reader.setInput(seen.pixels(), false, format == PhotoFormat.PNG);
        PhotoDecoder decoder = new PhotoDecoder(reader, format, lossless, seen.beside(), progress);
        return work.apply(new PhotoReader(file, input, reader, decoder));
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw BrokenPhoto.sentence(file, input.kind(), e);
    } catch (NoSuchPageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // Decoders meet damaged files with whatever exception the damage leads them into.
      throw BrokenPhoto.sentence(file, input.kind(), e);
    } catch (OutOfMemoryError e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "There is not enough memory free to read %s. Close other images, or give Java more"
                  + " memory (in Fiji: Edit > Options > Memory & Threads).",
              file),
          e);
    }
  }

  private static Seen seen(PhotoStream in, PhotoFormat format, Part part) throws IOException {
    if (format == PhotoFormat.JPEG) {
      JpegLayout layout = part == Part.ALL ? JpegLayout.of(in) : JpegLayout.header(in);
      return new Seen(layout.pixels(), layout.coefficients());
    }
    if (part == Part.ALL || format == PhotoFormat.TIFF) {
      FileCompleteness.require(in, format);
    }
    PhotoStream pixels =
        switch (format) {
          case PNG -> PixelChunks.ofPng(in);
          case WEBP -> PixelChunks.ofWebp(in).insert(new byte[BYTES_AHEAD]);
          default -> in;
        };
    pixels.seek(0);
    return new Seen(pixels, 0);
  }

  private PhotoFrame frame(int index) throws IOException {
    return PhotoFrame.ofStored(reader.getWidth(index), reader.getHeight(index), orientation(index));
  }

  private long pixels(int index) throws IOException {
    return (long) reader.getWidth(index) * reader.getHeight(index);
  }

  private FaceImage whole(int page) throws IOException, FacesException {
    long heap = Runtime.getRuntime().maxMemory();
    int index = index(page);
    long pixels = pixels(index);
    if (pixels > MAX_PIXELS
        || decoder.least(index) > heap
        || PhotoMemory.reduction(pixels, decoder.handsRowsOn(index), heap) > 1) {
      throw tooLarge(index, MAX_PIXELS);
    }
    return decoder.picture(index, orientation(index), 1);
  }

  private ReducedPhoto within(int page, long room) throws IOException, FacesException {
    int index = index(page);
    long pixels = pixels(index);
    int reduction = PhotoMemory.reduction(pixels, decoder.handsRowsOn(index), room);
    if (pixels > PhotoMemory.MAX_STORED
        || decoder.least(index) > Runtime.getRuntime().maxMemory()) {
      throw tooLarge(index, PhotoMemory.MAX_STORED);
    }
    return new ReducedPhoto(
        decoder.picture(index, orientation(index), reduction),
        reduction,
        frame(index),
        decoder.hasOffColours(index));
  }

  private FacesException tooLarge(int index, long most) throws IOException {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The photo %s is too large: its %d x %d pixels need about %d MB of memory, and Java has"
                + " %d MB (at most %d million pixels in any case). Make it smaller, or give Java"
                + " more memory.",
            file,
            reader.getWidth(index),
            reader.getHeight(index),
            decoder.needed(index) >> 20,
            Runtime.getRuntime().maxMemory() >> 20,
            most / 1_000_000));
  }

  private int index(int page) throws IOException {
    List<Integer> indices = indices();
    if (page < 0 || page >= indices.size()) {
      throw new NoSuchPageException(
          String.format(
              Locale.ROOT,
              "Page %d was asked for, but %s has the pages 1 to %d.",
              page + 1,
              file,
              indices.size()));
    }
    return indices.get(page);
  }

  private Orientation orientation(int index) throws IOException {
    if (input.isUpright()) {
      return Orientation.UPRIGHT;
    }
    return format == PhotoFormat.TIFF
        ? PhotoMetadata.orientation(reader, index)
        : PhotoMetadata.orientation(input.file(), format);
  }

  private List<Integer> indices() throws IOException {
    if (format != PhotoFormat.TIFF) {
      return List.of(0);
    }
    List<Integer> pages = new ArrayList<>();
    int count = reader.getNumImages(true);
    for (int i = 0; i < count; i++) {
      if (!PhotoMetadata.isThumbnail(reader, i)) {
        pages.add(i);
      }
    }
    return pages.isEmpty() ? List.of(0) : pages;
  }

  /** A wrong request, kept apart from whatever a decoder throws. */
  private static final class NoSuchPageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchPageException(String sentence) {
      super(sentence);
    }
  }
}
