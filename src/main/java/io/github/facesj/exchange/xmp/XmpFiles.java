package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.image.PhotoFolder;
import io.github.facesj.image.PhotoFrame;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the metadata of a photo are: in a sidecar beside it, or in the JPEG file itself. */
final class XmpFiles {

  private static final String ENDING = ".xmp";

  private XmpFiles() {}

  static boolean isSidecar(Path file) {
    return name(file).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * {@code a.jpg.xmp}, or {@code a.xmp} where only that is there, as Lightroom calls it, and where
   * the other is longer than a name can be.
   */
  static Path sidecar(Path photo) {
    String name = name(photo);
    Path stem = PathText.resolve(folder(photo), FolderFiles.stem(name) + ENDING);
    if (!FileNames.beside(name, ENDING).equals(name + ENDING)) {
      return stem;
    }
    Path whole = PathText.resolve(folder(photo), name + ENDING);
    return !Files.exists(whole) && Files.exists(stem) ? stem : whole;
  }

  private static Path folder(Path photo) {
    Path folder = photo.getParent();
    return folder == null ? Path.of("") : folder;
  }

  /** The photo of a sidecar, if it lies beside it. */
  static Optional<Path> photo(Path sidecar) throws FacesException {
    Path whole = PathText.resolve(folder(sidecar), FolderFiles.stem(name(sidecar)));
    if (PhotoFolder.isPhotoName(name(whole)) && Files.isRegularFile(whole)) {
      return Optional.of(whole);
    }
    try (Stream<Path> files = Files.list(sidecar.toAbsolutePath().getParent())) {
      return files
          .filter(f -> PhotoFolder.isPhotoName(name(f)))
          .filter(f -> FolderFiles.stem(name(f)).equals(name(whole)))
          .sorted()
          .findFirst()
          .map(f -> PathText.resolve(folder(sidecar), name(f)));
    } catch (IOException e) {
      throw InputFile.unreadable("The folder of", sidecar, e);
    }
  }

  /** The metadata of a sidecar. */
  static XmpTree read(Path sidecar) throws FacesException {
    byte[] xmp = InputFile.bytes("The sidecar", sidecar, InputFile.ONE_PHOTO);
    return XmpTree.parse("The sidecar " + sidecar, xmp);
  }

  /** The metadata inside of a photo, if it is a JPEG file that has any. */
  static Optional<XmpTree> embedded(Path photo) throws FacesException {
    byte[] bytes = InputFile.bytes("The photo", photo, InputFile.COLLECTION);
    if (bytes.length < 2 || bytes[0] != (byte) 0xff || bytes[1] != (byte) 0xd8) {
      return Optional.empty();
    }
    Optional<byte[]> packet = new JpegXmp("The photo " + photo, bytes).packet();
    return packet.isEmpty()
        ? Optional.empty()
        : Optional.of(XmpTree.parse("The metadata of " + photo, packet.get()));
  }

  /** The size of a photo, or what its metadata say where it cannot be opened. */
  static PhotoFrame frame(Optional<Path> photo, PhotoXmp xmp, Path file) throws FacesException {
    if (photo.isPresent()) {
      return PhotoReader.frame(photo.get(), 0);
    }
    return xmp.frame()
        .orElseThrow(
            () ->
                new FacesException(
                    String.format(
                        Locale.ROOT,
                        "The photo of %s does not lie beside it, and it does not say how large the"
                            + " photo is. Put them into one folder.",
                        file)));
  }

  static String name(Path file) {
    return PathText.name(file);
  }
}
