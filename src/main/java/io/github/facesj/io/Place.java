package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;

/**
 * Where a file is going to be, found free or holding an earlier file that may be replaced.
 *
 * @param asked as the user named it
 * @param real without the link that it may be
 * @param found what stands there, or null
 */
record Place(Path asked, Path real, Standing found) {

  /** What tells one state of a file from another. */
  private record Standing(Object key, long size, FileTime modified) {

    static Standing of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Standing(now.fileKey(), now.size(), now.lastModifiedTime());
    }
  }

  /**
   * @param written what FacesJ noted in the folder
   * @throws FacesException if something else stands there than an earlier file of this kind
   */
  static Place of(Path target, FileKind kind, NoteFolders written) throws FacesException {
    Path absolute = target.toAbsolutePath();
    try {
      if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        requireFolder(target, absolute);
        return new Place(target, absolute, null);
      }
      boolean link = Files.isSymbolicLink(absolute);
      if (link && !Files.exists(absolute)) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "%s is a link that leads nowhere. Delete it, or choose another name.",
                target));
      }
      Path real = link ? absolute.toRealPath() : absolute;
      require(target, real, kind, written);
      return new Place(target, real, Standing.of(real));
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The file %s cannot be read (%s), so it is not known whether FacesJ may replace it."
                  + " Choose another name.",
              target,
              Reason.of(e)),
          e);
    }
  }

  /** What is not there yet of the folders can be made, if all of it is below a folder. */
  private static void requireFolder(Path target, Path absolute) throws FacesException {
    Path above = absolute.getParent();
    while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
      above = above.getParent();
    }
    if (above == null || !Files.isDirectory(above)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s cannot be written, because %s is not a folder. Choose another place.",
              target,
              above));
    }
  }

  private static void require(Path target, Path real, FileKind kind, NoteFolders written)
      throws FacesException, IOException {
    BasicFileAttributes what = Files.readAttributes(real, BasicFileAttributes.class);
    if (what.isDirectory()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s cannot be written, because there is a folder of this name. Choose"
                  + " another name.",
              target));
    }
    if (!what.isRegularFile()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s is a device, a pipe or a socket, and no place for a file. Choose another name.",
              target));
    }
    if (what.size() > 0 && !isOwn(real, kind, written)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s is there already and is not %s that FacesJ wrote: it seems to be %s. It stays as"
                  + " it is. Choose another name, or delete it first.",
              target,
              kind.what(),
              FileContent.of(real)));
    }
    if (!isMeantToBeWritten(real)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s is protected against writing. Choose another name, or take the"
                  + " protection away.",
              target));
    }
  }

  private static boolean isOwn(Path real, FileKind kind, NoteFolders written)
      throws FacesException, IOException {
    if (kind.isNoted()) {
      return written.of(real.getParent()).isUnchanged(real);
    }
    try (SeekableByteChannel file = Files.newByteChannel(real)) {
      return kind.isMarkOn(file);
    }
  }

  /** An administrator may write everywhere; a file without the right to write still says no. */
  private static boolean isMeantToBeWritten(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return Files.isWritable(file)
        && (view == null
            || view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE));
  }

  boolean isFree() {
    return found == null;
  }

  /** Whether nobody has put anything there, or changed it, since. */
  boolean isStill() throws IOException {
    if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
      return found == null;
    }
    return found != null && found.equals(Standing.of(real));
  }
}
