package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Joins several boxes round one face into their weighted mean, as RetinaFace's test protocol does
 * ({@code bbox_vote} in deepinsight/insightface): all boxes that overlap the best by more than the
 * threshold vote, and the score is the best one's. The five points are averaged likewise.
 *
 * @param overlap intersection over union from which boxes vote together, 0 to 1
 */
record BoxVoting(double overlap) {

  /**
   * @throws IllegalArgumentException if the overlap is not between 0 and 1
   */
  public BoxVoting {
    Nms.requireOverlap(overlap);
  }

  /**
   * The joined faces, best first, weighted by their scores; the order handed over is irrelevant.
   */
  public List<Face> join(Collection<Face> faces) {
    List<Face> sorted = faces.stream().sorted(FaceOrder.BEST_FIRST).toList();
    return join(sorted, Function.identity(), Face::score);
  }

  /**
   * @param sorted the believable first
   */
  <T> List<Face> join(List<T> sorted, Function<T, Face> face, ToDoubleFunction<T> weight) {
    List<T> left = new ArrayList<>(sorted);
    List<Face> joined = new ArrayList<>();
    while (!left.isEmpty()) {
      Box best = face.apply(left.get(0)).box();
      List<T> voters = new ArrayList<>();
      List<T> others = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        boolean votes = i == 0 || face.apply(left.get(i)).box().iou(best) > overlap;
        (votes ? voters : others).add(left.get(i));
      }
      joined.add(mean(voters, face, weight));
      left = others;
    }
    joined.sort(FaceOrder.BEST_FIRST);
    return List.copyOf(joined);
  }

  private static <T> Face mean(List<T> voters, Function<T, Face> face, ToDoubleFunction<T> weight) {
    Face best = face.apply(voters.get(0));
    double all = voters.stream().mapToDouble(weight).sum();
    if (voters.size() == 1 || !(all > 0)) {
      return best;
    }
    int points = best.points().map(Landmarks::size).orElse(0);
    double[] sum = new double[4 + 2 * points];
    for (T voter : voters) {
      double[] numbers = numbers(face.apply(voter), sum.length);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += numbers[i] * weight.applyAsDouble(voter) / all;
      }
    }
    Box box = new Box(sum[0], sum[1], sum[2], sum[3]);
    if (points == 0) {
      return Face.of(box, best.score());
    }
    double[] xy = Arrays.copyOfRange(sum, 4, sum.length);
    return Face.of(box, best.score(), Landmarks.of(best.points().get().scheme(), xy));
  }

  private static double[] numbers(Face face, int length) {
    double[] numbers = new double[length];
    Box b = face.box();
    numbers[0] = b.x();
    numbers[1] = b.y();
    numbers[2] = b.width();
    numbers[3] = b.height();
    if (length > 4) {
      System.arraycopy(face.points().get().toArray(), 0, numbers, 4, length - 4);
    }
    return numbers;
  }
}
