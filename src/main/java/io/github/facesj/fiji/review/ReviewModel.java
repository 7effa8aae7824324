package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decision;
import io.github.facesj.archive.DecisionOutcome;
import io.github.facesj.archive.Decisions;
import io.github.facesj.cluster.SamePerson;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.face.PersonName;
import io.github.facesj.face.PersonNames;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What the window shows and does, without a window: rows, suggestions, and decisions, each of which
 * is in the file when its method returns. For one thread at a time.
 */
final class ReviewModel implements AutoCloseable {

  /** One thing that somebody decides. */
  @FunctionalInterface
  interface Deciding {
    /**
     * @return nothing if it was so already
     */
    Optional<DecisionOutcome> with(Decisions decisions) throws FacesException;
  }

  /** People that a cluster may be, as many as there is room for. */
  private static final int GUESSES = 4;

  private final Archive archive;
  private final Decisions decisions;
  private final ReviewedFaces faces;
  private final ClusterCentroids middles;

  /**
   * @param archive open for writing; closed with the model
   */
  ReviewModel(Archive archive) throws FacesException {
    this.archive = archive;
    this.decisions = new Decisions(archive);
    this.faces = new ReviewedFaces(archive);
    this.middles = new ClusterCentroids(archive);
  }

  Archive archive() {
    return archive;
  }

  ReviewedFaces faces() {
    return faces;
  }

  List<ReviewRow> rows(ReviewFilter filter) {
    return faces.rows(filter);
  }

  /** Decides something, and knows what became of it. */
  Optional<DecisionOutcome> decide(Deciding deciding) throws FacesException {
    Optional<DecisionOutcome> outcome = deciding.with(decisions);
    if (outcome.isPresent()) {
      faces.refresh(outcome.get().faces());
    }
    return outcome;
  }

  Optional<Decision> undoable() throws FacesException {
    return decisions.undoable();
  }

  Optional<Decision> redoable() throws FacesException {
    return decisions.redoable();
  }

  /** Pairs of clusters to ask about, the likeliest first. */
  List<MergeSuggestion> questions(Progress progress) throws FacesException {
    SortedMap<Long, List<ArchivedFace>> members = faces.members();
    return MergeSuggestions.of(
        members, middles.of(members), named(members), archive.clusterTable().apart(), progress);
  }

  /**
   * Somebody a cluster may be.
   *
   * @param likeness cosine of the middles, -1 to 1
   */
  record Guess(String name, double likeness) {}

  /** The people a cluster may be, the likeliest first; none for one that has a name. */
  List<Guess> guesses(ReviewRow row) throws FacesException {
    if (row.cluster().isEmpty() || row.name().isPresent()) {
      return List.of();
    }
    long cluster = row.cluster().get().id();
    SortedMap<Long, List<ArchivedFace>> members = faces.members();
    Set<Long> named = named(members);
    members.keySet().removeIf(id -> id != cluster && !named.contains(id));
    if (!members.containsKey(cluster)) {
      return List.of(); // an ignored stranger
    }
    Vectors some = middles.of(members);
    List<Long> ids = new ArrayList<>(members.keySet());
    List<Guess> guesses = new ArrayList<>();
    for (SamePerson.Candidate candidate :
        SamePerson.candidates(some, ids.indexOf(cluster), c -> true, GUESSES)) {
      Optional<ArchivedCluster> person = faces.cluster(ids.get(candidate.cluster()));
      guesses.add(new Guess(person.orElseThrow().name().orElseThrow(), candidate.likeness()));
    }
    return List.copyOf(guesses);
  }

  private Set<Long> named(SortedMap<Long, List<ArchivedFace>> members) {
    return members.keySet().stream()
        .filter(id -> faces.cluster(id).flatMap(ArchivedCluster::name).isPresent())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() throws FacesException {
    archive.close();
  }

  /** A remark where a name differs from another in capitals only; empty where none does. */
  String alike(String name) throws FacesException {
    String caseless = PersonName.caseless(name);
    return String.join(
        " ",
        PersonNames.remarks(
            faces().names().stream()
                .filter(known -> PersonName.caseless(known).equals(caseless))
                .toList()));
  }
}
