package io.github.facesj.fiji.image;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of an image in which faces are searched: the bounding box of its selection. Where the
 * selection is not a rectangle, a face counts if its centre lies inside.
 */
public final class SelectionArea {

  private final Rectangle bounds;
  private final Roi roi;

  private SelectionArea(Rectangle bounds, Roi roi) {
    this.bounds = bounds;
    this.roi = roi;
  }

  /**
   * The area an image's selection gives; empty if it has none, or only a line or points.
   *
   * @throws IllegalArgumentException if the selection lies outside the image
   */
  public static Optional<SelectionArea> of(ImagePlus image) {
    Roi roi = image.getRoi();
    if (roi == null || !roi.isArea()) {
      return Optional.empty();
    }
    Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
    Rectangle bounds = roi.getBounds().intersection(whole);
    if (bounds.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The selection lies outside the image %s. Remove it, or move it onto the image.",
              image.getTitle()));
    }
    return Optional.of(new SelectionArea(bounds, (Roi) roi.clone()));
  }

  /** The pixels to search: whole numbers, inside the image. */
  public Box bounds() {
    return new Box(bounds.x, bounds.y, bounds.width, bounds.height);
  }

  /** Whether a face, in pixels of the whole image, belongs to the selection. */
  public boolean holds(Face face) {
    double x = face.box().centerX();
    double y = face.box().centerY();
    return (roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0)
        ? bounds.contains(x, y)
        : roi.containsPoint(x, y);
  }
}
