package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.SelectionArea;
import io.github.facesj.fiji.overlay.FaceOverlays;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.Unit;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares two faces: one of each of two images, within its selection where it has one, or those in
 * two rectangles of one image. The rectangles are a selection of two (drawn with Shift), or the two
 * in the overlay that FacesJ did not draw. Of several faces the one nearest the centre counts.
 */
public final class TwoFaces {

  private static final String FIRST = "first";
  private static final String SECOND = "second";

  private static final Schema<Answer> SCHEMA =
      Schema.of(
          Column.text("a", "a picture").of(Answer::first),
          Column.text("b", "another picture").of(Answer::second),
          Columns.DISTANCE.of(Answer::distance),
          Columns.THRESHOLD.of(answer -> answer.threshold().value()),
          Column.whole("same", "1 for one person, 0 for two").of(answer -> answer.same() ? 1 : 0),
          Column.decimal(
                  "false_match_rate", Unit.SHARE, "share of pairs of strangers that are as alike")
              .ofOptional(answer -> answer.threshold().falseMatch()),
          Column.text("origin", "where the threshold comes from")
              .of(answer -> answer.threshold().origin()));

  private final Recognizer recognizer;
  private final MatchThreshold threshold;

  public TwoFaces(Recognizer recognizer, MatchThreshold threshold) {
    this.recognizer = recognizer;
    this.threshold = threshold;
  }

  /**
   * A comparison.
   *
   * @param first name of the first picture
   * @param second name of the second
   * @param distance of the embedder's kind
   * @param same the decision
   * @param threshold up to which the answer is yes, and what is known of it
   */
  public record Answer(
      String first, String second, double distance, boolean same, MatchThreshold threshold) {

    /** For a person. */
    public String sentence() {
      return String.format(
          Locale.ROOT,
          "%s: distance %.4f, %s",
          same
              ? "The same person, as far as this model can tell"
              : "Two people, as far as this model can tell",
          distance,
          threshold);
    }

    /** One row. */
    public Table table() {
      return SCHEMA.table(List.of(this));
    }
  }

  /**
   * @param first the first image; the same as the second for two rectangles of one
   * @param progress is told which face is looked at, and may stop it
   * @throws FacesException if a network fails, there is no face, or it was stopped
   * @throws IllegalArgumentException if one image has not two rectangles
   */
  public Answer compare(ImagePlus first, ImagePlus second, Progress progress)
      throws FacesException {
    FaceImage a;
    FaceImage b;
    if (first == second) {
      List<Rectangle> two = rectangles(first);
      if (two.size() != 2) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "To compare two faces of the image %s, select both with rectangles (hold Shift for"
                    + " the second), or add two rectangles to its overlay; there are %d.",
                first.getTitle(),
                two.size()));
      }
      a = part(first, two.get(0));
      b = part(first, two.get(1));
    } else {
      a = selected(first);
      b = selected(second);
    }
    double distance =
        recognizer
            .embedder()
            .distance()
            .between(face(a, first, FIRST, progress), face(b, second, SECOND, progress));
    progress.at(2, 2, "");
    return new Answer(
        first.getTitle(), second.getTitle(), distance, threshold.accepts(distance), threshold);
  }

  private Embedding face(FaceImage picture, ImagePlus image, String which, Progress progress)
      throws FacesException {
    progress.at(which.equals(FIRST) ? 0 : 1, 2, "Looking for the face of " + image.getTitle());
    return recognizer
        .central(picture, progress)
        .flatMap(Face::embedding)
        .orElseThrow(
            () ->
                new FacesException(
                    String.format(
                        Locale.ROOT,
                        "No face was found in the %s picture, %s. Select a larger part, or use"
                            + " another detector.",
                        which,
                        image.getTitle())));
  }

  private static FaceImage selected(ImagePlus image) {
    return SelectionArea.of(image)
        .map(area -> part(image, bounds(area)))
        .orElseGet(() -> ImagePlusPixels.current(image));
  }

  private static Rectangle bounds(SelectionArea area) {
    return new Rectangle(
        (int) area.bounds().x(),
        (int) area.bounds().y(),
        (int) area.bounds().width(),
        (int) area.bounds().height());
  }

  private static FaceImage part(ImagePlus image, Rectangle r) {
    return ImagePlusPixels.current(image).crop(r.x, r.y, r.width, r.height);
  }

  private static List<Rectangle> rectangles(ImagePlus image) {
    Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
    Roi selection = image.getRoi();
    Stream<Roi> rois = Stream.empty();
    if (selection instanceof ShapeRoi shape) {
      rois = Arrays.stream(shape.getRois());
    } else if (image.getOverlay() != null) {
      rois =
          Arrays.stream(image.getOverlay().toArray())
              .filter(roi -> roi.isArea() && !FaceOverlays.isOurs(roi));
    }
    List<Rectangle> found = new ArrayList<>();
    rois.map(roi -> roi.getBounds().intersection(whole))
        .filter(r -> !r.isEmpty())
        .forEach(found::add);
    return found;
  }
}
