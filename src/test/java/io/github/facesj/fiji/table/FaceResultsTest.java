package io.github.facesj.fiji.table;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.FaceColumn;
import io.github.facesj.table.FaceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceResultsTest {

  @Test
  void hasTheColumnsOfTheFile() {
    Provenance run = new Provenance("facesj-detector", "ab", "score=0.5");
    Face face = Face.of(new Box(1.5, 2, 3, 4), 0.75);
    List<FaceRow> rows = new ArrayList<>(FaceRow.of("a.jpg", 1, List.of(face, face), run));
    rows.addAll(FaceRow.of("none.jpg", 3, List.of(), run));
    ResultsTable table = FaceResults.of(rows);
    assertThat(table.getHeadings())
        .containsExactly(
            Arrays.stream(FaceColumn.values()).map(FaceColumn::heading).toArray(String[]::new));
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.getStringValue("photo", 2)).isEqualTo("none.jpg");
    assertThat(table.getValue("face", 1)).isEqualTo(2);
    assertThat(table.getValue("x", 0)).isEqualTo(1.5);
    assertThat(table.getValue("face", 2)).isNaN();
    assertThat(table.getValue("p0x", 0)).isNaN();
    assertThat(table.getStringValue("slice", 2)).isEqualTo("3");
    assertThat(table.getStringValue("model", 0)).isEqualTo("facesj-detector");
  }
}
