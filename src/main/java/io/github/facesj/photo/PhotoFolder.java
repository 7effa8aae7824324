package io.github.facesj.photo;

import io.github.facesj.io.FolderWalk;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.PassedOverCount;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The photos below a folder, always in the same order: that of their names relative to the folder,
 * written with {@code /}, compared character by character. A photo is what has a photo's name, and
 * what has another name but the content of one. What is left out is counted ({@link FolderWalk}).
 *
 * @param path the folder
 * @param system whether hidden files and folders of systems and programs are searched as well
 */
public record PhotoFolder(Path path, boolean system) {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "bmp", "gif", "pgm", "ppm",
          "pbm", "pnm");

  /** A folder without what is hidden or a system's. */
  public static PhotoFolder of(Path path) {
    return new PhotoFolder(path, false);
  }

  /** Whether a name ends like that of a photo. */
  public static boolean isPhotoName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * The photos alone, for programs that say nothing of the rest.
   *
   * @throws FacesException if the folder itself cannot be read
   */
  public static List<Path> list(Path folder, Progress progress) throws FacesException {
    return of(folder).listing(progress).photos();
  }

  /**
   * All photos in the folder and below it. Links that lead nowhere, pipes and sockets with a
   * photo's name are in the list, and reading them says what they are.
   *
   * @param progress is warned of folders that cannot be read, and may cancel
   * @throws FacesException if the folder itself cannot be read
   */
  public PhotoListing listing(Progress progress) throws FacesException {
    return listing(false, progress);
  }

  /**
   * The same.
   *
   * @param links whether links to folders are followed where they lie in the folder itself
   */
  public PhotoListing listing(boolean links, Progress progress) throws FacesException {
    if (!Files.isDirectory(path)) {
      throw new FacesException(
          Files.exists(path)
              ? String.format(
                  Locale.ROOT,
                  "%s is a file, not a folder of photos. Choose the folder it lies in.",
                  PathText.of(path))
              : String.format(
                  Locale.ROOT, "There is no folder %s. Check its name.", PathText.of(path)));
    }
    List<Path> photos = new ArrayList<>();
    PhotoCheck check = new PhotoCheck();
    PassedOverCount over = new PassedOverCount();
    List<PassedOver> left =
        new FolderWalk(path, system, links)
            .each(
                (file, name, attributes) -> {
                  Optional<FileCategory> other = check.passedOver(file);
                  if (other.isEmpty()) {
                    photos.add(file);
                  } else {
                    over.add(other.get().what(), other.get().todo(), name);
                  }
                },
                progress);
    List<PassedOver> all = new ArrayList<>(over.list());
    all.addAll(left);
    return new PhotoListing(path, photos, all);
  }

  /** The name of a file relative to a folder above it, written with {@code /} on every system. */
  public static String relative(Path folder, Path file) {
    return FolderWalk.relative(folder, file);
  }
}
