package io.github.facesj.collection;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a person's folder holds of the photos the person is on. */
public enum PhotoCopies {
  /** Nothing. */
  NONE,
  /** A copy of each photo, with its date. */
  COPY,
  /** A symbolic link to each photo. */
  LINK;

  /**
   * Puts a photo into a folder. The photo itself is only read.
   *
   * @param target a link or file that is there is replaced
   * @throws FacesException if it cannot be put there
   */
  void put(Path photo, Path target) throws FacesException {
    try {
      if (this == COPY) {
        Files.copy(
            photo, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      } else if (this == LINK) {
        if (!Files.isReadable(photo)) {
          throw new FileSystemException(photo.toString(), null, "it is not there");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(target);
        }
        Files.createSymbolicLink(target, photo);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new FacesException(
          "The photo %s cannot be put into %s (%s).%s"
              .formatted(
                  photo,
                  target.getParent(),
                  e.getMessage(),
                  this == LINK ? " Where links are not allowed, use photos=copy." : ""),
          e);
    }
  }
}
