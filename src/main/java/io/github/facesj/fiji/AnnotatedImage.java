package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;

/**
 * A photo with its faces drawn into the pixels, as the overlay shows them, with a dark rim around
 * lines and points so that they can be seen on any ground. Needs no screen.
 */
public final class AnnotatedImage {

  private static final Color RIM = new Color(0, 0, 0, 150);

  private AnnotatedImage() {}

  /** The picture. */
  public static BufferedImage draw(
      FaceImage photo, List<Face> faces, Function<Face, String> label) {
    int[] rgb = photo.pixels().clone();
    ImagePlus image = new ImagePlus("", new ColorProcessor(photo.width(), photo.height(), rgb));
    PlanePosition at = PlanePosition.current(image);
    image.setOverlay(rimmed(FaceOverlays.of(image, at, faces, label)));
    return image.flatten().getBufferedImage();
  }

  /**
   * Writes the picture as PNG; the folder is made if it does not exist.
   *
   * @throws FacesException if it cannot be written
   */
  public static void write(
      Path png, FaceImage photo, List<Face> faces, Function<Face, String> label)
      throws FacesException {
    Path target = png.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      if (!ImageIO.write(draw(photo, faces, label), "png", target.toFile())) {
        throw new IOException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new FacesException(
          "The picture %s cannot be written (%s). Check that you may write there and that the disk is not full."
              .formatted(png, e.getMessage()),
          e);
    }
  }

  private static Overlay rimmed(Overlay overlay) {
    Overlay rimmed = new Overlay();
    for (Roi roi : overlay) {
      if (roi.getType() == Roi.RECTANGLE && !(roi instanceof TextRoi)) {
        Roi rim = (Roi) roi.clone();
        rim.setStrokeColor(RIM);
        rim.setStrokeWidth(roi.getStrokeWidth() + 2);
        rimmed.add(rim);
      }
      rimmed.add(roi);
    }
    return rimmed;
  }
}
