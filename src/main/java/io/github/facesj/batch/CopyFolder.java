package io.github.facesj.batch;

import io.github.facesj.io.FileNames;
import io.github.facesj.io.PathText;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of copies beside a folder of photos, which is never written to. */
final class CopyFolder {

  /** Windows makes them on its own. */
  private static final Set<String> IGNORED = Set.of("thumbs.db", "desktop.ini");

  private CopyFolder() {}

  /**
   * @param table lies with the copies, and says that the folder is ours
   * @throws IllegalArgumentException if a copy could come over a photo, or over what somebody else
   *     put there
   * @throws FacesException if a folder cannot be read or made
   */
  static void require(Path photos, Path copies, Path table) throws FacesException {
    try {
      Files.createDirectories(copies);
      Path from = photos.toRealPath();
      Path to = copies.toRealPath();
      if (to.startsWith(from) || from.startsWith(to)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The folder of copies %s must not be the photo folder %s, nor lie in it or around"
                    + " it: photos are never written to. Choose another folder.",
                copies,
                photos));
      }
      if (!Files.exists(table)) {
        try (Stream<Path> there = Files.list(copies)) {
          if (there.anyMatch(CopyFolder::isOfOthers)) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "The folder %s holds files that FacesJ did not write. Choose an empty folder"
                        + " for the copies.",
                    copies));
          }
        }
      }
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder %s cannot be used for copies (%s). Check that you may write there.",
              copies,
              Reason.of(e)),
          e);
    }
  }

  /** Hidden files of the system's file managers, and of runs that were killed, do not matter. */
  private static boolean isOfOthers(Path file) {
    String name = PathText.name(file);
    return !name.startsWith(".") && !IGNORED.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The name of each photo's copy: its own where the copy can be of the same kind, else with {@code
   * .png} behind it, so that {@code a.gif} and {@code a.png} both have one.
   */
  static List<String> names(List<String> photos) {
    Set<String> taken = new HashSet<>();
    photos.stream().filter(PictureFile::canWrite).forEach(taken::add);
    return photos.stream()
        .map(
            photo ->
                PictureFile.canWrite(photo) ? photo : free(FileNames.beside(photo, ".png"), taken))
        .toList();
  }

  private static String free(String name, Set<String> taken) {
    return taken.add(name) ? name : free(name + ".png", taken);
  }
}
