package io.github.facesj.fiji.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.measure.ResultsTable;
import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.model.ModelStore;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class EvaluateClusteringTest {

  @TempDir static Path models;

  private static Context context;

  @TempDir Path dir;

  @BeforeAll
  static void start() {
    System.setProperty(ModelStore.PROPERTY, models.toString());
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
    System.clearProperty(ModelStore.PROPERTY);
  }

  private CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(EvaluateClustering.class, true, inputs).get();
  }

  /** Five portraits of each of six people; one file more cannot be read. */
  @Test
  void measuresAFolderWithAFolderForEachPerson() throws Exception {
    Needs.fonts();
    Path people = dir.resolve("people");
    for (String name : List.of("ada", "bo", "chidi")) {
      Path folder = Files.createDirectories(people.resolve(name));
      for (int i = 1; i <= 4; i++) {
        String photo = name + "_" + i + ".jpg";
        Files.copy(
            Sample.FOLDER.resolve("portraits").resolve(name).resolve(photo), folder.resolve(photo));
      }
    }
    Files.writeString(people.resolve("bo/broken.jpg"), "no photo");
    Path out = dir.resolve("out");
    CommandModule done = run("photos", people.toString(), "output", out.toString());
    assertThat(done.getCancelReason()).isNull();
    ResultsTable summary = (ResultsTable) done.getOutput("summary");
    assertThat(summary.getValue("faces", 0)).isEqualTo(12);
    assertThat(summary.getValue("people", 0)).isEqualTo(3);
    assertThat(summary.getValue("problems", 0)).isEqualTo(1);
    assertThat(summary.getStringValue("embedder", 0)).isEqualTo("facesj-embedder");
    assertThat((String) done.getOutput("report"))
        .startsWith("12 faces of 3 people, 1 problems: ")
        .contains("of the model's card", "B-cubed precision", "best F");

    CsvTable curve = CsvTable.read("The curve", out.resolve("curve.csv"));
    assertThat(curve.rows()).hasSize(41);
    List<Double> thresholds = column(curve, "threshold");
    assertThat(thresholds).isSorted();
    double best = column(curve, "bcubed_f").stream().mapToDouble(f -> f).max().orElseThrow();
    assertThat(summary.getValue("best_bcubed_f", 0)).isCloseTo(best, within(1e-9));
    assertThat(summary.getValue("bcubed_f", 0)).isBetween(0.5, best + 1e-9);
    // The strictest leaves everybody alone, the laxest puts all together.
    assertThat(column(curve, "bcubed_precision").get(0)).isEqualTo(1);
    assertThat(column(curve, "bcubed_recall").get(40)).isEqualTo(1);
    assertThat(CsvTable.read("Problems", out.resolve("problems.csv")).rows())
        .singleElement()
        .asString()
        .contains("bo/broken.jpg");
    assertThat(ImageIO.read(out.resolve("curve.png").toFile()).getWidth()).isGreaterThan(400);

    Path again = dir.resolve("again");
    run("photos", people.toString(), "output", again.toString());
    for (String file : List.of("summary.csv", "curve.csv", "problems.csv", "curve.png")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(out.resolve(file));
    }
  }

  private static List<Double> column(CsvTable table, String heading) {
    int column = table.headings().indexOf(heading);
    return table.rows().stream().map(r -> Double.valueOf(r.get(column))).toList();
  }

  /** A table says who is who, also of several people in one photo. */
  @Test
  void measuresWhatATableNames() throws Exception {
    Needs.fonts();
    Path table =
        Files.writeString(
            dir.resolve("truth.csv"),
            """
            photo,identity
            portraits/ada/ada_1.jpg,ada
            portraits/ada/ada_2.jpg,ada
            portraits/bo/bo_1.jpg,bo
            """);
    CommandModule done =
        run(
            "photos",
            Sample.FOLDER.toString(),
            "truth",
            table.toString(),
            "output",
            dir.toString(),
            "method",
            "average",
            "threshold",
            0.5);
    assertThat(done.getCancelReason()).isNull();
    ResultsTable summary = (ResultsTable) done.getOutput("summary");
    assertThat(summary.getValue("faces", 0)).isEqualTo(3);
    assertThat(summary.getStringValue("method", 0)).isEqualTo("average");
    assertThat(summary.getValue("threshold", 0)).isEqualTo(0.5);
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    String photos = Sample.FOLDER.resolve("groups").toString();
    assertThat(run("photos", photos, "output", dir.toString()).getCancelReason())
        .contains("has no folders with photos, one for each person");
    assertThat(run("photos", photos, "output", dir.toString(), "threshold", -1.0).getCancelReason())
        .contains("must be between 0 and");
    assertThat(run("photos", photos, "output", dir.toString(), "method", "magic").getCancelReason())
        .contains("magic");
    assertThat(run("photos", photos, "output", "").getCancelReason())
        .contains("The folder for the results");
  }
}
