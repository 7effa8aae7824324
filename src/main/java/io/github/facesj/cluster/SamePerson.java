package io.github.facesj.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Asks which clusters may be one person, and who a cluster may be, by the cosine of their middles.
 * It only suggests; nothing is ever put together by it.
 */
public final class SamePerson {

  /** Whether two clusters cannot be one person, or need not be asked about. */
  @FunctionalInterface
  public interface RuledOut {
    boolean test(int a, int b);
  }

  /**
   * Two clusters that may be one person.
   *
   * @param a the smaller number
   * @param b the greater number
   * @param likeness cosine of their middles, -1 to 1
   */
  public record Pair(int a, int b, float likeness) {}

  /**
   * Somebody a cluster may be.
   *
   * @param cluster the known person's
   * @param likeness cosine of the middles, -1 to 1
   */
  public record Candidate(int cluster, float likeness) {}

  private static final Comparator<Pair> SUREST_FIRST =
      Comparator.comparingDouble(Pair::likeness)
          .reversed()
          .thenComparingInt(Pair::a)
          .thenComparingInt(Pair::b);

  private SamePerson() {}

  /**
   * Pairs to ask about, the surest first, each once.
   *
   * @param neighbours the nearest other middles of each cluster's middle
   */
  public static List<Pair> pairs(NeighbourGraph neighbours, RuledOut ruledOut) {
    List<Pair> pairs = new ArrayList<>();
    for (int cluster = 0; cluster < neighbours.size(); cluster++) {
      for (int nth = 0; nth < neighbours.degree(cluster); nth++) {
        int other = neighbours.neighbour(cluster, nth);
        boolean second = other < cluster && isNeighbour(neighbours, other, cluster);
        int a = Math.min(cluster, other);
        int b = Math.max(cluster, other);
        if (!second && !ruledOut.test(a, b)) {
          pairs.add(new Pair(a, b, neighbours.cosine(cluster, nth)));
        }
      }
    }
    pairs.sort(SUREST_FIRST);
    return List.copyOf(pairs);
  }

  private static boolean isNeighbour(NeighbourGraph neighbours, int of, int other) {
    for (int nth = 0; nth < neighbours.degree(of); nth++) {
      if (neighbours.neighbour(of, nth) == other) {
        return true;
      }
    }
    return false;
  }

  /**
   * The people a cluster may be, the surest first.
   *
   * @param middles of all clusters
   * @param known which clusters are people to suggest
   * @param most length of the list at most
   */
  public static List<Candidate> candidates(
      Vectors middles, int cluster, IntPredicate known, int most) {
    List<Candidate> candidates = new ArrayList<>();
    for (int other = 0; other < middles.size(); other++) {
      if (other != cluster && known.test(other)) {
        candidates.add(new Candidate(other, middles.cosine(cluster, other)));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::likeness)
            .reversed()
            .thenComparingInt(Candidate::cluster));
    return List.copyOf(candidates.subList(0, Math.min(most, candidates.size())));
  }
}
