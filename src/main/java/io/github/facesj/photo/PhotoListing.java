package io.github.facesj.photo;

import io.github.facesj.run.FileTally;
import io.github.facesj.run.PassedOver;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The photos of a folder, and what else is there.
 *
 * @param folder that was searched
 * @param photos in the order of their names
 * @param passedOver all other files, by kind
 */
public record PhotoListing(Path folder, List<Path> photos, List<PassedOver> passedOver) {

  public PhotoListing {
    photos = List.copyOf(photos);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * The same, for those who cannot do without a photo.
   *
   * @throws IllegalArgumentException if there is none, with what is there
   */
  public PhotoListing requireAny() {
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The folder %s holds no photo that FacesJ can read.", folder)
              + passedOver.stream()
                  .map(over -> " Passed over: " + over + (over.todo().isEmpty() ? "." : ""))
                  .collect(Collectors.joining()));
    }
    return this;
  }

  /**
   * What became of all files.
   *
   * @param problems photos that could not be used, or not wholly
   * @param left photos that were not reached
   */
  public FileTally tally(int problems, int left) {
    return new FileTally(photos.size() - problems - left, problems, left, passedOver);
  }
}
