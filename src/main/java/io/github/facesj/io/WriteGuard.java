package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a run from writing over anything but its own earlier output: never over a file that it
 * reads, a folder, a device, a pipe, a socket, or a file of another kind or of somebody else
 * ({@link FileKind}). An empty file may be replaced. A link to an earlier output stays a link, and
 * what it leads to is replaced; any other link is refused.
 *
 * <p>Nor does a run write into a folder that is another than when it came there first, because its
 * disk was taken away ({@link OutputFolders}).
 *
 * <p>A run asks {@link #require} for each file it is going to write before it does any work; {@link
 * AtomicFile} asks again when it begins a file and when it puts it in its place. May be used by
 * several threads.
 */
public final class WriteGuard {

  private final List<Path> inputs;
  private final OutputFolders folders = new OutputFolders();
  private final NoteFolders written = new NoteFolders();
  private final Set<Path> swept = ConcurrentHashMap.newKeySet();
  private Set<Object> keys;

  private WriteGuard(List<Path> inputs) {
    this.inputs = inputs;
  }

  /** For runs that read no files. */
  public static WriteGuard none() {
    return new WriteGuard(List.of());
  }

  /** For a run that reads these files; those that are not there do not matter. */
  public static WriteGuard of(Collection<Path> inputs) {
    return new WriteGuard(List.copyOf(inputs));
  }

  /** For a run that reads these files. */
  public static WriteGuard of(Path... inputs) {
    return new WriteGuard(List.of(inputs));
  }

  /**
   * Refuses a target that must not be written.
   *
   * @throws FacesException with which file, what it seems to be, and what to do
   */
  public void require(Path target, FileKind kind) throws FacesException {
    place(target, kind);
    sweep(target);
  }

  /**
   * Begins a file. Hidden rests of killed runs in its folder are removed, when the run comes there
   * first.
   *
   * @throws FacesException if it must not or cannot be written
   */
  public AtomicFile create(Path target, FileKind kind) throws FacesException {
    AtomicFile file = AtomicFile.at(place(target, kind), kind, written, folders);
    sweep(target);
    return file;
  }

  /**
   * Refuses to write where a folder is another than when the run came there first.
   *
   * @throws FacesException which ends the run
   */
  public void requireSameFolder(Path target) throws FacesException {
    folders.require(target);
  }

  private void sweep(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (swept.add(folder)) {
      LeftoverFiles.sweep(folder);
    }
  }

  private Place place(Path target, FileKind kind) throws FacesException {
    requireSameFolder(target);
    Place place = Place.of(target, kind, written);
    if (!place.isFree()) {
      requireNoInput(target);
    }
    return place;
  }

  /**
   * Refuses a file that the run reads, also under another name or through a link.
   *
   * @throws FacesException with what to do
   */
  public void requireNoInput(Path target) throws FacesException {
    try {
      if (!inputs.isEmpty() && Files.exists(target) && keys().contains(key(target))) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "%s is one of the files that are read, and would be written over. Choose another"
                    + " name or folder for the results.",
                target));
      }
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The file %s cannot be read (%s). Check that you may read it, or choose another"
                  + " name.",
              target,
              Reason.of(e)),
          e);
    }
  }

  /** Made when the first target is found to be there, as most runs write new files. */
  private synchronized Set<Object> keys() throws IOException {
    if (keys == null) {
      keys = new HashSet<>();
      for (Path input : inputs) {
        if (Files.exists(input)) {
          keys.add(key(input));
        }
      }
    }
    return keys;
  }

  /** The same for all names of a file; Windows has no such key. */
  private static Object key(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null ? file.toRealPath() : key;
  }
}
