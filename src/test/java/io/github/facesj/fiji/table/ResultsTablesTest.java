package io.github.facesj.fiji.table;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.overlay.ImageSource;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.Columns;
import io.github.facesj.table.FaceRow;
import io.github.facesj.table.FaceSchema;
import io.github.facesj.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsTablesTest {

  @Test
  void hasTheColumnsOfTheFile() {
    Provenance run = new Provenance("facesj-detector", "ab", "score=0.5");
    Face face = Face.of(new Box(1.5, 2, 3, 4), 0.75);
    List<FaceRow> rows = new ArrayList<>(FaceRow.of("a.jpg", 1, List.of(face, face), run));
    rows.addAll(FaceRow.of("none.jpg", 3, List.of(), run));
    ResultsTable table = ResultsTables.of(FaceSchema.table(rows));
    assertThat(table.getHeadings())
        .containsExactly(FaceSchema.DETECTED.headings().toArray(String[]::new));
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.getStringValue("photo", 2)).isEqualTo("none.jpg");
    assertThat(table.getValue("face", 1)).isEqualTo(2);
    assertThat(table.getValue("x", 0)).isEqualTo(1.5);
    assertThat(table.getValue("face", 2)).isNaN();
    assertThat(table.getValue("p0x", 0)).isNaN();
    assertThat(table.getStringValue("slice", 2)).isEqualTo("3");
    assertThat(table.getStringValue("model", 0)).isEqualTo("facesj-detector");
  }

  /** Names of people are texts, whatever they look like. */
  private record Named(String person, Optional<Double> distance) {}

  private static final Schema<Named> NAMED =
      Schema.of(Columns.PERSON.of(Named::person), Columns.DISTANCE.ofOptional(Named::distance));

  @Test
  void aPersonCalledOneStaysAText() {
    ResultsTable table =
        ResultsTables.of(
            NAMED.table(
                List.of(new Named("1", Optional.of(0.5)), new Named("007", Optional.empty()))));
    assertThat(table.getColumnAsStrings("person")).containsExactly("1", "007");
    assertThat(table.getStringValue("person", 0)).isEqualTo("1");
    assertThat(table.getValue("person", 0)).isNaN();
    assertThat(table.getValue("distance", 0)).isEqualTo(0.5);
    assertThat(table.getValue("distance", 1)).isNaN();
  }

  /** ImageJ itself fills cells that a row does not have with 0. */
  @Test
  void whatARowDoesNotHaveIsNoZero() {
    ResultsTable table = new ResultsTable();
    table.incrementCounter();
    table.addValue("Area", 12);
    table.addValue("Kind", "cell");
    ResultsTables.add(table, NAMED.table(List.of(new Named("Ada", Optional.of(0.25)))));
    Provenance run = new Provenance("facesj-detector", "ab", "score=0.5");
    Face face = Face.of(new Box(1.5, 2, 3, 4), 0.75);
    ResultsTables.add(table, FaceSchema.table(FaceRow.of("a.jpg", 1, List.of(face), run)));
    assertThat(table.getColumnAsDoubles(table.getColumnIndex("Area")))
        .containsExactly(12, Double.NaN, Double.NaN);
    assertThat(table.getColumnAsDoubles(table.getColumnIndex("distance")))
        .containsExactly(Double.NaN, 0.25, Double.NaN);
    assertThat(table.getColumnAsDoubles(table.getColumnIndex("x")))
        .containsExactly(Double.NaN, Double.NaN, 1.5);
    for (String text : List.of("Kind", "person", "photo")) {
      assertThat(table.getColumnAsStrings(text)).as(text).doesNotContain("0", "NaN");
    }
    assertThat(table.getRowAsString(1)).doesNotContain("0.000");
  }

  @Test
  void facesOfTheResultsTableKeepTheirNames() throws Exception {
    NamedFace one = new NamedFace(Face.of(new Box(1.25, 2, 3, 4), 0.5), "1");
    List<PhotoFaces> faces = List.of(PhotoFaces.of("1", Optional.empty(), List.of(one)));
    ResultsTable results = ResultsTable.getResultsTable();
    results.reset();
    try {
      ResultsTables.add(results, PeopleCsv.table(faces));
      assertThat(ImageSource.RESULTS.faces(null)).isEqualTo(faces);
    } finally {
      results.reset();
    }
  }
}
