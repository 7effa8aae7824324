package io.github.facesj.picture;

import io.github.facesj.face.Landmarks;

/** Where on a face a picture is laid. */
public enum Anchor {
  /** Its centre between the eyes: glasses. */
  EYES(0, 0.5),
  /** Its lower edge at the hairline: a hat. */
  FOREHEAD(-0.85, 1),
  /** Its centre at the tip of the nose. */
  NOSE(Double.NaN, 0.5),
  /** Its centre between nose and mouth: a moustache. */
  LIP(Double.NaN, 0.5),
  /** Its centre between the corners of the mouth. */
  MOUTH(Double.NaN, 0.5),
  /** Its upper edge below the mouth: a beard. */
  CHIN(1.5, 0);

  private final double below;
  private final double row;

  /**
   * @param below of the eyes, in eye distances along the face's own vertical; NaN where points say
   *     it
   * @param row of the picture that lies there: 0 its upper edge, 1 its lower
   */
  Anchor(double below, double row) {
    this.below = below;
    this.row = row;
  }

  /** Which row of the picture lies at the anchor: 0 its upper edge, 1 its lower one. */
  double row() {
    return row;
  }

  /**
   * The place on the face.
   *
   * @param five eyes, nose, mouth corners
   * @param unit the eye distance
   * @param angle of the eye line, clockwise, in radians
   */
  double[] of(Landmarks five, double unit, double angle) {
    double mouthX = (five.x(3) + five.x(4)) / 2;
    double mouthY = (five.y(3) + five.y(4)) / 2;
    return switch (this) {
      case NOSE -> new double[] {five.x(2), five.y(2)};
      // The skin between nose and lips begins a good half of the way from the tip to the mouth.
      case LIP -> new double[] {mix(five.x(2), mouthX), mix(five.y(2), mouthY)};
      case MOUTH -> new double[] {mouthX, mouthY};
      default ->
          new double[] {
            (five.x(0) + five.x(1)) / 2 - Math.sin(angle) * below * unit,
            (five.y(0) + five.y(1)) / 2 + Math.cos(angle) * below * unit
          };
    };
  }

  private static double mix(double nose, double mouth) {
    return nose + 0.6 * (mouth - nose);
  }
}
