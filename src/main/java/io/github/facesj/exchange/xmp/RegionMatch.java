package io.github.facesj.exchange.xmp;

import io.github.facesj.face.PersonName;
import java.util.Arrays;
import java.util.List;

/** Which regions of two lists are of the same face, in parts of the same picture. */
final class RegionMatch {

  /**
   * Least overlap (IoU) of two boxes of one face, as nextcloud/recognize matches boxes of different
   * makers (tests/analyse-face-assignments.js).
   */
  static final double SAME = 0.3;

  /** Of two boxes with one name, of which one may be the head and one the face. */
  private static final double SAME_OF_ONE_NAME = 0.1;

  private static final int NONE = -1;

  /** Each round takes the best pair there is at least; real photos need one or two. */
  private static final int MOST_ROUNDS = 8;

  private RegionMatch() {}

  /** For each region the number of the other one that is of the same face, or -1: best first. */
  static int[] of(List<FaceRegion> regions, List<FaceRegion> others) {
    int[] partner = free(regions.size());
    int[] back = free(others.size());
    for (int round = 0; round < MOST_ROUNDS && joinBest(regions, others, partner, back); round++) {
      // pairs that are each other's best are joined; the rest looks again
    }
    return partner;
  }

  private static int[] free(int size) {
    int[] none = new int[size];
    Arrays.fill(none, NONE);
    return none;
  }

  /** One look at all pairs of those that are free; false where none was joined. */
  private static boolean joinBest(
      List<FaceRegion> regions, List<FaceRegion> others, int[] partner, int[] back) {
    int[] bestOf = free(regions.size());
    int[] bestFor = free(others.size());
    double[] likenessOf = new double[regions.size()];
    double[] likenessFor = new double[others.size()];
    for (int i = 0; i < regions.size(); i++) {
      for (int k = 0; k < others.size() && partner[i] < 0; k++) {
        double likeness = back[k] < 0 ? likeness(regions.get(i), others.get(k)) : 0;
        if (likeness > likenessOf[i]) {
          likenessOf[i] = likeness;
          bestOf[i] = k;
        }
        if (likeness > likenessFor[k]) {
          likenessFor[k] = likeness;
          bestFor[k] = i;
        }
      }
    }
    boolean joined = false;
    for (int i = 0; i < bestOf.length; i++) {
      if (bestOf[i] >= 0 && bestFor[bestOf[i]] == i) {
        partner[i] = bestOf[i];
        back[bestOf[i]] = i;
        joined = true;
      }
    }
    return joined;
  }

  /** The overlap, and 1 more for one name; 0 where they are of different faces. */
  private static double likeness(FaceRegion a, FaceRegion b) {
    double overlap = a.area().iou(b.area());
    if (overlap < SAME_OF_ONE_NAME) {
      return 0;
    }
    boolean one = !a.name().isEmpty() && isSameName(a.name(), b.name());
    return one ? 1 + overlap : overlap >= SAME ? overlap : 0;
  }

  /** Whether two texts name one person, however they are written. */
  static boolean isSameName(String a, String b) {
    return PersonName.of(a).equals(PersonName.of(b));
  }
}
