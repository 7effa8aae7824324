package io.github.facesj.photo;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import java.util.Locale;
import java.util.Optional;

/**
 * A photo as it was read within the memory there is.
 *
 * @param image upright
 * @param reduction how many times smaller than the file's picture it is, 1 for its own size
 * @param frame of the file's picture
 * @param offColours whether nobody can say which colours the file means
 */
public record ReducedPhoto(FaceImage image, int reduction, PhotoFrame frame, boolean offColours) {

  private static final String COLOURS =
      "It is CMYK without a colour profile that can be used, so its colours may be off. Save it as"
          + " RGB if faces are missing.";

  /** Width of the smallest face that detectors see in a picture, in pixels. */
  private static final int SMALLEST = 16;

  /** A box in pixels of the file's picture, for one in pixels of {@link #image()}. */
  public Box toFull(Box box) {
    return scaled(box, reduction);
  }

  /** A box in pixels of {@link #image()}, for one in pixels of the file's picture. */
  public Box toReduced(Box box) {
    return scaled(box, 1.0 / reduction);
  }

  private static Box scaled(Box b, double by) {
    return by == 1 ? b : new Box(b.x() * by, b.y() * by, b.width() * by, b.height() * by);
  }

  /** A face in pixels of the file's picture, for one in pixels of {@link #image()}. */
  public Face toFull(Face face) {
    return new Face(
        toFull(face.box()),
        face.score(),
        face.points().map(this::toFull),
        face.landmarks().map(this::toFull),
        face.embedding());
  }

  /** Points in pixels of the file's picture, for those in pixels of {@link #image()}. */
  public Landmarks toFull(Landmarks points) {
    return points.map(p -> new double[] {p[0] * reduction, p[1] * reduction});
  }

  /** What a person has to know of it; empty if it is as the file has it. */
  public Optional<String> remark() {
    String all = (reduced() + " " + (offColours ? COLOURS : "")).strip();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private String reduced() {
    return reduction == 1
        ? ""
        : String.format(
            Locale.ROOT,
            "Its %d x %d pixels need more memory than Java has for photos, so it was looked at"
                + " reduced to 1/%d: faces below about %d pixels were not seen. For those, give"
                + " Java more memory (in Fiji: Edit > Options > Memory & Threads).",
            frame.width(),
            frame.height(),
            reduction,
            SMALLEST * reduction);
  }
}
