package io.github.facesj.photo;

import io.github.facesj.io.ScratchFolder;
import io.github.facesj.photo.format.PhotoFormat;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The file that a decoder reads for a photo: the photo itself, or a copy of a kind that Java can
 * decode, made by a program of the user's system and gone when this is closed.
 */
final class PhotoInput implements AutoCloseable {

  private final Path file;
  private final String kind;
  private final PhotoFormat format;
  private final boolean upright;
  private final Optional<ScratchFolder> scratch;

  private PhotoInput(
      Path file,
      String kind,
      PhotoFormat format,
      boolean upright,
      Optional<ScratchFolder> scratch) {
    this.file = file;
    this.kind = kind;
    this.format = format;
    this.upright = upright;
    this.scratch = scratch;
  }

  /**
   * What to read for a photo.
   *
   * @param progress may stop the making of a copy
   * @throws FacesException if it is no photo, or cannot be decoded here
   */
  static PhotoInput of(PhotoContent photo, Progress progress) throws FacesException {
    Optional<ConvertedFormat> converted = photo.converted();
    if (converted.isPresent()) {
      return convert(photo.file(), converted.get(), progress);
    }
    PhotoFormat format = photo.format();
    return new PhotoInput(photo.file(), format.toString(), format, false, Optional.empty());
  }

  private static PhotoInput convert(Path photo, ConvertedFormat kind, Progress progress)
      throws FacesException {
    DecoderProgram.Found program =
        kind.program()
            .orElseThrow(
                () ->
                    FacesException.passing(
                        String.format(
                            Locale.ROOT,
                            "%s is a %s picture, which FacesJ cannot read by itself. %s",
                            photo,
                            kind,
                            kind.todo())));
    ScratchFolder scratch = null;
    try {
      OptionalLong pixels = kind.pixels(photo);
      if (pixels.orElse(0) > PhotoMemory.MAX_STORED) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The photo %s is too large: it has %d million pixels. Make it smaller.",
                photo,
                pixels.getAsLong() / 1_000_000));
      }
      scratch = ScratchFolder.make();
      Path made = program.run(scratch.copy(photo, "in." + kind.ending()), scratch, progress);
      return new PhotoInput(
          made, kind.toString(), format(made), program.turns(), Optional.of(scratch));
    } catch (IOException | FacesException | RuntimeException e) {
      discard(scratch);
      if (e instanceof InterruptedIOException) {
        throw FacesException.passing(
            String.format(Locale.ROOT, "Reading %s was stopped.", photo), e);
      }
      if (e instanceof FacesException known) {
        throw known;
      }
      throw BrokenPhoto.sentence(photo, kind.toString(), e);
    }
  }

  private static PhotoFormat format(Path made) throws IOException {
    try (InputStream in = Files.newInputStream(made)) {
      return PhotoFormat.of(in.readNBytes(PhotoFormat.HEAD))
          .orElseThrow(() -> new IOException("what was made of it is no picture"));
    }
  }

  private static void discard(ScratchFolder scratch) throws FacesException {
    if (scratch != null) {
      try {
        scratch.close();
      } catch (IOException e) {
        throw FacesException.passing("The system's temporary folder cannot be cleared.", e);
      }
    }
  }

  /**
   * Pixels of a photo that would have to be converted, as it announces them; empty for others, and
   * where that is not known without converting it.
   *
   * @throws FacesException if the photo cannot be read
   */
  static OptionalLong announced(PhotoContent photo) throws FacesException {
    Optional<ConvertedFormat> converted = photo.converted();
    try {
      return converted.isPresent() ? converted.get().pixels(photo.file()) : OptionalLong.empty();
    } catch (IOException e) {
      throw BrokenPhoto.sentence(photo.file(), converted.get().toString(), e);
    }
  }

  /** The file to decode. */
  Path file() {
    return file;
  }

  /** What the photo is, for sentences, such as {@code JPEG}. */
  String kind() {
    return kind;
  }

  /** What the file to decode is. */
  PhotoFormat format() {
    return format;
  }

  /** Whether its pixels are upright whatever it says. */
  boolean isUpright() {
    return upright;
  }

  @Override
  public void close() throws FacesException {
    discard(scratch.orElse(null));
  }
}
