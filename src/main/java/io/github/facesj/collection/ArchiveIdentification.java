package io.github.facesj.collection;

import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.Decisions;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.gallery.Identification;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.TableKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** To the nearest person; infinite where everybody is ruled out. */
    double distance() {
      return who.candidates().isEmpty()
          ? Double.POSITIVE_INFINITY
          : who.candidates().get(0).distance();
    }
  }

  private static final List<String> HEADINGS =
      List.of("photo", "slice", "face", "id", "cluster", "faces", "name", "distance", "margin");

  /** What such tables are known by, however many candidates there are. */
  public static final FileKind KIND = TableKind.of(HEADINGS);

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
  public CsvTable table() {
    List<String> headings = new ArrayList<>(HEADINGS);
    for (int i = 1; i <= best; i++) {
      headings.add("candidate" + i);
      headings.add("distance" + i);
    }
    headings.addAll(List.of("threshold", "people", "false_identification_rate"));
    return new CsvTable(
        headings, groups.stream().map(group -> row(group, headings.size())).toList());
  }

  private List<String> row(Group group, int width) {
    ArchiveView.Seen example = group.example();
    List<Identification.Candidate> candidates = group.who().candidates();
    List<String> cells = new ArrayList<>();
    cells.add(example.photo().path());
    cells.add(String.valueOf(example.face().page() + 1));
    cells.add(String.valueOf(example.face().number()));
    cells.add(String.valueOf(example.face().id()));
    cells.add(group.cluster() == FaceState.NONE ? "" : String.valueOf(group.cluster()));
    cells.add(String.valueOf(group.faces().size()));
    cells.add(group.who().name());
    cells.add(candidates.isEmpty() ? "" : Double.toString(group.distance()));
    cells.add(group.who().margin().map(String::valueOf).orElse(""));
    candidates.stream()
        .limit(best)
        .forEach(c -> cells.addAll(List.of(c.person(), Double.toString(c.distance()))));
    cells.addAll(Collections.nCopies(width - 3 - cells.size(), ""));
    cells.add(Double.toString(threshold.value()));
    cells.add(String.valueOf(people));
    cells.add(threshold.falseName().map(String::valueOf).orElse(""));
    return cells;
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
