package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.Overlay;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.Candidates;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.overlay.FaceOverlays;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.awt.Rectangle;
import java.util.List;

/**
 * Shows faces while a user moves the sliders. The network looks at a picture once, from a low score
 * upwards; thresholds then only choose among what it saw. The overlay that was there comes back.
 */
public final class DetectionPreview {

  /** Lowest score a slider can show faces of; lower ones are noise in every model known here. */
  static final double FLOOR = 0.1;

  /** What decides what the network sees: not the thresholds. */
  private record Look(
      String detector,
      PlanePosition plane,
      Rectangle selection,
      boolean turns,
      boolean flip,
      boolean border,
      List<Double> scales,
      int tiles) {}

  private final ImagePlus image;
  private final Overlay before;
  private Look last;
  private Candidates candidates;

  public DetectionPreview(ImagePlus image) {
    this.image = image;
    this.before = image.getOverlay() == null ? null : image.getOverlay().duplicate();
  }

  /**
   * Draws the faces of the current picture.
   *
   * @param analyzer made for these options
   * @throws FacesException if the network fails
   */
  public void show(FaceAnalyzer analyzer, SearchOptions options) throws FacesException {
    PlanePosition plane = PlanePosition.current(image);
    ImageDetection detection = new ImageDetection(image, analyzer);
    Rectangle selection = image.getRoi() == null ? null : image.getRoi().getBounds();
    Look look =
        new Look(
            analyzer.run().model(),
            plane,
            selection,
            options.turns(),
            options.flip(),
            options.border(),
            options.scales(),
            options.tiles());
    if (!look.equals(last) || analyzer.threshold() < candidates.floor()) {
      candidates =
          detection.candidates(plane, Math.min(FLOOR, analyzer.threshold()), Progress.SILENT);
      last = look;
    }
    List<Face> faces =
        candidates.select(
            analyzer.threshold(), analyzer.overlap(), options.smallest(), options.square());
    restore();
    FaceOverlays.show(image, plane, detection.place(faces), FaceRois.SCORE);
  }

  /** Puts back the overlay that the image had. */
  public void restore() {
    image.setOverlay(before == null ? null : before.duplicate());
  }
}
