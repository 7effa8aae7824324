package io.github.facesj.fiji.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The two measuring commands on a few sample photos with their ground truth. */
class EvaluateDetectionAndLandmarksTest {

  private static Context context;

  @TempDir Path dir;

  private Path photos;
  private Path out;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  @BeforeEach
  void threePhotosOneOfThemBroken() throws Exception {
    out = dir.resolve("out");
    photos = Files.createDirectories(dir.resolve("写真"));
    for (String name : List.of("portraits/ada/ada_1.jpg", "portraits/bo/bo_1.jpg")) {
      Path photo = photos.resolve(name);
      Files.createDirectories(photo.getParent());
      Files.copy(Sample.path(name), photo);
    }
    Files.createDirectories(photos.resolve("portraits/emil"));
    Files.writeString(photos.resolve("portraits/emil/emil_1.jpg"), "no photo");
  }

  /** The rows of a table of the samples that are about the photos here. */
  private Path truth(String table) throws Exception {
    List<String> rows = new ArrayList<>();
    for (String row : Files.readAllLines(Sample.path(table))) {
      if (rows.isEmpty() || row.matches("portraits/(ada/ada|bo/bo|emil/emil)_1\\..*")) {
        rows.add(row);
      }
    }
    return Files.write(dir.resolve(table), rows);
  }

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  @Test
  void measuresDetection() throws Exception {
    Needs.fonts();
    CommandModule done =
        run(
            EvaluateDetection.class,
            "photos",
            photos.toString(),
            "truth",
            truth("faces.csv").toString(),
            "output",
            out.toString(),
            "iou",
            0.4);
    assertThat(done.getCancelReason()).isNull();
    ResultsTable summary = (ResultsTable) done.getOutput("summary");
    assertThat(summary.getValue("photos", 0)).isEqualTo(2);
    assertThat(summary.getValue("faces", 0)).isEqualTo(2);
    assertThat(summary.getValue("problems", 0)).isEqualTo(1);
    assertThat(summary.getValue("ap", 0)).isEqualTo(1);
    assertThat(summary.getStringValue("detector", 0)).isEqualTo("facesj-detector");
    CsvTable problems = CsvTable.read("The problems", out.resolve("problems.csv"));
    assertThat(problems.rows().get(0).get(0)).isEqualTo("portraits/emil/emil_1.jpg");
    assertThat(ImageIO.read(out.resolve("precision_recall.png").toFile())).isNotNull();
    assertThat(out.resolve("curve.csv")).exists();
  }

  @ParameterizedTest
  @CsvSource({"detector, landmarks68.csv", "truth, landmarks68.csv", "detector, landmarks5.csv"})
  void measuresLandmarks(String boxes, String table) throws Exception {
    Needs.fonts();
    CommandModule done =
        run(
            EvaluateLandmarks.class,
            "photos",
            photos.toString(),
            "truth",
            landmarks(table).toString(),
            "output",
            out.toString(),
            "boxes",
            boxes);
    assertThat(done.getCancelReason()).isNull();
    ResultsTable summary = (ResultsTable) done.getOutput("summary");
    assertThat(summary.getValue("faces", 0)).isEqualTo(2);
    assertThat(summary.getValue("problems", 0)).isEqualTo(1);
    assertThat(summary.getValue("nme", 0)).isBetween(0.005, 0.12);
    assertThat(summary.getValue("nme_mouth", 0)).isPositive();
    CsvTable errors = CsvTable.read("The errors", out.resolve("errors.csv"));
    assertThat(errors.headings()).containsExactly("photo", "face", "nme", "problem");
    assertThat(errors.rows().get(2).get(3)).contains("not a photo");
    assertThat(ImageIO.read(out.resolve("cumulative_error.png").toFile())).isNotNull();
  }

  private Path landmarks(String table) throws Exception {
    if (!table.equals("landmarks5.csv")) {
      return truth(table);
    }
    Path file = truth(table);
    List<String> rows = new ArrayList<>(Files.readAllLines(file));
    rows.set(0, "image,face,0,1,2,3,4,5,6,7,8,9");
    return Files.write(file, rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "detection | truth      | none   | The ground truth none is not there.",
        "detection | photos     | none   | The photo folder none is not a folder.",
        "detection | iou        | 0      | must be above 0 and at most 1, but was 0.0.",
        "detection | output     | ' '    | The folder for the results is not named; say which.",
        "landmarks | normaliser | nose   | The normaliser must be one of inter_ocular, inter_pupil",
        "landmarks | boxes      | mine   | The boxes must be one of detector, truth, but was",
        "landmarks | landmarks  | dlib   | There is no landmarks model \"dlib\"; there are",
        "landmarks | truth      | short  | has 2 points in a row; FacesJ knows mark-ups of 5, 68",
        "landmarks | truth      | words  | Row 2 of the ground truth",
        "landmarks | truth      | noname | has no column \"photo\" or \"image\""
      })
  void everyWrongParameterHasItsSentence(String command, String name, String value, String sentence)
      throws Exception {
    Files.writeString(dir.resolve("short"), "photo,0,1,2,3\na.jpg,1,2,3,4\n");
    Files.writeString(
        dir.resolve("words"), "photo,0,1,2,3,4,5,6,7,8,9\na.jpg,1,2,x,4,5,6,7,8,9,0\n");
    Files.writeString(dir.resolve("noname"), "a,b\n1,2\n");
    boolean detection = command.equals("detection");
    List<Object> inputs = new ArrayList<>();
    inputs.addAll(List.of("photos", photos.toString(), "output", out.toString()));
    inputs.addAll(List.of("truth", truth(detection ? "faces.csv" : "landmarks68.csv").toString()));
    Path file = dir.resolve(value);
    String given = Files.exists(file) && name.equals("truth") ? file.toString() : value;
    int at = inputs.indexOf(name);
    if (at >= 0) {
      inputs.set(at + 1, given);
    } else {
      inputs.addAll(List.of(name, given));
    }
    CommandModule done =
        run(detection ? EvaluateDetection.class : EvaluateLandmarks.class, inputs.toArray());
    assertThat(done.getCancelReason()).contains(sentence);
    assertThat(out).doesNotExist();
  }
}
