package io.github.facesj.embed;

import io.github.facesj.align.Template;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.image.Similarity;
import io.github.facesj.landmark.PoseFit;

/**
 * How much can be expected of a face for recognition: four shares of 0 to 1 and their geometric
 * mean. It is a formula, not a trained model:
 *
 * <ul>
 *   <li>size: the distance of the eyes in the photo over that in the ArcFace crop (35.2 pixels), at
 *       most 1; below, pixels are invented;
 *   <li>sharpness: {@code v / (v + 100)}, v being the variance of the Laplacian (4 neighbours) of
 *       the grey values of the aligned crop without an eighth at each side and without what lies
 *       beyond the photo's edge; 100 is a usual limit of blur (Pech-Pacheco et al., Diatom
 *       autofocusing in brightfield microscopy, ICPR 2000, for the measure);
 *   <li>pose: the cosine of the angle between face and camera by {@link PoseFit}, at least 0;
 *   <li>score: the detector's.
 * </ul>
 *
 * @param size 0 to 1
 * @param sharpness 0 to 1
 * @param pose 0 to 1
 * @param score 0 to 1
 */
public record FaceQuality(double size, double sharpness, double pose, double score) {

  private static final double HALF_SHARP = 100;

  /**
   * How far a pixel must lie inside the photo, in pixels of the crop, so that no black from outside
   * is mixed in: one for its neighbours, one and a half for the pixel of the {@link Pyramid}'s
   * level that is cut, half of it and an odd rest.
   */
  private static final double EDGE = 2.5;

  /** The geometric mean of the four, 0 to 1. */
  public double value() {
    return Math.sqrt(Math.sqrt(size * sharpness * pose * score));
  }

  /**
   * Judges a face.
   *
   * @param face with points or landmarks, in pixels of the photo
   * @throws IllegalArgumentException if the face has neither
   */
  public static FaceQuality of(Pyramid photo, Face face) {
    FaceImage crop = Template.ARCFACE.crop(photo, face, Sampling.ANTIALIASED);
    Similarity toPhoto = Template.ARCFACE.of(face).inverse();
    Landmarks points = face.landmarks().or(face::points).orElseThrow();
    double eyes = points.interPupil() / Template.ARCFACE.points().interPupil();
    double v = laplacianVariance(crop, photo.photo(), toPhoto);
    double turned = PoseFit.of(points).pose().turned();
    return new FaceQuality(
        Math.min(1, eyes),
        v / (v + HALF_SHARP),
        Math.max(0, Math.cos(Math.toRadians(turned))),
        face.score());
  }

  private static double laplacianVariance(FaceImage crop, FaceImage photo, Similarity toPhoto) {
    int w = crop.width();
    int[] p = crop.pixels();
    int from = w / 8;
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int y = from; y < crop.height() - from; y++) {
      for (int x = from; x < w - from; x++) {
        if (!inside(photo, toPhoto, x, y)) {
          continue;
        }
        int i = y * w + x;
        double l = grey(p[i - 1]) + grey(p[i + 1]) + grey(p[i - w]) + grey(p[i + w]);
        l -= 4 * grey(p[i]);
        sum += l;
        squares += l * l;
        n++;
      }
    }
    if (n == 0) {
      return 0;
    }
    double mean = sum / n;
    return Math.max(0, squares / n - mean * mean);
  }

  private static boolean inside(FaceImage photo, Similarity toPhoto, int x, int y) {
    double edge = EDGE * toPhoto.scale();
    double px = toPhoto.x(x, y);
    double py = toPhoto.y(x, y);
    return px >= edge
        && py >= edge
        && px <= photo.width() - 1 - edge
        && py <= photo.height() - 1 - edge;
  }

  /** Luma of ITU-R BT.601. */
  private static double grey(int rgb) {
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
  }
}
