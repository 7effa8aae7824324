package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.TableKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Who is on which photo, as tables. */
final class PeopleTables {

  private static final List<String> FACES =
      List.of(
          "photo", "face", "x", "y", "width", "height", "score", "quality", "cluster", "person");

  /** What {@link #faces} is known by. */
  static final FileKind FACES_KIND = TableKind.of(FACES);

  /** What {@link #people} is known by: between the first and the last columns stand people. */
  static final FileKind PEOPLE_KIND = TableKind.of(List.of("photo", "unnamed", "problem"), 1);

  private static final String SEPARATOR = "/";

  private final ArchiveView view;
  private final Optional<String> root;

  /**
   * @param folder names of photos below it are relative to it; the others are whole paths
   */
  public PeopleTables(ArchiveView view, Optional<Path> folder) {
    this.view = view;
    this.root = folder.map(PeopleTables::prefix);
  }

  private static String prefix(Path folder) {
    String path;
    try {
      path = PathText.of(folder.toRealPath());
    } catch (IOException e) {
      // The photos may be elsewhere by now; the archive's paths still begin like this.
      path = PathText.of(folder.toAbsolutePath().normalize());
    }
    path = path.replace(folder.getFileSystem().getSeparator(), SEPARATOR);
    return path.endsWith(SEPARATOR) ? path : path + SEPARATOR;
  }

  /** The name of a photo in the tables, with {@code /}. */
  public String name(ArchivedPhoto photo) {
    return root.filter(photo.path()::startsWith)
        .map(r -> photo.path().substring(r.length()))
        .orElse(photo.path());
  }

  /**
   * One row for each face: where it is and who. Faces are counted from 1 in each picture; the
   * cluster is empty for a face that is alone, the person for one without a name.
   */
  public CsvTable faces() {
    return new CsvTable(FACES, view.faces().stream().map(this::row).toList());
  }

  private List<String> row(ArchiveView.Seen seen) {
    ArchivedFace face = seen.face();
    return List.of(
        name(seen.photo()),
        Integer.toString(face.number()),
        Double.toString(face.box().x()),
        Double.toString(face.box().y()),
        Double.toString(face.box().width()),
        Double.toString(face.box().height()),
        Double.toString(face.score()),
        Double.toString(face.quality()),
        seen.cluster().map(ArchivedCluster::id).map(String::valueOf).orElse(""),
        seen.person().orElse(""));
  }

  /**
   * One row for each photo, one column for each person by name: how many of the photo's faces are
   * theirs. The last columns count the faces without a name and say why a photo could not be read.
   */
  public CsvTable people() {
    List<String> names =
        List.copyOf(
            new TreeSet<>(view.faces().stream().flatMap(seen -> seen.person().stream()).toList()));
    Map<Long, Map<String, Integer>> counts = new HashMap<>();
    for (ArchiveView.Seen seen : view.faces()) {
      counts
          .computeIfAbsent(seen.photo().id(), p -> new HashMap<>())
          .merge(seen.person().orElse(""), 1, Integer::sum);
    }
    List<String> headings = new ArrayList<>(List.of("photo"));
    headings.addAll(names);
    headings.addAll(List.of("unnamed", "problem"));
    List<List<String>> rows = new ArrayList<>();
    for (ArchivedPhoto photo : view.photos()) {
      rows.add(new Row(name(photo), names, counts.getOrDefault(photo.id(), Map.of()), photo));
    }
    return new CsvTable(headings, rows);
  }

  /** Cells are made when they are asked for: photos times people may be more than fits memory. */
  private static final class Row extends AbstractList<String> {

    private final String photo;
    private final List<String> names;
    private final Map<String, Integer> counts;
    private final Optional<String> problem;

    Row(String photo, List<String> names, Map<String, Integer> counts, ArchivedPhoto archived) {
      this.photo = photo;
      this.names = names;
      this.counts = counts;
      this.problem = archived.problem();
    }

    @Override
    public String get(int column) {
      if (column == 0) {
        return photo;
      }
      if (column == names.size() + 2) {
        return problem.orElse("");
      }
      String person = column <= names.size() ? names.get(column - 1) : "";
      return Integer.toString(counts.getOrDefault(person, 0));
    }

    @Override
    public int size() {
      return names.size() + 3;
    }
  }
}
