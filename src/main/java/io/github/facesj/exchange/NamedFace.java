package io.github.facesj.exchange;

import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.face.PersonName;
import java.util.Objects;
import java.util.Optional;

/**
 * A face, and whose it is.
 *
 * @param face in pixels of the upright photo
 * @param name of the person, normalised by {@link PersonName}; empty where it is not known
 */
public record NamedFace(Face face, String name) {

  public NamedFace {
    Objects.requireNonNull(face, "face");
    name = PersonName.known(name);
  }

  /** A face of somebody unknown. */
  public static NamedFace unknown(Face face) {
    return new NamedFace(face, "");
  }

  /** The points of a landmark model where there are any, or else the detector's five. */
  public Optional<Landmarks> keypoints() {
    return face.landmarks().or(face::points);
  }
}
