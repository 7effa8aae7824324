package io.github.facesj.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Two faces in one picture are two people: of those in one group the one most like the rest of the
 * group stays. Who leaves is decided for all pictures at once, so their order does not matter.
 */
final class OnePerPicture {

  private final PlanFaces faces;
  private final IntPredicate fixed;

  /**
   * @param fixed faces that stay in any case, and make the others of their picture leave
   */
  OnePerPicture(PlanFaces faces, IntPredicate fixed) {
    this.faces = faces;
    this.fixed = fixed;
  }

  /**
   * @param group faces, ascending
   * @return those that stay, ascending
   */
  int[] stay(int[] group) {
    Map<Integer, int[]> pictures = new HashMap<>();
    for (int face : group) {
      pictures.merge(faces.picture(face), new int[] {face}, OnePerPicture::joined);
    }
    if (pictures.size() == group.length) {
      return group;
    }
    double[] all = new double[faces.dimension()];
    for (int face : group) {
      faces.addTo(all, face, 1);
    }
    return Arrays.stream(group)
        .filter(face -> stays(face, pictures.get(faces.picture(face)), all))
        .toArray();
  }

  private boolean stays(int face, int[] rivals, double[] all) {
    if (rivals.length == 1 || fixed.test(face)) {
      return true;
    }
    if (Arrays.stream(rivals).anyMatch(fixed)) {
      return false;
    }
    double[] rest = all.clone();
    for (int rival : rivals) {
      faces.addTo(rest, rival, -1);
    }
    int best = rivals[0];
    for (int rival : rivals) {
      // All averages are over the same faces, so the sums compare alike.
      best = faces.dot(rest, rival) > faces.dot(rest, best) ? rival : best;
    }
    return face == best;
  }

  private static int[] joined(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
