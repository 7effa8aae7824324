package io.github.facesj.batch;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import java.util.List;

/**
 * A picture with faces covered.
 *
 * @param image the copy
 * @param covered faces that were covered
 * @param kept faces that were left as they are, because the rule says so
 * @param doubtful those covered only because it is not sure who they are
 * @param look why a person should look at the copy, in full sentences; empty where nobody need
 */
public record Anonymised(
    FaceImage image, List<Face> covered, List<Face> kept, List<Face> doubtful, List<String> look) {

  public Anonymised {
    covered = List.copyOf(covered);
    kept = List.copyOf(kept);
    doubtful = List.copyOf(doubtful);
    look = List.copyOf(look);
  }
}
