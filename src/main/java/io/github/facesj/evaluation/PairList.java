package io.github.facesj.evaluation;

import io.github.facesj.batch.FileStamp;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.List;
import java.util.Objects;

/**
 * Pairs of photos with the truth about them, and the photos.
 *
 * @param pairs in the order of the list
 * @param photos opens a photo by the name the pairs give it
 * @param aligned whether the photos are crops aligned to the ArcFace template already, so that
 *     there is nothing to detect
 */
public record PairList(List<Pair> pairs, Photos photos, boolean aligned) {

  /** Where the photos come from. */
  @FunctionalInterface
  public interface Photos {
    /**
     * @param stop asked while the photo is read whether to go on
     * @throws FacesException if the photo is not there or cannot be read
     */
    FaceImage open(String name, Progress stop) throws FacesException;

    /** What tells that a photo has changed; for photos that are no files always the same. */
    default FileStamp stamp(String name) {
      return new FileStamp(-1, -1);
    }
  }

  /**
   * @throws IllegalArgumentException if there are no pairs
   */
  public PairList {
    pairs = List.copyOf(pairs);
    Objects.requireNonNull(photos, "photos");
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("The list holds no pairs.");
    }
  }
}
