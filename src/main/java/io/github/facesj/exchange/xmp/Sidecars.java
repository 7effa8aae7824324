package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which sidecars belong to which photos: {@code a.jpg.xmp} to {@code a.jpg}, and {@code a.xmp} to
 * the first photo of that name, whatever its ending.
 */
final class Sidecars {

  private static final String ENDING = ".xmp";

  /** Photos that can carry metadata, but that are not opened by all readers. */
  private static final Set<String> MORE = Set.of("heic", "heif", "hif", "avif");

  private final Map<Path, Path> sidecars = new HashMap<>();
  private final Map<Path, Path> first = new HashMap<>();
  private final Map<Path, Path> closed = new HashMap<>();
  private final Set<Path> photos = new HashSet<>();

  /**
   * @param files of a folder and perhaps of those below it, in the order of their names
   */
  Sidecars(List<Path> files) {
    for (Path file : files) {
      if (isSidecar(file)) {
        sidecars.putIfAbsent(withoutEnding(file), file);
      } else if (isPhoto(file)) {
        photos.add(file);
        first.putIfAbsent(withoutEnding(file), file);
      } else {
        closed.putIfAbsent(file, file);
        closed.putIfAbsent(withoutEnding(file), file);
      }
    }
  }

  /** Those of the folder that a file lies in. */
  static Sidecars beside(Path file) throws FacesException {
    Path folder = file.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return new Sidecars(
          files
              .map(f -> PathText.resolve(folder(file), name(f)))
              .filter(Files::isRegularFile)
              .sorted()
              .toList());
    } catch (IOException e) {
      throw InputFile.unreadable("The folder of", file, e);
    }
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }

  static boolean isSidecar(Path file) {
    return name(file).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /** Whether a file is called like one that holds metadata of a picture. */
  static boolean isPhoto(Path file) {
    String name = name(file);
    return PhotoFolder.isPhotoName(name)
        || MORE.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static Path withoutEnding(Path file) {
    return PathText.resolve(folder(file), FolderFiles.stem(name(file)));
  }

  /** The photo of a sidecar, if it lies beside it. */
  Optional<Path> photo(Path sidecar) {
    Path whole = withoutEnding(sidecar);
    return photos.contains(whole) ? Optional.of(whole) : Optional.ofNullable(first.get(whole));
  }

  /** A file that a sidecar without a photo may belong to, such as a camera's RAW. */
  Optional<Path> closed(Path sidecar) {
    return Optional.ofNullable(closed.get(withoutEnding(sidecar)));
  }

  /** The sidecars of a photo that are there, the most trusted first. */
  List<Path> of(Path photo) {
    List<Path> found = new ArrayList<>();
    if (sidecars.containsKey(photo)) {
      found.add(sidecars.get(photo));
    }
    Path stem = withoutEnding(photo);
    if (sidecars.containsKey(stem) && photo(sidecars.get(stem)).equals(Optional.of(photo))) {
      found.add(sidecars.get(stem));
    }
    return found;
  }

  static String name(Path file) {
    return PathText.name(file);
  }
}
