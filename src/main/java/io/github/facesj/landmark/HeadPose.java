package io.github.facesj.landmark;

/**
 * Where a head is turned to, in degrees.
 *
 * @param yaw positive where the face turns to the image's right
 * @param pitch positive where the face looks up
 * @param roll positive where the top of the head leans to the image's right, clockwise
 */
public record HeadPose(double yaw, double pitch, double roll) {

  /** How far the face is turned away from the camera, 0 to 180: the angle of the two directions. */
  public double turned() {
    return Math.toDegrees(
        Math.acos(Math.cos(Math.toRadians(yaw)) * Math.cos(Math.toRadians(pitch))));
  }
}
