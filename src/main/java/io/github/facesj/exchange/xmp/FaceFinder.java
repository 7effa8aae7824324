package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says where faces are in a photo. It is asked only where metadata can be read in two ways, so
 * whoever has a detector gives it, and all others do without.
 */
@FunctionalInterface
public interface FaceFinder {

  /** Knows nothing. */
  FaceFinder NONE = photo -> Optional.empty();

  /**
   * @param photo a file
   * @return boxes in pixels of the upright photo; nothing where nobody can say
   * @throws FacesException if the photo cannot be read or searched
   */
  Optional<List<Box>> find(Path photo) throws FacesException;
}
