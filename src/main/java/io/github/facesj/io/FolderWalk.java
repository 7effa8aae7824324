package io.github.facesj.io;

import io.github.facesj.run.CancelCheck;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.PassedOverCount;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * All files below a folder that a person put there. Left out and counted are: what is hidden,
 * {@link ServiceFolders}, folders with a file {@code .nomedia} (Android's mark for folders without
 * media for people), macOS's {@code ._a.jpg} beside {@code a.jpg} (AppleDouble: notes, no picture),
 * and links to folders, so that nothing is found twice. The folder itself is searched whatever it
 * is, because somebody named it.
 */
public final class FolderWalk {

  private static final String NO_MEDIA = ".nomedia";

  /** Takes a file that is not left out. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param name relative to the folder, written with {@code /} on every system
     * @param attributes of the file, or of the link that it is
     */
    void file(Path file, String name, BasicFileAttributes attributes);
  }

  private final Path top;
  private final boolean system;
  private final boolean links;

  /**
   * @param top the folder
   * @param system whether hidden files and service folders are searched as well
   * @param links whether links to folders are followed where they lie in the folder itself
   */
  public FolderWalk(Path top, boolean system, boolean links) {
    this.top = top;
    this.system = system;
    this.links = links;
  }

  /** The name of a file relative to a folder above it, written with {@code /} on every system. */
  public static String relative(Path folder, Path file) {
    return PathText.of(folder.relativize(file)).replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * Walks.
   *
   * @param visitor is given each file, in the order of their names
   * @param progress is warned of folders that cannot be read, and may cancel
   * @return what was left out
   * @throws FacesException if the folder itself cannot be read, or the user stopped the walk
   */
  public List<PassedOver> each(Visitor visitor, Progress progress) throws FacesException {
    Walk walk = new Walk(progress);
    try {
      Files.walkFileTree(top, walk);
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder %s cannot be read (%s). Check that you may open it.",
              PathText.of(top),
              Reason.of(e)),
          e);
    }
    // Half a list would make files that were not reached look as if they were gone.
    CancelCheck.require(progress);
    walk.files.sort(Comparator.comparing(Found::name));
    walk.files.forEach(found -> visitor.file(found.file(), found.name(), found.attributes()));
    return walk.over.list();
  }

  private record Found(Path file, String name, BasicFileAttributes attributes) {}

  private final class Walk extends SimpleFileVisitor<Path> {

    private final Progress progress;
    private final List<Found> files = new ArrayList<>();
    private final PassedOverCount over = new PassedOverCount();

    /** The folder that is left out with all in it, and what its files are called. */
    private Optional<Path> closed = Optional.empty();

    private String what = "";

    Walk(Progress progress) {
      this.progress = progress;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      if (progress.isCanceled()) {
        return FileVisitResult.TERMINATE;
      }
      if (closed.isEmpty()) {
        Optional<String> reason = reason(dir);
        closed = reason.map(r -> dir);
        what = reason.orElse("");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, IOException e) {
      if (e != null) {
        warn(dir);
      }
      if (closed.filter(dir::equals).isPresent()) {
        closed = Optional.empty();
      }
      return FileVisitResult.CONTINUE;
    }

    private Optional<String> reason(Path dir) {
      if (system || dir.equals(top)) {
        return Optional.empty();
      }
      Optional<String> service = ServiceFolders.name(dir);
      if (service.isPresent()) {
        return service.map(name -> "files in " + name);
      }
      if (hidden(dir)) {
        return Optional.of("files in the hidden folder " + PathText.name(dir));
      }
      return Files.exists(dir.resolve(NO_MEDIA))
          ? Optional.of("files in folders with " + NO_MEDIA)
          : Optional.empty();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (progress.isCanceled()) {
        return FileVisitResult.TERMINATE;
      }
      boolean folder =
          (attributes.isSymbolicLink() || attributes.isOther()) && Files.isDirectory(file);
      if (folder && links && top.equals(file.getParent())) {
        Files.walkFileTree(file, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
        return progress.isCanceled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
      }
      String name = relative(top, file);
      if (closed.isPresent()) {
        over.add(what, "", name);
      } else if (folder) {
        over.add("links to folders", "Name these folders themselves to have them searched.", name);
      } else if (!system && PathText.name(file).startsWith("._")) {
        over.add("notes of macOS beside files (._)", "", name);
      } else if (!system && hidden(file)) {
        over.add("hidden files", "", name);
      } else {
        files.add(new Found(file, name, attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(top)) {
        throw e;
      }
      Optional<String> reason = closed.isPresent() ? Optional.of(what) : reason(file);
      if (reason.isPresent()) {
        over.addUncounted(reason.get() + ", which cannot all be counted");
      } else {
        warn(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private void warn(Path folder) {
      progress.warn(
          new Problem(
              PathText.of(folder), "This folder cannot be read. Check that you may open it."));
    }

    private static boolean hidden(Path path) {
      try {
        return PathText.name(path).startsWith(".") || Files.isHidden(path);
      } catch (IOException e) {
        return false; // reading the file will tell what is wrong
      }
    }
  }
}
