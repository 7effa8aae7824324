package io.github.facesj.exchange;

import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.photo.PhotoFrame;
import java.util.Locale;

/** What a format cannot do without, or a sentence. */
public final class FormatRequirements {

  private FormatRequirements() {}

  /**
   * @throws IllegalArgumentException if the face has no landmarks of the scheme
   */
  public static Landmarks landmarks(PhotoFaces photo, NamedFace face, LandmarkScheme scheme) {
    return face.face()
        .landmarks()
        .filter(l -> l.scheme() == scheme)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "A face of %s has no %d landmarks, which this format is made of. Run Find"
                            + " Landmarks first.",
                        photo.photo(),
                        scheme.points())));
  }

  /**
   * @throws IllegalArgumentException if the face has no points at all
   */
  public static Landmarks points(PhotoFaces photo, NamedFace face) {
    return face.keypoints()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "A face of %s has no points, which this format is made of. Run Find"
                            + " Landmarks first.",
                        photo.photo())));
  }

  /**
   * @throws IllegalArgumentException if the size of the photo is not known
   */
  public static PhotoFrame frame(PhotoFaces photo) {
    return photo
        .frame()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "The size of %s is not known, and this format needs it. Name the folder of"
                            + " the photos with photos=[...].",
                        photo.photo())));
  }

  /**
   * A text that stands on a line of its own.
   *
   * @throws IllegalArgumentException if it has line breaks, begins or ends with a blank, or is
   *     empty
   */
  public static String line(String what, String text) {
    if (text.isEmpty()
        || !text.equals(text.strip())
        || text.codePoints()
            .anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s \"%s\" cannot stand on a line of a text file. Rename it, or use another format.",
              what,
              text));
    }
    return text;
  }
}
