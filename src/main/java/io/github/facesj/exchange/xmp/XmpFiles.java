package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the metadata of a photo are written to. */
final class XmpFiles {

  private static final String ENDING = ".xmp";

  private XmpFiles() {}

  /**
   * {@code a.jpg.xmp}, or {@code a.xmp} where only that is there and no other photo's, as Lightroom
   * calls it, and where the other is longer than a name can be.
   *
   * @param photo need not be there
   */
  static Path sidecar(Path photo) throws FacesException {
    String name = PathText.name(photo);
    Path folder = photo.getParent() == null ? Path.of("") : photo.getParent();
    Path stem = PathText.resolve(folder, FolderFiles.stem(name) + ENDING);
    if (!FileNames.beside(name, ENDING).equals(name + ENDING)) {
      return stem;
    }
    Path whole = PathText.resolve(folder, name + ENDING);
    if (Files.exists(whole) || !Files.exists(stem)) {
      return whole;
    }
    Optional<Path> owner = Sidecars.beside(stem).photo(stem);
    return owner.isEmpty() || owner.get().equals(photo) ? stem : whole;
  }
}
