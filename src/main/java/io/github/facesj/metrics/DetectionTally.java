package io.github.facesj.metrics;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Counts right and wrong detections, photo by photo. In each photo the detections are taken best
 * score first; each is right if it meets a face that no better one has taken, else of no account if
 * it meets a region to be ignored, else wrong. To meet is to have an IoU of at least the given one.
 * This is PASCAL VOC's matching with ignored regions as WIDER FACE has them.
 */
public final class DetectionTally {

  private final double iou;
  private final List<Judged> judged = new ArrayList<>();
  private int faces;

  /**
   * One detection that counts.
   *
   * @param score as the detector gave it
   * @param right whether it met a face
   */
  record Judged(double score, boolean right) {}

  /**
   * @param iou least IoU of a detection and the face it meets, above 0 and at most 1
   * @throws IllegalArgumentException if it is outside that range
   */
  public DetectionTally(double iou) {
    if (!(iou > 0 && iou <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The IoU of a right detection must be above 0 and at most 1, but was %s.",
              iou));
    }
    this.iou = iou;
  }

  /**
   * Adds one photo.
   *
   * @param found detections, in any order
   * @param truth the faces that are there
   * @param ignored regions where a detection is neither right nor wrong
   */
  public void add(List<Face> found, List<Box> truth, List<Box> ignored) {
    faces += truth.size();
    List<Box> free = new ArrayList<>(truth);
    List<Face> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingDouble(Face::score)
            .reversed()
            .thenComparingDouble(f -> f.box().y())
            .thenComparingDouble(f -> f.box().x())
            .thenComparingDouble(f -> f.box().height())
            .thenComparingDouble(f -> f.box().width()));
    for (Face face : sorted) {
      Box met = nearest(face.box(), free);
      if (met != null) {
        free.remove(met);
        judged.add(new Judged(face.score(), true));
      } else if (nearest(face.box(), ignored) == null) {
        judged.add(new Judged(face.score(), false));
      }
    }
  }

  /** The box with the greatest IoU, the first of equal ones; null where none is met. */
  private Box nearest(Box box, List<Box> others) {
    Box nearest = null;
    double best = 0;
    for (Box other : others) {
      double overlap = box.iou(other);
      if (overlap >= iou && overlap > best) {
        best = overlap;
        nearest = other;
      }
    }
    return nearest;
  }

  /**
   * What has been counted so far.
   *
   * @throws IllegalArgumentException if no photo had a face, because then there is no recall
   */
  public PrecisionRecall curve() {
    return PrecisionRecall.of(judged, faces);
  }
}
