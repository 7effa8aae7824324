package io.github.facesj.cluster;

import java.util.Locale;

/**
 * What an archive knows of a face before a run. Boxes that are no faces are not shown to a run at
 * all.
 *
 * @param id of the face, unique
 * @param photo id of its photo
 * @param page picture of a stack
 * @param cluster id of its cluster, from 1; 0 where it belongs to none
 * @param settled whether a person put it there; only then is it never moved
 * @param judged whether an earlier run has looked for its like
 * @param poor whether it is too poor to be compared
 */
public record FaceState(
    long id, long photo, int page, long cluster, boolean settled, boolean judged, boolean poor) {

  /** Stands for no cluster. */
  public static final long NONE = 0;

  /**
   * @throws IllegalArgumentException if the cluster's number is negative, or a settled face has
   *     none
   */
  public FaceState {
    if (cluster < 0 || (settled && cluster == NONE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Face %d cannot be in cluster %d%s.",
              id,
              cluster,
              settled ? " and settled there" : ""));
    }
  }
}
