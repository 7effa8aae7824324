package io.github.facesj.collection;

import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.Placements;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.NeighbourGraph;
import io.github.facesj.cluster.NeighbourSearch;
import io.github.facesj.cluster.PictureId;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.embed.Distance;
import io.github.facesj.gallery.Cohort;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Identification;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the faces of an archive that have no name with known people. The faces of a cluster are
 * one person, so that a cluster is asked about as a whole: its distance from a person is the one
 * that belongs to the mean cosine of its faces with the person's. Nobody is suggested whom somebody
 * ruled out for at least half of the faces. Ignored strangers are not asked about.
 *
 * @param distance of the archive's embedder
 * @param rule up to which distance the nearest of these people is named
 * @param best how many people to list for each face or cluster, at least 1
 * @param quality least quality of a face to be compared, 0 to 1
 * @param onePerPicture whether two faces of one picture are two people
 */
public record ArchiveIdentifier(
    Distance distance, NamingRule rule, int best, double quality, boolean onePerPicture) {

  /** People looked at beyond those listed, because some are ruled out. */
  private static final int SPARE = 16;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ArchiveIdentifier {
    if (best < 1) {
      throw new IllegalArgumentException(
          "The number of candidates must be at least 1, but was " + best + ".");
    }
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException(
          "The least quality must be between 0 and 1, but was " + quality + ".");
    }
  }

  /** Somebody known: the mean of the vectors, the cluster and the pictures in the archive. */
  private record Person(String name, float[] mean, long cluster, Set<PictureId> pictures) {}

  /** Faces without a name that belong together, as rows of the placements. */
  private record Unnamed(long cluster, List<Integer> rows, float[] mean) {}

  /** Somebody whom unnamed faces may be. */
  private record Guess(Person person, float likeness) {}

  /**
   * An archive at one moment, and what is looked up in it.
   *
   * @param members rows of the faces good enough to be compared, by cluster
   */
  private record Known(
      Placements all, Map<Long, ArchivedCluster> clusters, SortedMap<Long, List<Integer>> members) {

    static Known of(Archive archive, double quality) throws FacesException {
      Map<Long, ArchivedCluster> clusters = new HashMap<>();
      archive.clusters().forEach(cluster -> clusters.put(cluster.id(), cluster));
      Placements all = archive.placementTable().read(quality);
      SortedMap<Long, List<Integer>> members = new TreeMap<>();
      for (int row = 0; row < all.faces().size(); row++) {
        FaceState face = all.faces().get(row);
        if (face.cluster() != FaceState.NONE && !face.poor()) {
          members.computeIfAbsent(face.cluster(), c -> new ArrayList<>()).add(row);
        }
      }
      return new Known(all, clusters, members);
    }

    float[] mean(List<Integer> rows) {
      return ArchiveIdentifier.mean(
          all.vectors().select(rows.stream().mapToInt(Integer::intValue).toArray()));
    }

    Set<PictureId> pictures(List<Integer> rows) {
      Set<PictureId> pictures = new HashSet<>();
      for (int row : rows) {
        FaceState face = all.faces().get(row);
        pictures.add(new PictureId(face.photo(), face.page()));
      }
      return pictures;
    }

    boolean isRuledOut(Unnamed unnamed, Person person) {
      long apart =
          unnamed.rows().stream()
              .filter(
                  row ->
                      all.facts()
                          .apart()
                          .getOrDefault(all.faces().get(row).id(), Set.of())
                          .contains(person.cluster()))
              .count();
      return 2 * apart >= unnamed.rows().size();
    }
  }

  /**
   * Asks about all faces without a name.
   *
   * @param gallery the known people; empty for those whom the archive has names of
   * @throws FacesException if the archive cannot be read, nobody is known, or the run was stopped
   */
  public ArchiveIdentification identify(
      Archive archive, Optional<List<Enrolled>> gallery, Progress progress) throws FacesException {
    return archive.transaction(
        () -> {
          Known known = Known.of(archive, quality);
          List<Person> people = people(known, gallery);
          if (people.isEmpty()) {
            throw new FacesException(
                String.format(
                    Locale.ROOT,
                    "Nobody is known yet in the archive %s. Name people in Review Faces, or choose"
                        + " a gallery.",
                    archive.file()));
          }
          List<Unnamed> unnamed = unnamed(known);
          NeighbourGraph near =
              new NeighbourSearch(best + SPARE, -1)
                  .between(
                      means(known, unnamed.stream().map(Unnamed::mean).toList()),
                      means(known, people.stream().map(Person::mean).toList()),
                      progress);
          if (progress.isCanceled()) {
            throw new FacesException("The comparison was stopped, so there is no result.");
          }
          NameThreshold threshold =
              rule.threshold(Cohort.ofMeans(people.stream().map(Person::mean).toList()));
          Map<Long, ArchiveView.Seen> seen = ArchiveView.of(archive).byId();
          return new ArchiveIdentification(
              groups(known, people, unnamed, near, seen, threshold.value()),
              people.size(),
              threshold,
              best);
        });
  }

  private static List<Person> people(Known known, Optional<List<Enrolled>> gallery) {
    SortedMap<Long, List<Integer>> members = known.members();
    SortedMap<String, Long> named = new TreeMap<>();
    known.clusters().values().forEach(c -> c.name().ifPresent(name -> named.put(name, c.id())));
    SortedMap<String, float[]> means = new TreeMap<>();
    if (gallery.isPresent()) {
      SortedMap<String, List<float[]>> vectors = new TreeMap<>();
      gallery
          .get()
          .forEach(
              e ->
                  vectors
                      .computeIfAbsent(e.person(), p -> new ArrayList<>())
                      .add(e.embedding().toArray()));
      int dimension = known.all().vectors().dimension();
      vectors.forEach((name, all) -> means.put(name, mean(Vectors.of(dimension, all))));
    } else {
      named.forEach(
          (name, cluster) -> {
            if (members.containsKey(cluster)) {
              means.put(name, known.mean(members.get(cluster)));
            }
          });
    }
    List<Person> people = new ArrayList<>();
    means.forEach(
        (name, mean) -> {
          long cluster = named.getOrDefault(name, FaceState.NONE);
          people.add(
              new Person(
                  name, mean, cluster, known.pictures(members.getOrDefault(cluster, List.of()))));
        });
    return people;
  }

  /** Not made of length 1, so that the dot product of two is the mean cosine of their faces. */
  private static float[] mean(Vectors vectors) {
    float[] mean = new float[vectors.dimension()];
    for (int i = 0; i < vectors.values().length; i++) {
      mean[i % mean.length] += vectors.values()[i] / vectors.size();
    }
    return mean;
  }

  private static Vectors means(Known known, List<float[]> means) {
    return Vectors.of(known.all().vectors().dimension(), means);
  }

  private static List<Unnamed> unnamed(Known known) {
    List<Unnamed> unnamed = new ArrayList<>();
    known
        .members()
        .forEach(
            (id, rows) -> {
              ArchivedCluster cluster = known.clusters().get(id);
              if (cluster.name().isEmpty() && !cluster.ignored()) {
                unnamed.add(new Unnamed(id, rows, known.mean(rows)));
              }
            });
    for (int row = 0; row < known.all().faces().size(); row++) {
      FaceState face = known.all().faces().get(row);
      if (face.cluster() == FaceState.NONE && !face.poor()) {
        unnamed.add(new Unnamed(FaceState.NONE, List.of(row), known.mean(List.of(row))));
      }
    }
    return unnamed;
  }

  /** The surest are asked about first, and take their places in the pictures. */
  private List<ArchiveIdentification.Group> groups(
      Known known,
      List<Person> people,
      List<Unnamed> unnamed,
      NeighbourGraph near,
      Map<Long, ArchiveView.Seen> seen,
      double threshold) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < unnamed.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.<Integer>comparingDouble(i -> -near.cosine(i, 0))
            .thenComparingLong(i -> known.all().faces().get(unnamed.get(i).rows().get(0)).id()));
    List<ArchiveIdentification.Group> groups = new ArrayList<>();
    for (int i : order) {
      Unnamed some = unnamed.get(i);
      Set<PictureId> pictures = known.pictures(some.rows());
      List<Guess> guesses = new ArrayList<>();
      for (int n = 0; n < near.degree(i); n++) {
        Person person = people.get(near.neighbour(i, n));
        boolean beside = onePerPicture && pictures.stream().anyMatch(person.pictures()::contains);
        if (!beside && !known.isRuledOut(some, person)) {
          guesses.add(new Guess(person, near.cosine(i, n)));
        }
      }
      Identification who = who(guesses, threshold);
      if (who.match().isPresent()) {
        guesses.get(0).person().pictures().addAll(pictures);
      }
      List<Long> ids = some.rows().stream().map(row -> known.all().faces().get(row).id()).toList();
      groups.add(
          new ArchiveIdentification.Group(
              some.cluster(), ids, seen.get(example(known, some)), who));
    }
    // Whoever was ruled out leaves somebody further away.
    groups.sort(Comparator.comparingDouble(ArchiveIdentification.Group::distance));
    return groups;
  }

  private Identification who(List<Guess> guesses, double threshold) {
    return new Identification(
        guesses.stream()
            // The second is needed for the margin.
            .limit(Math.max(2, best))
            .map(
                g ->
                    new Identification.Candidate(
                        g.person().name(),
                        "",
                        distance.fromCosine(Math.max(-1, Math.min(1, g.likeness())))))
            .toList(),
        distance,
        threshold);
  }

  /** The face nearest to the mean of its group. */
  private static long example(Known known, Unnamed some) {
    float[] values = known.all().vectors().values();
    int dimension = some.mean().length;
    int best = some.rows().get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (int row : some.rows()) {
      double likeness = 0;
      for (int d = 0; d < dimension; d++) {
        likeness += values[row * dimension + d] * some.mean()[d];
      }
      if (likeness > most) {
        best = row;
        most = likeness;
      }
    }
    return known.all().faces().get(best).id();
  }
}
