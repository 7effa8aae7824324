package io.github.facesj.cluster;

import io.github.facesj.run.Progress;

/** Groups faces by likeness: a search for neighbours and a {@link Clusterer} in one. */
@FunctionalInterface
public interface Grouping {

  /**
   * @param vectors the faces, perhaps none
   * @param pictures which of them are in one picture: to be used where it helps, not a promise that
   *     they are kept apart
   * @param progress may stop the work
   * @return who belongs together; what it had come to after a cancel
   */
  Partition group(Vectors vectors, Pictures pictures, Progress progress);
}
