package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The photos of an archive, which nothing may be written over. */
final class Originals {

  private final Set<String> paths = new HashSet<>();

  private Originals() {}

  static Originals of(ArchiveView view) {
    Originals originals = new Originals();
    for (ArchivedPhoto photo : view.photos()) {
      originals.paths.add(photo.path());
    }
    return originals;
  }

  /**
   * @param target a file about to be written
   * @throws FacesException if it is one of the photos; a link to one is none
   */
  void protect(Path target) throws FacesException {
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Path real = target.toRealPath();
      if (paths.contains(real.toString().replace(real.getFileSystem().getSeparator(), "/"))) {
        throw new FacesException(
            "%s is a photo of the archive and would be replaced. Choose another folder for the results."
                .formatted(target));
      }
    } catch (IOException e) {
      throw new FacesException(
          "The file %s cannot be read (%s). Check that you may read it, or choose another folder."
              .formatted(target, e.getMessage()),
          e);
    }
  }
}
