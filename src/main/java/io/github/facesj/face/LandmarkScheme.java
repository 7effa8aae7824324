package io.github.facesj.face;

/**
 * Which points a set of landmarks consists of, and in which order. "Left" and "right" are those of
 * the image, not of the person.
 */
public enum LandmarkScheme {
  /** Eye left, eye right, nose tip, mouth corner left, mouth corner right (MTCNN, RetinaFace). */
  FIVE(5),
  /** The iBUG 300-W mark-up: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67. */
  IBUG68(68),
  /** The WFLW mark-up: contour 0-32, brows 33-50, nose 51-59, eyes 60-75, mouth 76-95, pupils. */
  WFLW98(98),
  /** The JD-landmark mark-up of 106 points, contour 0-32. */
  JD106(106);

  private final int points;

  LandmarkScheme(int points) {
    this.points = points;
  }

  /** Number of points. */
  public int points() {
    return points;
  }
}
