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

  /**
   * What is written at the face: {@code ada 0.41 (1 in 1,000)}, or {@code unknown}.
   *
   * @param threshold says how often a stranger is named
   */
  public String label(NameThreshold threshold) {
    String rate = threshold.rateWords().map(words -> " (" + words + ")").orElse("");
    return who.match()
        .map(m -> String.format(Locale.ROOT, "%s %.2f%s", m.person(), m.distance(), rate))
        .orElse("unknown");
  }
}
