package io.github.facesj.face;

import io.github.facesj.api.PublicApi;
import java.util.List;
import java.util.Objects;

/**
 * Which points a set of landmarks consists of, and in which order. "Left" and "right" are those of
 * the image, not of the person.
 */
@PublicApi
public enum LandmarkScheme {
  /** Eye left, eye right, nose tip, mouth corner left, mouth corner right (MTCNN, RetinaFace). */
  FIVE(Markup.FIVE),
  /** The iBUG 300-W mark-up: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67. */
  IBUG68(Markup.IBUG68),
  /** The WFLW mark-up: contour 0-32, brows 33-50, nose 51-59, eyes 60-75, mouth 76-95, pupils. */
  WFLW98(Markup.WFLW98),
  /**
   * The 106 points as the networks give them that were trained on the JD-landmark set: contour 0-32
   * (0 is the chin), eye left 33-42, brow left 43-51, mouth 52-71, nose 72-86, eye right 87-96,
   * brow right 97-105. The order within the parts was read off the outputs of PFLD-106.
   */
  JD106(Markup.JD106);

  private final Markup markup;

  LandmarkScheme(Markup markup) {
    this.markup = markup;
  }

  /** Number of points. */
  public int points() {
    return markup.points();
  }

  /** The part a point belongs to; pupils belong to the eyes. */
  public FacePart part(int point) {
    return markup.part(Objects.checkIndex(point, points()));
  }

  /** The point that a point becomes when the picture is mirrored left to right. */
  public int mirror(int point) {
    return markup.mirror(Objects.checkIndex(point, points()));
  }

  /** Lines for drawing the face; empty for {@link #FIVE}. */
  public List<Outline> outlines() {
    return markup.outlines();
  }

  /**
   * The points whose mean is the centre of an eye: the lid points, or the eye itself of five.
   *
   * @param eye 0 for the eye at the left of the image, 1 for the right
   */
  public List<Integer> eye(int eye) {
    return markup.eyes().get(eye);
  }

  /**
   * The outer corners of the eyes, left and right, between which the inter-ocular distance is
   * measured; the eyes themselves for {@link #FIVE}.
   */
  public List<Integer> outerEyeCorners() {
    return markup.outerEyeCorners();
  }

  /** Nose tip, left mouth corner, right mouth corner. */
  List<Integer> noseAndMouth() {
    return markup.noseAndMouth();
  }
}
