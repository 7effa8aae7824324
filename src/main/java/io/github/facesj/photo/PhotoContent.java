package io.github.facesj.photo;

import io.github.facesj.io.FileContent;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.format.PhotoFormat;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What lies under a name before a decoder sees it: a photo of some format, or why it is none. */
final class PhotoContent {

  private final Path file;
  private final byte[] head;

  private PhotoContent(Path file, byte[] head) {
    this.file = file;
    this.head = head;
  }

  /**
   * Looks at the first bytes of a file, once for all questions.
   *
   * @throws FacesException if it is no file that can be opened; what lies with its place or its
   *     name is passing
   */
  static PhotoContent of(Path file) throws FacesException {
    return new PhotoContent(file, head(file));
  }

  /** The file. */
  Path file() {
    return file;
  }

  /**
   * The format, by the first bytes.
   *
   * @throws FacesException if the file is no photo
   */
  PhotoFormat format() throws FacesException {
    PhotoFormat format = PhotoFormat.of(head).orElseThrow(() -> noPhoto(file));
    if (format == PhotoFormat.TIFF && FileCategory.of(PathText.name(file)) == FileCategory.RAW) {
      // Most RAW files are TIFFs of a small copy and of values that are no colours yet.
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s is a RAW file, which FacesJ cannot develop. %s",
              file,
              FileCategory.RAW.todo()));
    }
    return format;
  }

  /** The format of a file that has to be converted first; empty where it is none of these. */
  Optional<ConvertedFormat> converted() {
    return ConvertedFormat.of(head);
  }

  private static FacesException noPhoto(Path file) {
    String what;
    try {
      what = FileContent.of(file);
    } catch (IOException e) {
      what = "a file of another kind";
    }
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The file %s is not a photo that FacesJ can read: it seems to be %s. Save it as JPEG,"
                + " PNG, TIFF, WebP, BMP, GIF, PGM or PPM.",
            file,
            what));
  }

  private static byte[] head(Path file) throws FacesException {
    if (Files.isDirectory(file)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s is a folder, not a photo. Choose a file in it, or use a command for folders.",
              file));
    }
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "%s is a link that leads nowhere. Delete it, or bring back the photo.",
              PathText.of(file)));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "%s is a device, a pipe or a socket, and no photo. Move it out of the folder.",
              PathText.of(file)));
    }
    if (!PathText.isText(file)) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The name of %s has bytes that are no text in UTF-8, so it cannot be written down."
                  + " Rename the file.",
              PathText.of(file)));
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(PhotoFormat.HEAD);
    } catch (NoSuchFileException e) {
      throw FacesException.passing(
          String.format(Locale.ROOT, "There is no file %s. Check its name.", file), e);
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The file %s cannot be opened. Check that you may read it, and that its disk is"
                  + " there.",
              file),
          e);
    }
    if (head.length == 0) {
      throw new FacesException(
          String.format(Locale.ROOT, "The file %s is empty. Copy it again.", file));
    }
    return head;
  }
}
