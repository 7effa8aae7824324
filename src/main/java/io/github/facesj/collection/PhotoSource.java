package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The photos of an archive, as files that may be given away: those that lie below a folder which
 * the user named, and are photos by their content. An archive may come from anybody, and name any
 * file of this machine.
 */
final class PhotoSource {

  private final Path folder;

  /**
   * @param folder named by the user
   * @throws FacesException if there is no such folder
   */
  PhotoSource(Path folder) throws FacesException {
    try {
      this.folder = folder.toRealPath();
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The photo folder %s cannot be opened (%s). Check its name.",
              folder,
              e.getMessage()),
          e);
    }
  }

  /**
   * The file of a photo.
   *
   * @throws FacesException if it lies elsewhere, has gone, or is no photo
   */
  Path file(ArchivedPhoto photo) throws FacesException {
    Path file = PathText.of(photo.path());
    Path real;
    try {
      real = file.toRealPath();
    } catch (NoSuchFileException e) {
      throw FacesException.passing(
          String.format(Locale.ROOT, "The photo %s is not there. Index its folder again.", file),
          e);
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(Locale.ROOT, "The photo %s cannot be read (%s).", file, e.getMessage()), e);
    }
    if (!real.startsWith(folder)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s does not lie in the photo folder %s, so it was left where it is. Name its folder"
                  + " to export it.",
              file,
              folder));
    }
    if (!Files.isRegularFile(real)) {
      throw new FacesException(String.format(Locale.ROOT, "%s is not a file.", file));
    }
    PhotoReader.frame(real, 0);
    return real;
  }
}
