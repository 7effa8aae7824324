package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import java.util.Optional;

/** Which faces are looked at. */
enum ShownFaces {
  CLUSTERS("All clusters"),
  UNNAMED("Without a name"),
  NAMED("With a name"),
  ALONE("Faces in no cluster"),
  IGNORED("Ignored strangers"),
  NONFACES("Not faces");

  private final String words;

  ShownFaces(String words) {
    this.words = words;
  }

  /**
   * @param cluster the face's, where it has one
   */
  boolean holds(ArchivedFace face, Optional<ArchivedCluster> cluster) {
    if (face.nonface() || this == NONFACES) {
      return face.nonface() && this == NONFACES;
    }
    if (cluster.isEmpty()) {
      return this == ALONE;
    }
    boolean ignored = cluster.get().ignored();
    boolean named = cluster.get().name().isPresent();
    return switch (this) {
      case CLUSTERS -> !ignored;
      case UNNAMED -> !ignored && !named;
      case NAMED -> named;
      case IGNORED -> ignored;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
