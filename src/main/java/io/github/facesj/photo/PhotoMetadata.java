package io.github.facesj.photo;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngMetadataReader;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import io.github.facesj.image.DisplayRange;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.format.JpegProfile;
import io.github.facesj.photo.format.PhotoFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageReader;

/**
 * What a file says about its picture besides the pixels: which way is up, what is black, when it
 * was taken.
 */
final class PhotoMetadata {

  // Tag numbers of TIFF 6.0.
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int IMAGE_DESCRIPTION = 270;
  private static final int ORIENTATION = 274;
  private static final int EXTRA_SAMPLES = 338;
  private static final int PHOTOMETRIC = 262;
  private static final int PROFILE = 34675;

  /** Colours of inks. */
  private static final int SEPARATED = 5;

  /** Extra samples of no stated meaning, such as a further channel of a microscope. */
  private static final int UNSPECIFIED = 0;

  /** The lines min=... and max=... of a description that ImageJ wrote. */
  private static final Pattern IMAGEJ_RANGE =
      Pattern.compile(
          "\\AImageJ=.*?^min=(\\S+)$.*?^max=(\\S+)$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private PhotoMetadata() {}

  /** EXIF orientation of a file that holds one picture; upright where it says nothing readable. */
  static Orientation orientation(Path file, PhotoFormat format) throws IOException {
    if (format == PhotoFormat.TIFF) {
      return Orientation.UPRIGHT; // each page has its own
    }
    ExifIFD0Directory exif = notes(file, format).getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return value == null ? Orientation.UPRIGHT : Orientation.ofExif(value);
  }

  /**
   * When the shutter was released, else when the picture was digitised; ISO 8601 without zone. The
   * time of the last change by a program, which EXIF has as well, says nothing of the picture.
   */
  static Optional<String> taken(Path file, PhotoFormat format) throws IOException {
    return taken(notes(file, format));
  }

  /** The same of a photo that has to be converted; the program that does it leaves the time out. */
  static Optional<String> taken(Path file, ConvertedFormat format) {
    if (format != ConvertedFormat.HEIC && format != ConvertedFormat.AVIF) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return taken(HeifMetadataReader.readMetadata(in));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return Optional.empty(); // damaged notes, whose lengths may be any number
    }
  }

  private static Optional<String> taken(Metadata notes) {
    ExifSubIFDDirectory exif = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    if (exif == null) {
      return Optional.empty();
    }
    return Stream.of(
            ExifDirectoryBase.TAG_DATETIME_ORIGINAL, ExifDirectoryBase.TAG_DATETIME_DIGITIZED)
        .map(exif::getString)
        .filter(Objects::nonNull)
        .map(PhotoMetadata::iso)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A time as EXIF writes it; cameras without a clock write zeros or blanks. */
  private static Optional<String> iso(String exif) {
    try {
      LocalDateTime time = LocalDateTime.parse(exif.strip(), EXIF_TIME);
      return Optional.of(time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Metadata tiff(Path file) throws IOException, ImageProcessingException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return TiffMetadataReader.readMetadata(new ChannelReader(channel));
    }
  }

  /** What cameras write beside the pixels; nothing where that is damaged. */
  private static Metadata notes(Path file, PhotoFormat format) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return switch (format) {
        case JPEG -> JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
        case PNG -> PngMetadataReader.readMetadata(in);
        case WEBP -> WebpMetadataReader.readMetadata(in);
        case TIFF -> tiff(file);
        default -> new Metadata();
      };
    } catch (ImageProcessingException e) {
      // Damaged notes do not make a picture unreadable: it stays as it is stored, as in any viewer.
      return new Metadata();
    }
  }

  /** Whether a page of a TIFF is CMYK, and has no profile that CMYK can be shown with. */
  static boolean isCmykWithoutProfile(ImageReader tiff, int page) throws IOException {
    boolean separated =
        field(tiff, page, PHOTOMETRIC)
            .filter(v -> v instanceof Number n && n.intValue() == SEPARATED)
            .isPresent();
    return separated
        && field(tiff, page, PROFILE)
            .filter(v -> v instanceof byte[] icc && JpegProfile.isForCmyk(icc))
            .isEmpty();
  }

  /** Orientation of one page of a TIFF. */
  static Orientation orientation(ImageReader tiff, int page) throws IOException {
    return field(tiff, page, ORIENTATION)
        .filter(Number.class::isInstance)
        .map(v -> Orientation.ofExif(((Number) v).intValue()))
        .orElse(Orientation.UPRIGHT);
  }

  /** Whether a page of a TIFF is the small copy of another one. */
  static boolean isThumbnail(ImageReader tiff, int page) throws IOException {
    return field(tiff, page, NEW_SUBFILE_TYPE)
        .filter(v -> v instanceof Number n && (n.intValue() & 1) == 1)
        .isPresent();
  }

  /**
   * Whether the samples after the colours are transparency, as the decoder takes them: yes, unless
   * a TIFF says that they are something else.
   */
  static boolean hasAlpha(ImageReader tiff, int page) throws IOException {
    Optional<Object> extra = field(tiff, page, EXTRA_SAMPLES);
    int first = extra.map(PhotoMetadata::first).orElse(1);
    return first == 1 || first == 2;
  }

  private static int first(Object values) {
    if (values instanceof Number n) {
      return n.intValue();
    }
    return values.getClass().isArray() && Array.getLength(values) > 0
        ? ((Number) Array.get(values, 0)).intValue()
        : UNSPECIFIED;
  }

  /** The display range that ImageJ stored with a TIFF. */
  static Optional<DisplayRange> displayRange(ImageReader tiff, int page) throws IOException {
    Optional<Object> text = field(tiff, page, IMAGE_DESCRIPTION);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher range = IMAGEJ_RANGE.matcher(text.get().toString());
    if (!range.find()) {
      return Optional.empty();
    }
    try {
      double min = Double.parseDouble(range.group(1));
      double max = Double.parseDouble(range.group(2));
      return min == 0 && max == 0 ? Optional.empty() : Optional.of(new DisplayRange(min, max));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a range: ImageJ, too, shows the file as it is then
    }
  }

  private static Optional<Object> field(ImageReader tiff, int page, int tag) throws IOException {
    Entry entry = ((TIFFImageMetadata) tiff.getImageMetadata(page)).getTIFFField(tag);
    return entry == null ? Optional.empty() : Optional.ofNullable(entry.getValue());
  }
}
