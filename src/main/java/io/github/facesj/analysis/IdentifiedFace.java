package io.github.facesj.analysis;

import io.github.facesj.face.Face;
import io.github.facesj.gallery.Identification;
import java.util.Locale;

/**
 * A face and who it may be.
 *
 * @param face in pixels of the picture
 * @param who the nearest people
 */
public record IdentifiedFace(Face face, Identification who) {

  /** What is written at the face: {@code ada 0.41}, or {@code unknown}. */
  public String label() {
    return who.match()
        .map(m -> String.format(Locale.ROOT, "%s %.2f", m.person(), m.distance()))
        .orElse("unknown");
  }
}
