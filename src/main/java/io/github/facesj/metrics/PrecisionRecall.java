package io.github.facesj.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How precision and recall of a detector go with its score threshold.
 *
 * @param faces number of faces that are there
 * @param points one for each score that occurs, highest first
 */
public record PrecisionRecall(int faces, List<Point> points) {

  /**
   * The detector used with one threshold.
   *
   * @param score detections from this score on count
   * @param right detections that met a face
   * @param wrong detections that did not
   * @param precision share of right ones among the detections; 1 where there is none
   * @param recall share of the faces that were met
   */
  public record Point(double score, int right, int wrong, double precision, double recall) {}

  public PrecisionRecall {
    points = List.copyOf(points);
  }

  static PrecisionRecall of(List<DetectionTally.Judged> judged, int faces) {
    if (faces == 0) {
      throw new IllegalArgumentException(
          "No photo has a face to be found, so precision and recall cannot be measured.");
    }
    List<DetectionTally.Judged> sorted = new ArrayList<>(judged);
    sorted.sort(Comparator.comparingDouble(DetectionTally.Judged::score).reversed());
    List<Point> points = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double score = sorted.get(i).score();
      right += sorted.get(i).right() ? 1 : 0;
      boolean last = i + 1 == sorted.size() || sorted.get(i + 1).score() != score;
      if (last) {
        points.add(point(score, right, i + 1 - right, faces));
      }
    }
    return new PrecisionRecall(faces, points);
  }

  private static Point point(double score, int right, int wrong, int faces) {
    double precision = right + wrong == 0 ? 1 : (double) right / (right + wrong);
    return new Point(score, right, wrong, precision, (double) right / faces);
  }

  /** Precision and recall of the detections from this score on. */
  public Point at(double score) {
    Point best = point(score, 0, 0, faces);
    for (Point p : points) {
      if (p.score() >= score) {
        best = point(score, p.right(), p.wrong(), faces);
      }
    }
    return best;
  }

  /**
   * Average precision, 0 to 1: the area under the curve, where each recall has the best precision
   * that is reached at it or beyond (all-point interpolation, PASCAL VOC since 2010).
   */
  public double averagePrecision() {
    double area = 0;
    double best = 0;
    for (int i = points.size() - 1; i >= 0; i--) {
      best = Math.max(best, points.get(i).precision());
      double before = i == 0 ? 0 : points.get(i - 1).recall();
      area += best * (points.get(i).recall() - before);
    }
    return area;
  }
}
