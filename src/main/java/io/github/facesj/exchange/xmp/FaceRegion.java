package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A face as metadata has it: in parts of a picture, which is the stored one wherever nothing else
 * is said.
 *
 * @param area left, top, width, height; 0 to 1
 * @param name of the person, or empty
 * @param score of the detector, where FacesJ noted one
 * @param written the name as FacesJ wrote it; empty for a region that somebody else made
 */
record FaceRegion(Box area, String name, Optional<Double> score, Optional<String> written) {

  /** 1e-12 of a photo of 100,000 pixels is a ten-millionth of a pixel. */
  private static final int DECIMALS = 12;

  /** Widths of the picture. */
  private static final double FAR = 1e6;

  /** A number as metadata has it, without an exponent. */
  static String text(double part) {
    return BigDecimal.valueOf(part)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * An area, where the numbers are one: it has a size, and lies not absurdly far from the picture.
   */
  static Optional<Box> area(double x, double y, double width, double height) {
    boolean near = Math.max(Math.abs(x), Math.abs(y)) <= FAR && Math.max(width, height) <= FAR;
    return near && width > 0 && height > 0
        ? Optional.of(new Box(x, y, width, height))
        : Optional.empty();
  }

  FaceRegion at(Box other) {
    return new FaceRegion(other, name, score, written);
  }

  FaceRegion named(String other) {
    return new FaceRegion(area, other, score, written);
  }

  /** Whether somebody gave it another name since FacesJ wrote it, or made it. */
  boolean isOfOthers() {
    return written.isEmpty() || !written.get().equals(name);
  }
}
