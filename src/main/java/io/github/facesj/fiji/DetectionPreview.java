package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.Overlay;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.Candidates;
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

  /** What was looked at, and how. */
  private record Look(String views, PlanePosition plane, Rectangle selection) {}

  private final ImagePlus image;
  private final Overlay before;
  private Look last;
  private Candidates candidates;

  public DetectionPreview(ImagePlus image) {
    this.image = image;
    this.before = image.getOverlay() == null ? null : image.getOverlay().duplicate();
  }

  /**
   * Draws the faces that the analyzer would find in the current picture.
   *
   * @param analyzer the very one that the run would use
   * @throws FacesException if the network fails
   */
  public void show(FaceAnalyzer analyzer) throws FacesException {
    PlanePosition plane = PlanePosition.current(image);
    ImageDetection detection = new ImageDetection(image, analyzer);
    Rectangle selection = image.getRoi() == null ? null : image.getRoi().getBounds();
    Look look = new Look(analyzer.views(), plane, selection);
    if (!look.equals(last) || analyzer.threshold() < candidates.floor()) {
      candidates =
          detection.candidates(plane, Math.min(FLOOR, analyzer.threshold()), Progress.SILENT);
      last = look;
    }
    List<Face> faces = analyzer.select(candidates);
    restore();
    FaceOverlays.show(image, plane, detection.place(faces), FaceRois.SCORE);
  }

  /** Puts back the overlay that the image had. */
  public void restore() {
    image.setOverlay(before == null ? null : before.duplicate());
  }
}
