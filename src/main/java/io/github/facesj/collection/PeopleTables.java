package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.FaceSchema;
import io.github.facesj.table.Field;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableKind;
import io.github.facesj.table.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Who is on which photo, as tables. */
final class PeopleTables {

  private static final Column<Number> UNNAMED =
      Column.whole("unnamed", "faces on the photo without a name");
  private static final Column<Number> QUALITY =
      Column.decimal("quality", Unit.NONE, "how good the picture of the face is, 0 to 1");

  /** What {@link #faces} is known by. */
  static final FileKind FACES_KIND = faces(photo -> "").kind();

  /** What {@link #people} is known by: between the first and the last columns stand people. */
  static final FileKind PEOPLE_KIND =
      TableKind.of(List.of(Columns.PHOTO.name(), UNNAMED.name(), Columns.PROBLEM.name()), 1);

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
  public Table faces() {
    return faces(this::name).table(view.faces());
  }

  private static Schema<ArchiveView.Seen> faces(Function<ArchivedPhoto, String> name) {
    return Schema.<ArchiveView.Seen>of(
            Columns.PHOTO.of(seen -> name.apply(seen.photo())),
            Columns.FACE.of(seen -> seen.face().number()))
        .plus(FaceSchema.box(seen -> seen.face().box()))
        .plus(
            Columns.SCORE.of(seen -> seen.face().score()),
            QUALITY.of(seen -> seen.face().quality()),
            Columns.CLUSTER.ofOptional(seen -> seen.cluster().map(ArchivedCluster::id)),
            Columns.PERSON.of(seen -> seen.person().orElse("")));
  }

  /**
   * One row for each photo, one column for each person by name: how many of the photo's faces are
   * theirs. The last columns count the faces without a name and say why a photo could not be read.
   */
  public Table people() {
    TreeSet<String> names =
        new TreeSet<>(view.faces().stream().flatMap(seen -> seen.person().stream()).toList());
    Map<Long, Map<String, Integer>> counts = new HashMap<>();
    for (ArchiveView.Seen seen : view.faces()) {
      counts
          .computeIfAbsent(seen.photo().id(), p -> new HashMap<>())
          .merge(seen.person().orElse(""), 1, Integer::sum);
    }
    // Cells are made when they are asked for: photos times people may be more than fits memory.
    List<Field<ArchivedPhoto>> people = new ArrayList<>();
    for (String name : names) {
      people.add(
          Column.whole(name, "faces of this person on the photo")
              .of(photo -> count(counts, photo, name)));
    }
    return Schema.<ArchivedPhoto>of(Columns.PHOTO.of(this::name))
        .plus(new Schema<>(people))
        .plus(
            UNNAMED.of(photo -> count(counts, photo, "")),
            Columns.PROBLEM.of(photo -> photo.problem().orElse("")))
        .table(view.photos());
  }

  private static int count(
      Map<Long, Map<String, Integer>> counts, ArchivedPhoto photo, String person) {
    return counts.getOrDefault(photo.id(), Map.of()).getOrDefault(person, 0);
  }
}
