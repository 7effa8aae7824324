package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.facesj.Sample;
import io.github.facesj.model.Catalogue;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.Task;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class FindLandmarksTest {

  private static final String ADA = "portraits/ada/ada_1.jpg";

  private static Context context;

  @TempDir Path dir;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  @BeforeEach
  void clearResults() {
    ResultsTable.getResultsTable().reset();
  }

  private static CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(FindLandmarks.class, true, inputs).get();
  }

  private static List<Roi> named(ImagePlus image, String name) {
    return Arrays.stream(image.getOverlay().toArray())
        .filter(roi -> roi.getName().matches(name))
        .toList();
  }

  /** The true numbers of the first row of a sample's table that begin with this photo. */
  private static double[] truth(String table, String photo, int from) throws Exception {
    return Files.readAllLines(Sample.path(table)).stream()
        .filter(row -> row.startsWith(photo + ",0,"))
        .limit(1)
        .flatMap(row -> Arrays.stream(row.split(",")).skip(from))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void findsTheTruePointsAndTheTruePose() throws Exception {
    ImagePlus image = Sample.open(ADA);
    CommandModule done = run("image", image, "score", 0.6, "lines", true);
    assertThat(done.getCancelReason()).isNull();
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.size()).isEqualTo(1);
    double[] points = truth("landmarks68.csv", ADA, 2);
    double eyes = Math.hypot(points[45] - points[36], points[68 + 45] - points[68 + 36]);
    double error = 0;
    for (int i = 0; i < 68; i++) {
      double dx = table.getValue("x_" + i, 0) - points[i];
      double dy = table.getValue("y_" + i, 0) - points[68 + i];
      error += Math.hypot(dx, dy) / 68 / eyes;
    }
    assertThat(error).as("mean error in distances of the eyes").isLessThan(0.08);
    double[] pose = truth("faces.csv", ADA, 7);
    assertThat(table.getValue("yaw", 0)).isBetween(pose[0] - 8, pose[0] + 8);
    assertThat(table.getValue("roll", 0)).isBetween(pose[2] - 4, pose[2] + 4);
    assertThat(table.getValue("residual", 0)).isBetween(0.0, 0.15);
    assertThat(table.getStringValue("model", 0)).isEqualTo("facesj-landmarks68");
    assertThat(table.getStringValue("parameters", 0))
        .startsWith("source=detect model=facesj-detector score=0.6 ")
        .endsWith(" landmarks=facesj-landmarks68 average=false");
    assertThat(ResultsTable.getResultsTable().size()).isEqualTo(1);
  }

  @Test
  void drawsOneRoiForEachPartOnExactlyThePointsOfTheTable() throws Exception {
    ImagePlus image = Sample.open(ADA);
    CommandModule done = run("image", image, "score", 0.6, "lines", true);
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(named(image, "face-1 (jaw|brows|nose|eyes|mouth)"))
        .hasSize(5)
        .allMatch(PointRoi.class::isInstance)
        .extracting(roi -> ((PointRoi) roi).getNCoordinates())
        .containsExactly(17, 10, 9, 12, 20);
    assertThat(named(image, "face-1 .*").stream().map(Roi::getStrokeColor).distinct())
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(named(image, "face-1 [a-z]+ line")).hasSize(9);
    PointRoi brows = (PointRoi) named(image, "face-1 brows").get(0);
    assertThat(brows.getFloatPolygon().xpoints[0] + 0.5)
        .isCloseTo(table.getValue("x_17", 0), within(1e-3));
    Roi mouth = named(image, "face-1 mouth line").get(0);
    assertThat(mouth).isInstanceOf(PolygonRoi.class);
    assertThat(mouth.getType()).isEqualTo(Roi.POLYGON);
    // A second run replaces the first, and leaves what is the user's.
    int once = image.getOverlay().size();
    run("image", image, "score", 0.6, "lines", true);
    assertThat(image.getOverlay().size()).isEqualTo(once);
  }

  @Test
  void aRectangleThatTheUserDrewIsAFace() throws Exception {
    ImagePlus image = Sample.open(ADA);
    image.setRoi(new Roi(83, 152, 207, 265));
    CommandModule done = run("image", image, "source", "selection", "average", true);
    assertThat(done.getCancelReason()).isNull();
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.getValue("score", 0)).isEqualTo(1);
    assertThat(table.getValue("x", 0)).isEqualTo(83);
    double[] points = truth("landmarks68.csv", ADA, 2);
    assertThat(table.getValue("x_30", 0)).isBetween(points[30] - 12, points[30] + 12);
    assertThat(table.getStringValue("parameters", 0))
        .isEqualTo("source=selection landmarks=facesj-landmarks68 average=true");
    assertThat(image.getRoi()).isNotNull();
  }

  @Test
  void rectanglesOfTheOverlayAreFacesOfTheirPictures() throws Exception {
    ImagePlus ada = Sample.open(ADA);
    ImageStack stack = new ImageStack(ada.getWidth(), ada.getHeight());
    stack.addSlice(ada.getProcessor());
    stack.addSlice(ada.getProcessor());
    ImagePlus image = new ImagePlus("two", stack);
    Roi second = new Roi(83, 152, 207, 265);
    second.setPosition(2);
    second.setName("mine");
    image.setOverlay(new Overlay(second));
    CommandModule done = run("image", image, "source", "overlay", "slices", "all");
    assertThat(done.getCancelReason()).isNull();
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.getValue("face", 0)).isNaN();
    assertThat(table.getValue("x_0", 0)).isNaN();
    assertThat(table.getValue("slice", 1)).isEqualTo(2);
    assertThat(named(image, "face-1 eyes")).hasSize(1).allMatch(roi -> roi.getPosition() == 2);
    assertThat(image.getOverlay().get("mine")).isNotNull();
  }

  @Test
  void theDetectorsFivePointsAreAChoiceToo() throws Exception {
    Path csv = dir.resolve("五.csv");
    ImagePlus image = Sample.open(Sample.GROUP);
    CommandModule done =
        run("image", image, "landmarks", "detector", "score", 0.6, "csv", csv.toString());
    assertThat(done.getCancelReason()).isNull();
    CsvTable table = CsvTable.read("The table", csv);
    assertThat(table.rows()).hasSize(5);
    assertThat(table.headings()).contains("y_4").doesNotContain("x_5");
    assertThat(named(image, "face-1 .*"))
        .extracting(Roi::getName)
        .contains("face-1 nose", "face-1 eyes", "face-1 mouth")
        .doesNotContain("face-1 points");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "landmarks    | dlib | There is no landmarks model \"dlib\"; there are facesj-landmarks68",
        "ownlandmarks | mine | There is no landmarks model \"mine\"",
        "source       | eyes | The faces to use must be one of detect, selection, overlay, manager",
        "source       | selection | has no area selected. Draw a rectangle around a face",
        "source       | overlay | has no rectangle here. Add one around each face",
        "source       | manager | Without a screen there is no ROI Manager to take faces from",
        "slices       | some | Slices must be one of current, all, but was \"some\".",
        "model        | yolo | There is no detection model \"yolo\"",
        "score        | 7    | The score threshold must be between 0 and 1, but was 7.0.",
        "manager      | true | Without a screen there is no ROI Manager"
      })
  void everyWrongParameterHasItsSentence(String name, String value, String sentence)
      throws Exception {
    ImagePlus image = Sample.open(Sample.GROUP);
    CommandModule done = run("image", image, name, value);
    assertThat(done.isCanceled()).isTrue();
    assertThat(done.getCancelReason()).contains(sentence);
    assertThat(image.getOverlay()).isNull();
    assertThat(ResultsTable.getResultsTable().size()).isZero();
  }

  @Test
  void aDetectorsPointsNeedADetector() throws Exception {
    ImagePlus image = Sample.open(ADA);
    image.setRoi(new Roi(83, 152, 207, 265));
    assertThat(run("image", image, "source", "selection", "landmarks", "detector"))
        .extracting(CommandModule::getCancelReason)
        .asString()
        .contains("need source=detect");
    assertThat(run("image", image, "landmarks", "pfld-106").getCancelReason())
        .contains("pfld-106", "Plugins > FacesJ > Models...");
  }

  @Test
  void offersEveryLandmarkModelOfTheCatalogue() throws Exception {
    List<String> models =
        new ArrayList<>(
            Catalogue.builtIn().cards(Task.LANDMARKS).stream().map(ModelCard::id).toList());
    models.add(FindLandmarks.DETECTOR);
    CommandInfo info = context.service(CommandService.class).getCommand(FindLandmarks.class);
    assertThat(info.getInput("landmarks", String.class).getChoices())
        .containsExactlyInAnyOrderElementsOf(models);
  }
}
