package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What all decisions share: each is planned, written down and put into effect at once. */
final class DecisionTransaction {

  /** Plans one decision. */
  @FunctionalInterface
  interface Plan {
    /**
     * @return the faces it is about
     */
    Set<Long> write(DecisionPlan draft) throws FacesException;
  }

  private final Archive archive;
  private final Journal journal;

  DecisionTransaction(Archive archive, Journal journal) {
    this.archive = archive;
    this.journal = journal;
  }

  /** Makes a decision; nothing if it changes nothing. */
  Optional<DecisionOutcome> decide(DecisionKind kind, Optional<String> name, Plan plan)
      throws FacesException {
    return archive.transaction(
        () -> {
          long id = journal.begin(kind, name);
          DecisionPlan draft = new DecisionPlan(archive.sql(), id);
          draft.finish(plan.write(draft).size());
          return journal.make(id);
        });
  }

  /** Ids of the faces of a cluster, ascending. */
  Set<Long> facesOf(long cluster) throws FacesException {
    return new LinkedHashSet<>(
        archive
            .sql()
            .list(
                "SELECT id FROM face WHERE cluster_id = ? ORDER BY id",
                row -> row.getLong(1),
                cluster));
  }

  /**
   * Clusters in the order of their ids, each once.
   *
   * @throws IllegalArgumentException if one is not there
   */
  List<ArchivedCluster> clusters(Collection<Long> ids) throws FacesException {
    Set<ArchivedCluster> all = new LinkedHashSet<>();
    for (long id : ids) {
      all.add(archive.clusterTable().get(id));
    }
    return all.stream().sorted(Comparator.comparing(ArchivedCluster::id)).toList();
  }

  /**
   * Faces in the order of their ids, each once.
   *
   * @throws IllegalArgumentException if one is not there, or none is given
   */
  List<ArchivedFace> faces(Collection<Long> ids) throws FacesException {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("No face was chosen.");
    }
    List<ArchivedFace> all = archive.faceTable().find(ids);
    if (all.size() < Set.copyOf(ids).size()) {
      for (long id : ids) {
        archive.face(id); // says which is not there
      }
    }
    return all;
  }

  /**
   * Faces by their clusters.
   *
   * @throws IllegalArgumentException if one is not there, or in no cluster
   */
  Map<Long, Set<Long>> byCluster(Collection<Long> ids) throws FacesException {
    Map<Long, Set<Long>> all = new LinkedHashMap<>();
    for (ArchivedFace face : faces(ids)) {
      long cluster =
          face.cluster()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "A face that belongs to nobody yet cannot be confirmed or taken out."));
      all.computeIfAbsent(cluster, c -> new LinkedHashSet<>()).add(face.id());
    }
    return all;
  }

  static Set<Long> ids(List<ArchivedFace> faces) {
    return faces.stream()
        .map(ArchivedFace::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The cluster of a person, a new one if there is none of this name. */
  long person(DecisionPlan draft, String name) throws FacesException {
    Optional<ArchivedCluster> there = archive.clusterTable().named(name);
    return there.isPresent() ? there.get().id() : draft.cluster(Optional.of(name));
  }
}
