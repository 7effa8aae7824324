package io.github.facesj.image;

import io.github.facesj.io.FolderWalk;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.PassedOverCount;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** Formats whose first bytes no other file has by chance, and no RAW file has. */
  private static final Set<PhotoFormat> CERTAIN =
      Set.of(PhotoFormat.JPEG, PhotoFormat.PNG, PhotoFormat.WEBP, PhotoFormat.GIF);

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
    PassedOverCount over = new PassedOverCount();
    List<PassedOver> left =
        new FolderWalk(path, system, links)
            .each(
                (file, name, attributes) -> {
                  FileCategory category = FileCategory.of(name);
                  if (isPhotoName(PathText.name(file)) && !isNote(file)
                      || category.mayBePhoto() && !progress.isCanceled() && isPhoto(file)) {
                    photos.add(file);
                  } else {
                    over.add(category.what(), category.todo(), name);
                  }
                },
                progress);
    List<PassedOver> all = new ArrayList<>(over.list());
    all.addAll(left);
    return new PhotoListing(path, photos, all);
  }

  /** Where hidden files are searched: {@code ._a.jpg} is macOS's note beside {@code a.jpg}. */
  private static boolean isNote(Path file) {
    return PathText.name(file).startsWith("._") && !isPhoto(file);
  }

  private static boolean isPhoto(Path file) {
    if (!Files.isRegularFile(file)) {
      return false; // a pipe would have to be waited for
    }
    try (InputStream in = Files.newInputStream(file)) {
      return PhotoFormat.of(in.readNBytes(PhotoFormat.HEAD)).filter(CERTAIN::contains).isPresent();
    } catch (IOException e) {
      return false; // it is counted under what its name says
    }
  }

  /** The name of a file relative to a folder above it, written with {@code /} on every system. */
  public static String relative(Path folder, Path file) {
    return FolderWalk.relative(folder, file);
  }
}
