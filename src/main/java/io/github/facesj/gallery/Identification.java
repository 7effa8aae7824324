package io.github.facesj.gallery;

import io.github.facesj.embed.Distance;
import io.github.facesj.face.Embedding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who a face may be.
 *
 * @param candidates the nearest people, nearest first, each with the nearest photo
 * @param distance in which kind the distances are given
 * @param threshold up to which distance the nearest person is taken for the right one
 */
public record Identification(List<Candidate> candidates, Distance distance, double threshold) {

  /**
   * A person the face may be.
   *
   * @param person the name
   * @param photo the nearest photo of that person
   * @param distance to that photo
   */
  public record Candidate(String person, String photo, double distance) {}

  public Identification {
    candidates = List.copyOf(candidates);
  }

  /**
   * Compares a face with everybody.
   *
   * @param threshold greatest distance at which the nearest person is named
   * @param best how many people to list, at least 1
   * @throws IllegalArgumentException if the face comes from another model, or a number is out of
   *     range
   */
  public static Identification of(
      Gallery gallery, Embedding face, Distance distance, double threshold, int best) {
    gallery.require(face);
    distance.toCosine(threshold);
    if (best < 1) {
      throw new IllegalArgumentException(
          "The number of candidates must be at least 1, but was " + best + ".");
    }
    Map<String, Candidate> nearest = new HashMap<>();
    for (Enrolled known : gallery.faces()) {
      Candidate c =
          new Candidate(known.person(), known.photo(), distance.between(known.embedding(), face));
      nearest.merge(c.person(), c, (a, b) -> b.distance() < a.distance() ? b : a);
    }
    return new Identification(
        nearest.values().stream()
            .sorted(
                Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::person))
            .limit(best)
            .toList(),
        distance,
        threshold);
  }

  /** The nearest person, or nobody where that person is too far: unknown. */
  public Optional<Candidate> match() {
    return candidates.stream().findFirst().filter(c -> c.distance() <= threshold);
  }

  /** The name to show: that of the match, or {@code unknown}. */
  public String name() {
    return match().map(Candidate::person).orElse("unknown");
  }

  /**
   * How much nearer the first person is than the second; empty where fewer than two are listed. A
   * small margin is a doubtful answer.
   */
  public Optional<Double> margin() {
    return candidates.size() < 2
        ? Optional.empty()
        : Optional.of(candidates.get(1).distance() - candidates.get(0).distance());
  }
}
