package io.github.facesj.picture;

import io.github.facesj.face.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for labels at faces: inside the picture, near their face, on no other label and if
 * possible on no face. Where a picture is too full, the place that hides least is taken.
 */
final class LabelLayout {

  /**
   * Overlap with a label counts this much more than with a face, which counts more than the way.
   */
  private static final double ON_LABEL = 1_000;

  private static final double ON_FACE = 20;

  /** How far labels may move, in their own heights. */
  private static final int STEPS = 12;

  private final double width;
  private final double height;
  private final double gap;
  private final List<Box> faces;

  /**
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @param gap between a label and its face
   * @param faces boxes in pixels
   */
  public LabelLayout(double width, double height, double gap, List<Box> faces) {
    this.width = width;
    this.height = height;
    this.gap = gap;
    this.faces = List.copyOf(faces);
  }

  /**
   * Places one label for each face, in the order of the faces.
   *
   * @param sizes width and height of each label; labels larger than the picture begin at its edge
   */
  public List<Box> place(List<double[]> sizes) {
    List<Box> placed = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      placed.add(best(i, sizes.get(i), placed));
    }
    return placed;
  }

  private Box best(int face, double[] size, List<Box> placed) {
    Box best = null;
    double least = Double.POSITIVE_INFINITY;
    int number = 0;
    List<Box> near = candidates(faces.get(face), size);
    boolean free =
        near.stream().anyMatch(c -> placed.stream().allMatch(p -> c.intersection(p) == 0));
    for (Box candidate : free ? near : everywhere(size)) {
      double cost = cost(face, candidate, placed) + number * 1e-6;
      number++;
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  private double cost(int face, Box label, List<Box> placed) {
    double area = Math.max(1, label.area());
    double cost = 0;
    for (Box other : placed) {
      double common = label.intersection(other);
      // Even a little of another label hidden is worse than a long way.
      cost += common > 0 ? ON_LABEL * (1 + common / area) : 0;
    }
    for (Box other : faces) {
      cost += ON_FACE * label.intersection(other) / area;
    }
    Box home = faces.get(face);
    double dx = Math.max(0, Math.max(home.x() - label.right(), label.x() - home.right()));
    double dy = Math.max(0, Math.max(home.y() - label.bottom(), label.y() - home.bottom()));
    return cost + Math.max(0, Math.hypot(dx, dy) - gap) / Math.max(1, label.height());
  }

  /** Above, below, right, left, and further away in steps; all inside the picture. */
  private List<Box> candidates(Box face, double[] size) {
    double w = size[0];
    double h = size[1];
    List<Box> all = new ArrayList<>();
    double[] columns = {face.x(), face.centerX() - w / 2, face.right() - w};
    for (int step = 0; step <= STEPS; step++) {
      double away = gap + step * (h + 1) / 2;
      for (double x : columns) {
        all.add(inside(x, face.y() - away - h, w, h));
        all.add(inside(x, face.bottom() + away, w, h));
      }
      for (double y : new double[] {face.y(), face.centerY() - h / 2, face.bottom() - h}) {
        all.add(inside(face.right() + away, y, w, h));
        all.add(inside(face.x() - away - w, y, w, h));
      }
      for (int side = -1; side <= 1; side += 2) {
        double x = side < 0 ? face.x() - w - gap : face.right() + gap;
        all.add(inside(x, face.y() - away - h, w, h));
        all.add(inside(x, face.bottom() + away, w, h));
      }
    }
    return all;
  }

  /** Places all over the picture, half a label apart. */
  private List<Box> everywhere(double[] size) {
    List<Box> all = new ArrayList<>();
    double down = Math.max(1, size[1] / 2);
    double right = Math.max(1, size[0] / 4);
    for (double y = 0; y < height; y += down) {
      for (double x = 0; x < width; x += right) {
        all.add(inside(x, y, size[0], size[1]));
      }
    }
    return all;
  }

  private Box inside(double x, double y, double w, double h) {
    return new Box(Math.max(0, Math.min(x, width - w)), Math.max(0, Math.min(y, height - h)), w, h);
  }
}
