package io.github.facesj.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * A folder in the system's temporary one in which nobody but the user can put or change anything,
 * as every user of the machine may make a folder there, under whatever name.
 */
public final class PrivateFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /**
   * The folder of this name, made if it is not there. Where it belongs to somebody else, others may
   * write in it, or it is a link, a fresh one of another name.
   *
   * @param temporary the folder it is in
   * @throws IOException if none can be made
   */
  public static Path in(Path temporary, String name) throws IOException {
    Path folder = temporary.resolve(name);
    Files.createDirectories(temporary);
    try {
      Files.createDirectory(folder, ownerOnly(temporary));
    } catch (FileAlreadyExistsException e) {
      if (!isMine(folder)) {
        return Files.createTempDirectory(temporary, name, ownerOnly(temporary));
      }
    }
    return folder;
  }

  private static FileAttribute<?>[] ownerOnly(Path where) {
    return isPosix(where)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path where) {
    return Files.getFileAttributeView(where, PosixFileAttributeView.class) != null;
  }

  private static boolean isMine(Path folder) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(me(folder.getParent()))
        && isClosed(folder);
  }

  /** Whether nobody but its owner can change a file or folder. */
  private static boolean isClosed(Path path) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return true; // Windows: the temporary folder is the user's own
    }
    Set<PosixFilePermission> rights = view.readAttributes().permissions();
    return !rights.contains(PosixFilePermission.GROUP_WRITE)
        && !rights.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** Who we are to the file system: not every user has a name. */
  private static UserPrincipal me(Path where) throws IOException {
    Path probe = Files.createTempFile(where, "facesj", null);
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /**
   * Whether a file in such a folder is a regular file of the user's, and of nobody else's making.
   */
  public static boolean isOwn(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(file.getParent()))
        && isClosed(file);
  }
}
