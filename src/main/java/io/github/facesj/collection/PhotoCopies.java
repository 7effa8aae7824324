package io.github.facesj.collection;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.Hashes;
import io.github.facesj.io.PathText;
import io.github.facesj.io.StoppableInput;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a person's folder holds of the photos the person is on. */
public enum PhotoCopies {
  /** Nothing. */
  NONE,
  /** A copy of each photo, with its date. */
  COPY,
  /** A symbolic link to each photo. */
  LINK;

  private static final FileKind KIND = FileKind.fresh("a copy of this photo");

  /**
   * Puts a photo into a folder. The photo itself is only read, and nothing is replaced but an
   * earlier copy of, or link to, the same photo: beside another file it gets a number.
   *
   * @param stem of its name there
   * @param ending of its name, with the dot
   * @param guard of the run
   * @param taken names in the folder that other photos have, to be added to
   * @param stop asked while files are compared and copied
   * @throws FacesException if it cannot be put there, or was stopped
   */
  void put(
      Path photo,
      Path folder,
      String stem,
      String ending,
      WriteGuard guard,
      Set<String> taken,
      Progress stop)
      throws FacesException {
    try {
      Path target = free(photo, folder, stem, ending, taken, stop);
      boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
      if (!there || Files.isSymbolicLink(target) != (this == LINK)) {
        guard.requireSameFolder(target);
        Files.deleteIfExists(target);
        if (this == LINK) {
          Files.createSymbolicLink(target, photo);
        } else {
          copy(photo, target, guard, stop);
        }
      }
      if (this == COPY) {
        // Also of a copy that an earlier run made and was killed before it could do this.
        Files.setLastModifiedTime(target, Files.getLastModifiedTime(photo));
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The photo %s cannot be put into %s (%s).%s",
              photo,
              folder,
              Reason.of(e),
              this == LINK ? " Where links are not allowed, use photos=copy." : ""),
          e);
    }
  }

  private static void copy(Path photo, Path target, WriteGuard guard, Progress stop)
      throws IOException, FacesException {
    try (InputStream in = StoppableInput.of(photo, stop)) {
      guard.create(target, KIND).write(in::transferTo);
    }
  }

  private static Path free(
      Path photo, Path folder, String stem, String ending, Set<String> taken, Progress stop)
      throws IOException {
    Path target = PathText.resolve(folder, FileNames.free(stem, ending, taken));
    while (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isOf(target, photo, stop)) {
      target = PathText.resolve(folder, FileNames.free(stem, ending, taken));
    }
    return target;
  }

  /** Whether it is a link to the photo, or another file with the same content. */
  private static boolean isOf(Path there, Path photo, Progress stop) throws IOException {
    if (Files.isSymbolicLink(there)) {
      return Files.readSymbolicLink(there).equals(photo);
    }
    return Files.isRegularFile(there)
        && !Files.isSameFile(there, photo)
        && Files.size(there) == Files.size(photo)
        && Hashes.of(there, stop).equals(Hashes.of(photo, stop));
  }
}
