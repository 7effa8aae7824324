package io.github.facesj.image;

import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The photos below a folder, always in the same order: that of their names relative to the folder,
 * written with {@code /}, compared character by character.
 */
public final class PhotoFolder {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "bmp", "gif", "pgm", "ppm",
          "pbm", "pnm");

  private PhotoFolder() {}

  /** Whether a name ends like that of a photo. */
  public static boolean isPhotoName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * All files with a photo's name, in the folder and below it. Hidden files and folders are left
   * out, and links to folders are not followed, so that nothing is found twice. Links that lead
   * nowhere, pipes and sockets with such a name are in the list, and reading them says what they
   * are.
   *
   * @param progress is warned of folders that cannot be read, and may cancel
   * @throws FacesException if the folder itself cannot be read
   */
  public static List<Path> list(Path folder, Progress progress) throws FacesException {
    if (!Files.isDirectory(folder)) {
      throw new FacesException(
          Files.exists(folder)
              ? String.format(
                  Locale.ROOT,
                  "%s is a file, not a folder of photos. Choose the folder it lies in.",
                  folder)
              : String.format(Locale.ROOT, "There is no folder %s. Check its name.", folder));
    }
    List<Path> photos = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Collector(folder, photos, progress));
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The folder %s cannot be read. Check that you may open it.", folder),
          e);
    }
    photos.sort(Comparator.comparing(p -> relative(folder, p)));
    return List.copyOf(photos);
  }

  /** The name of a file relative to a folder above it, written with {@code /} on every system. */
  public static String relative(Path folder, Path file) {
    return PathText.of(folder.relativize(file)).replace(file.getFileSystem().getSeparator(), "/");
  }

  /** Gathers photos, and goes on where one folder cannot be read. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> photos;
    private final Progress progress;

    Collector(Path top, List<Path> photos, Progress progress) {
      this.top = top;
      this.photos = photos;
      this.progress = progress;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      if (progress.isCanceled()) {
        return FileVisitResult.TERMINATE;
      }
      return !dir.equals(top) && hidden(dir)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // A link that leads nowhere, a pipe or a socket is listed as well: reading it says so.
      if (isPhotoName(PathText.name(file)) && !hidden(file) && !Files.isDirectory(file)) {
        photos.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(top)) {
        throw e;
      }
      progress.warn(
          new Problem(
              PathText.of(file), "This folder cannot be read. Check that you may open it."));
      return FileVisitResult.CONTINUE;
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
