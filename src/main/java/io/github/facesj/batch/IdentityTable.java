package io.github.facesj.batch;

import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.face.Box;
import io.github.facesj.gallery.Identification;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Field;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who the faces of pictures are, one row for each face, one for a picture without any, and one with
 * a problem for a picture that could not be looked at. Each row says how many known people there
 * are, and what share of strangers gets a name among them.
 */
public final class IdentityTable {

  private static final Column<Number> COMPARISONS =
      Column.whole("comparisons", "how many known faces each face was compared with");

  /** What such tables are known by, however many candidates there are. */
  public static final FileKind KIND =
      TableKind.of(
          Columns.PHOTO,
          Columns.SLICE,
          Columns.FACE,
          Columns.NAME,
          Columns.DISTANCE,
          Columns.MARGIN,
          Columns.THRESHOLD,
          Columns.DETECTOR,
          Columns.EMBEDDER,
          Columns.PROBLEM);

  /** A row: a face, a picture without one, or a problem. */
  private record Line(
      String photo, int slice, int number, Optional<IdentifiedFace> face, String problem) {

    <T> Optional<T> who(Function<Identification, T> of) {
      return face.map(IdentifiedFace::who).map(of);
    }

    <T> Optional<T> box(Function<Box, T> of) {
      return face.map(f -> of.apply(f.face().box()));
    }

    Optional<Identification.Candidate> candidate(int at) {
      return face.map(f -> f.who().candidates()).filter(c -> at < c.size()).map(c -> c.get(at));
    }
  }

  private final Schema<Line> schema;
  private final Provenance made;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param how what identified the faces
   */
  public IdentityTable(Identifier how) {
    schema = schema(how);
    made = how.recognizer().embedding();
  }

  private static Schema<Line> schema(Identifier how) {
    List<Field<Line>> candidates = new ArrayList<>();
    for (int i = 0; i < how.best(); i++) {
      int at = i;
      candidates.add(
          Columns.CANDIDATE
              .numbered(i + 1)
              .of(line -> line.candidate(at).map(Identification.Candidate::person).orElse("")));
      candidates.add(
          Columns.DISTANCE
              .numbered(i + 1)
              .ofOptional(line -> line.candidate(at).map(Identification.Candidate::distance)));
    }
    return Schema.<Line>of(
            Columns.PHOTO.of(Line::photo),
            Columns.SLICE.of(Line::slice),
            Columns.FACE.ofOptional(line -> line.face().map(f -> line.number())),
            Columns.NAME.of(line -> line.who(Identification::name).orElse("")),
            Columns.DISTANCE.ofOptional(
                line -> line.candidate(0).map(Identification.Candidate::distance)),
            Columns.MARGIN.ofOptional(line -> line.face().flatMap(f -> f.who().margin())),
            Columns.SCORE.ofOptional(line -> line.face().map(f -> f.face().score())),
            Columns.X.ofOptional(line -> line.box(Box::x)),
            Columns.Y.ofOptional(line -> line.box(Box::y)),
            Columns.WIDTH.ofOptional(line -> line.box(Box::width)),
            Columns.HEIGHT.ofOptional(line -> line.box(Box::height)))
        .plus(new Schema<>(candidates))
        .plus(
            Columns.THRESHOLD.of(line -> how.threshold().value()),
            Columns.DETECTOR.of(line -> how.recognizer().detector().card().id()),
            Columns.EMBEDDER.of(line -> how.recognizer().embedder().id()),
            Columns.SHA256.of(line -> MatchThreshold.sha256(how.recognizer().embedder())),
            Columns.PROBLEM.of(Line::problem),
            Columns.PEOPLE.of(line -> how.threshold().people()),
            COMPARISONS.of(line -> how.threshold().comparisons()),
            Columns.FALSE_IDENTIFICATION_RATE.ofOptional(line -> how.threshold().falseName()));
  }

  /**
   * Adds a picture.
   *
   * @param photo its name
   * @param slice its number in its stack or file, from 1
   */
  public void add(String photo, int slice, List<IdentifiedFace> faces) {
    lines.addAll(lines(photo, slice, faces));
  }

  private static List<Line> lines(String photo, int slice, List<IdentifiedFace> faces) {
    if (faces.isEmpty()) {
      return List.of(new Line(photo, slice, 0, Optional.empty(), ""));
    }
    List<Line> of = new ArrayList<>();
    for (IdentifiedFace face : faces) {
      of.add(new Line(photo, slice, of.size() + 1, Optional.of(face), ""));
    }
    return of;
  }

  /** A table of one picture. */
  Table of(String photo, int slice, List<IdentifiedFace> faces) {
    return schema.table(lines(photo, slice, faces)).madeBy(made);
  }

  /** A table of one picture that could not be looked at. */
  Table problem(String photo, int slice, String problem) {
    return schema.table(List.of(new Line(photo, slice, 0, Optional.empty(), problem))).madeBy(made);
  }

  /** All rows so far. */
  public Table table() {
    return schema.table(List.copyOf(lines)).madeBy(made);
  }
}
