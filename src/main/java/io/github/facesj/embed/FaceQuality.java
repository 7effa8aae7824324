package io.github.facesj.embed;

import io.github.facesj.align.Template;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.PoseFit;

/**
 * How much can be expected of a face for recognition: four shares of 0 to 1 and their geometric
 * mean. It is a formula, not a trained model:
 *
 * <ul>
 *   <li>size: the distance of the eyes in the photo over that in the ArcFace crop (35.2 pixels), at
 *       most 1; below, pixels are invented;
 *   <li>sharpness: {@code v / (v + 100)}, v being the variance of the Laplacian (4 neighbours) of
 *       the grey values of the aligned crop without its outer quarter; 100 is a usual limit of blur
 *       (Pech-Pacheco et al., Diatom autofocusing in brightfield microscopy, ICPR 2000, for the
 *       measure);
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
    Landmarks points = face.landmarks().or(face::points).orElseThrow();
    double eyes = points.interPupil() / Template.ARCFACE.points().interPupil();
    double v = laplacianVariance(crop);
    double turned = PoseFit.of(points).pose().turned();
    return new FaceQuality(
        Math.min(1, eyes),
        v / (v + HALF_SHARP),
        Math.max(0, Math.cos(Math.toRadians(turned))),
        face.score());
  }

  private static double laplacianVariance(FaceImage crop) {
    int w = crop.width();
    int[] p = crop.pixels();
    int from = w / 8;
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int y = from; y < crop.height() - from; y++) {
      for (int x = from; x < w - from; x++) {
        int i = y * w + x;
        double l = grey(p[i - 1]) + grey(p[i + 1]) + grey(p[i - w]) + grey(p[i + w]);
        l -= 4 * grey(p[i]);
        sum += l;
        squares += l * l;
        n++;
      }
    }
    double mean = sum / n;
    return Math.max(0, squares / n - mean * mean);
  }

  /** Luma of ITU-R BT.601. */
  private static double grey(int rgb) {
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
  }
}
