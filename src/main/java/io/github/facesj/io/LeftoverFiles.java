package io.github.facesj.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hidden files that killed runs left behind. A growing file is called {@code
 * .NAME.facesj-RUN-NUMBER.part} and locked as long as its run lives; what nobody holds is a rest.
 */
final class LeftoverFiles {

  /** This program's part of the names; other threads of it may be at work. */
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  private static final Pattern NAME =
      Pattern.compile("\\..{0,60}\\.facesj-([0-9a-f]{8})-[0-9a-z]+\\.part", Pattern.DOTALL);

  /** Characters of a file's name that its growing file has too, for people who look. */
  private static final int NAMED = 60;

  /** Behind every content, because some systems keep locked bytes from being read. */
  private static final long LOCK = Long.MAX_VALUE - 1;

  private LeftoverFiles() {}

  /** A growing file beside a target; its name fits every file system, however long the target's. */
  static Path growing(Path target) {
    String name = target.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
    return target.resolveSibling(
        String.format(
            Locale.ROOT,
            ".%s.facesj-%s-%s.part",
            name.substring(0, Math.min(NAMED, name.length())),
            RUN,
            Long.toUnsignedString(System.nanoTime(), 36)));
  }

  /**
   * Makes a growing file and locks it.
   *
   * @return null if there is one of this name, or another program swept it before it was locked
   */
  static FileChannel open(Path growing) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(growing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      return null;
    }
    try {
      channel.lock(LOCK, 1, false);
    } catch (IOException e) {
      return channel; // This file system knows no locks; then nobody sweeps there either.
    }
    if (Files.exists(growing)) {
      return channel;
    }
    channel.close();
    return null;
  }

  /** Whether this is what a run leaves when it is killed. */
  public static boolean isOne(Path file) {
    return NAME.matcher(String.valueOf(file.getFileName())).matches();
  }

  /** Removes what killed runs left in a folder; what cannot be removed stays and harms nobody. */
  static void sweep(Path folder) {
    if (!Files.isDirectory(folder)) {
      return; // and a pipe would have it wait for ever
    }
    try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, LeftoverFiles::isOne)) {
      hidden.forEach(LeftoverFiles::remove);
    } catch (IOException | DirectoryIteratorException e) {
      return; // It may not be listed: whoever writes there will say so.
    }
  }

  private static void remove(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()
        || name.group(1).equals(RUN)
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(LOCK, 1, false)) {
      if (lock != null) {
        Files.delete(file);
      }
    } catch (IOException e) {
      return; // Another program sweeps as well, or this file system knows no locks.
    }
  }
}
