package io.github.facesj.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.run.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandmarkTableTest {

  private static final Provenance RUN = new Provenance("a-model", "ff00", "source=overlay");

  @TempDir Path dir;

  /** Five points of a face that looks straight ahead: the head leans by 90 degrees clockwise. */
  private static final Landmarks LEANING =
      Landmarks.of(LandmarkScheme.FIVE, 200, 60, 200, 140, 154.1, 100, 117.2, 68, 117.2, 132);

  @Test
  void aFileHoldsEveryDigitAndEmptyCellsWhereThereIsNoFace() throws Exception {
    Face face = Face.of(new Box(1 / 3.0, 2, 3, 4), 0.7).withLandmarks(LEANING);
    List<FaceRow> rows = new ArrayList<>(FaceRow.of("=a, \"b\".jpg", 1, List.of(face), RUN));
    rows.addAll(FaceRow.of("empty.jpg", 2, List.of(), RUN));
    Path file = dir.resolve("landmarks.csv");
    LandmarkTable.of(rows, LandmarkScheme.FIVE).write(file);

    CsvTable read = CsvTable.read("The table", file);
    assertThat(read.headings())
        .startsWith("photo", "slice", "face", "score", "x", "y", "width", "height", "yaw")
        .contains("x_0", "y_4")
        .endsWith("model", "sha256", "parameters");
    List<String> first = read.rows().get(0);
    assertThat(first).hasSize(read.headings().size());
    // Guarded, as a spreadsheet would compute it.
    assertThat(first.get(0)).isEqualTo("'=a, \"b\".jpg");
    assertThat(Double.parseDouble(first.get(4))).isEqualTo(1 / 3.0);
    assertThat(Double.parseDouble(cell(read, 0, "roll"))).isBetween(80.0, 100.0);
    assertThat(Double.parseDouble(cell(read, 0, "yaw"))).isBetween(-10.0, 10.0);
    assertThat(cell(read, 0, "points")).isEqualTo("5");
    assertThat(cell(read, 0, "x_2")).isEqualTo("154.1");
    assertThat(read.rows().get(1).subList(2, 13 + 10)).containsOnly("");
    assertThat(TableDescription.read(file).all()).containsExactly(RUN);
    assertThat(cell(read, 1, "sha256")).isEmpty();
  }

  @Test
  void refusesFacesWithoutTheseLandmarks() {
    Face face = Face.of(new Box(1, 2, 3, 4), 0.7).withLandmarks(LEANING);
    List<FaceRow> rows = FaceRow.of("a.jpg", 1, List.of(face), RUN);
    assertThatThrownBy(() -> LandmarkTable.of(rows, LandmarkScheme.IBUG68))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no landmarks of scheme IBUG68");
  }

  private static String cell(CsvTable table, int row, String heading) {
    return table.rows().get(row).get(table.headings().indexOf(heading));
  }
}
