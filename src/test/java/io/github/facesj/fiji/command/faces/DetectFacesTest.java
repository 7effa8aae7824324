package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.command.DetectionParameters;
import io.github.facesj.model.Catalogue;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The real command in a real Context, as scripts and Fiji run it. */
class DetectFacesTest {

  private static Context context;

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
    return context.service(CommandService.class).run(DetectFaces.class, true, inputs).get();
  }

  private static List<Roi> boxes(ImagePlus image) {
    return Arrays.stream(image.getOverlay().toArray())
        .filter(roi -> roi.getName().matches("face-\\d+ 0\\.\\d\\d"))
        .toList();
  }

  @Test
  void givesExactlyTheFacesOfTheJavaApi() throws Exception {
    ImagePlus image = Sample.open(Sample.GROUP);
    CommandModule done = run("image", image, "score", 0.6);
    assertThat(done.getCancelReason()).isNull();
    FaceAnalyzer analyzer =
        FaceAnalyzer.detecting(
            context
                .service(FacesService.class)
                .open(DetectionParameters.DEFAULT_DETECTOR, Task.DETECTION),
            SearchOptions.builder().score(0.6).build());
    List<Face> faces =
        analyzer.analyze(PhotoReader.read(Sample.path(Sample.GROUP)), Progress.SILENT);
    assertThat(faces).hasSize(5);
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(IntStream.range(0, 5).mapToObj(row -> table.getValue("x", row)))
        .containsExactlyElementsOf(faces.stream().map(f -> f.box().x()).toList());
    assertThat(boxes(image)).hasSize(5);
    assertThat(boxes(image).get(0).getFloatWidth()).isEqualTo(faces.get(0).box().width());
  }

  @Test
  void addsToTheResultsThatAreThere() throws Exception {
    ResultsTable results = ResultsTable.getResultsTable();
    results.incrementCounter();
    results.addValue("Area", 7);
    run("image", Sample.open(Sample.GROUP), "score", 0.6);
    assertThat(results.size()).isEqualTo(6);
    assertThat(results.getValue("Area", 0)).isEqualTo(7);
    assertThat(results.getValue("score", 1)).isGreaterThan(0.6);
  }

  @Test
  void searchesOnlyTheSelection() throws Exception {
    ImagePlus image = Sample.open(Sample.GROUP);
    image.setRoi(new Roi(0, 380, 420, 300));
    run("image", image);
    assertThat(boxes(image)).hasSize(1);
    assertThat(boxes(image).get(0).getBounds().getCenterX()).isBetween(150.0, 210.0);
    assertThat(image.getRoi()).isNotNull();
  }

  @Test
  void looksAtEverySliceAndBindsItsRois() throws Exception {
    ImagePlus group = Sample.open(Sample.GROUP);
    ImageStack stack = new ImageStack(group.getWidth(), group.getHeight());
    stack.addSlice(new ColorProcessor(group.getWidth(), group.getHeight()));
    stack.addSlice(group.getProcessor());
    ImagePlus image = new ImagePlus("two", stack);
    CommandModule done = run("image", image, "slices", "all", "score", 0.6);
    assertThat(boxes(image)).hasSize(5).allMatch(roi -> roi.getPosition() == 2);
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.size()).isEqualTo(6);
    assertThat(table.getValue("face", 0)).isNaN();
  }

  @Test
  void anImageWithoutFacesIsOneRowWithoutAFace() throws Exception {
    ImagePlus image = Sample.open("variants/noface.jpg");
    CommandModule done = run("image", image, "score", 0.9);
    assertThat(done.getCancelReason()).isNull();
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.getStringValue("photo", 0)).isEqualTo("noface.jpg");
    assertThat(table.getValue("face", 0)).isNaN();
  }

  @Test
  void doesNotRememberWhatItWasAskedBefore() throws Exception {
    run("image", Sample.open(Sample.GROUP), "score", 0.9);
    ImagePlus image = Sample.open(Sample.GROUP);
    run("image", image);
    assertThat(boxes(image)).hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score    | 7     | The score threshold must be between 0 and 1, but was 7.0.",
        "overlap  | -1    | must be between 0 and 1, but was -1.0.",
        "smallest | -5    | The smallest face must be 0 pixels or more, but was -5.0.",
        "scales   | big   | The scales must be numbers with commas between them",
        "scales   | 99    | The scales must be between 0.05 and 8.0, but one was 99.0.",
        "tiles    | 3     | The tiles must be 0 (as the picture needs), -1 (none) or at least 128"
            + " pixels, but were 3.",
        "join     | glue  | The way to join boxes must be one of nms, voting, but was \"glue\".",
        "square   | round | Square boxes must be one of none, height, width, but was \"round\".",
        "slices   | some  | Slices must be one of current, all, but was \"some\".",
        "model    | yolo  | There is no detection model \"yolo\"; there are facesj-detector",
        "manager  | true  | Without a screen there is no ROI Manager"
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
  void aMissingModelSaysHowToGetIt() throws Exception {
    CommandModule done = run("image", Sample.open(Sample.GROUP), "model", "sface-detector");
    assertThat(done.getCancelReason()).contains("There is no detection model");
    done = run("image", Sample.open(Sample.GROUP), "model", "yunet-2023mar");
    assertThat(done.getCancelReason())
        .contains("yunet-2023mar", "Plugins > FacesJ > Models...", "into the folder");
  }

  @Test
  void offersEveryDetectorOfTheCatalogue() throws Exception {
    List<String> detectors =
        Catalogue.builtIn().cards(Task.DETECTION).stream().map(ModelCard::id).toList();
    CommandInfo info = context.service(CommandService.class).getCommand(DetectFaces.class);
    assertThat(info.getInput("model", String.class).getChoices())
        .containsExactlyElementsOf(detectors);
  }

  @Test
  void keepsWhatTheUserDrew() throws Exception {
    ImagePlus image = Sample.open(Sample.GROUP);
    Roi mine = new Roi(1, 2, 3, 4);
    mine.setName("mine");
    image.setOverlay(new Overlay(mine));
    run("image", image);
    int once = image.getOverlay().size();
    run("image", image);
    assertThat(image.getOverlay().size()).isEqualTo(once);
    assertThat(image.getOverlay().get("mine")).isNotNull();
  }
}
