package io.github.facesj.collection;

import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.Decisions;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.gallery.Identification;
import io.github.facesj.gallery.Identification.Candidate;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Field;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who the faces of an archive that have no name may be.
 *
 * @param groups the surest first
 * @param people how many people they were compared with
 * @param threshold up to which distance the nearest person is named
 * @param best how many people the table lists for each
 */
public record ArchiveIdentification(
    List<Group> groups, int people, NameThreshold threshold, int best) {

  /**
   * Faces without a name that belong together.
   *
   * @param cluster its id, or {@link FaceState#NONE} for a face that is alone
   * @param faces ids, ascending
   * @param example the face of them that is most like the others, with its photo
   * @param who the nearest people
   */
  public record Group(
      long cluster, List<Long> faces, ArchiveView.Seen example, Identification who) {

    Optional<Candidate> candidate(int at) {
      return who.candidates().stream().skip(at).findFirst();
    }

    /** To the nearest person; infinite where everybody is ruled out. */
    double distance() {
      return who.candidates().isEmpty()
          ? Double.POSITIVE_INFINITY
          : who.candidates().get(0).distance();
    }
  }

  private static final Schema<Group> FIRST =
      Schema.of(
          Columns.PHOTO.of(g -> g.example().photo().path()),
          Columns.SLICE.of(g -> g.example().face().page() + 1),
          Columns.FACE.of(g -> g.example().face().number()),
          Columns.ID.of(g -> g.example().face().id()),
          Columns.CLUSTER.ofOptional(
              g -> Optional.of(g.cluster()).filter(id -> id != FaceState.NONE)),
          Column.whole("faces", "that belong together").of(g -> g.faces().size()),
          Columns.NAME.of(g -> g.who().name()),
          Columns.DISTANCE.ofOptional(g -> g.candidate(0).map(Candidate::distance)),
          Columns.MARGIN.ofOptional(g -> g.who().margin()));

  /** What such tables are known by, however many candidates there are. */
  public static final FileKind KIND = FIRST.kind();

  public ArchiveIdentification {
    groups = List.copyOf(groups);
  }

  private List<Group> named() {
    return groups.stream().filter(group -> group.who().match().isPresent()).toList();
  }

  /**
   * One row for each group, the surest first: its example, who it may be and how far that is. The
   * name is {@code unknown} where even the nearest person is too far.
   */
  public Table table() {
    List<Field<Group>> candidates = new ArrayList<>();
    for (int i = 0; i < best; i++) {
      int at = i;
      candidates.add(
          Columns.CANDIDATE
              .numbered(i + 1)
              .of(g -> g.candidate(at).map(Candidate::person).orElse("")));
      candidates.add(
          Columns.DISTANCE
              .numbered(i + 1)
              .ofOptional(g -> g.candidate(at).map(Candidate::distance)));
    }
    return FIRST
        .plus(new Schema<>(candidates))
        .plus(
            Columns.THRESHOLD.of(g -> threshold.value()),
            Columns.PEOPLE.of(g -> people),
            Columns.FALSE_IDENTIFICATION_RATE.ofOptional(g -> threshold.falseName()))
        .table(groups);
  }

  /**
   * Gives the faces the names found, each as a decision that can be taken back in Review Faces.
   *
   * @param archive the one that was asked about, open for writing
   * @throws FacesException if it cannot be written; then no name is given
   */
  public void apply(Archive archive) throws FacesException {
    archive.transaction(
        () -> {
          Decisions decisions = new Decisions(archive);
          Map<String, List<Long>> alone = new TreeMap<>();
          for (Group group : named()) {
            String person = group.who().name();
            if (group.cluster() == FaceState.NONE) {
              alone.computeIfAbsent(person, p -> new ArrayList<>()).addAll(group.faces());
            } else {
              decisions.clusters().name(group.cluster(), person);
            }
          }
          for (Map.Entry<String, List<Long>> faces : alone.entrySet()) {
            decisions.faces().give(faces.getValue(), faces.getKey());
          }
          return null;
        });
  }

  /** For a person. */
  public String summary() {
    int clusters = 0;
    int faces = 0;
    int alone = 0;
    for (Group group : named()) {
      if (group.cluster() == FaceState.NONE) {
        alone++;
      } else {
        clusters++;
        faces += group.faces().size();
      }
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d clusters and single faces without a name are like one of %,d known people: "
            + "%,d clusters with %,d faces, and %,d single faces. Up to %s.",
        named().size(),
        groups.size(),
        people,
        clusters,
        faces,
        alone,
        threshold);
  }
}
