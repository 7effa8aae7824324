package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.Recognizers;
import io.github.facesj.fiji.command.DetectionParameters;
import io.github.facesj.fiji.command.FaceParameters;
import io.github.facesj.model.Catalogue;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.CsvTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

class EmbedFacesTest {

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
    return context.service(CommandService.class).run(EmbedFaces.class, true, inputs).get();
  }

  private static OpenModel open(String id, Task task) throws Exception {
    return context.service(FacesService.class).open(id, task);
  }

  @Test
  void tableFileAndMatrixHoldExactlyTheVectorsOfTheJavaApi() throws Exception {
    Path csv = dir.resolve("向量.csv");
    Path npy = dir.resolve("out/向量.npy");
    CommandModule done =
        run(
            "image",
            Sample.open(Sample.GROUP),
            "score",
            0.6,
            "csv",
            csv.toString(),
            "npy",
            npy.toString());
    assertThat(done.getCancelReason()).isNull();
    OpenModel model = open(Recognizers.DEFAULT_EMBEDDER, Task.EMBEDDING);
    FaceEmbedder embedder = FaceEmbedder.of(model);
    List<Face> faces =
        FaceAnalyzer.detecting(
                open(DetectionParameters.DEFAULT_DETECTOR, Task.DETECTION),
                SearchOptions.builder().score(0.6).build())
            .landmarks(open(FaceParameters.DEFAULT_LANDMARKS, Task.LANDMARKS))
            .embedding(model, embedder.mirror())
            .analyze(PhotoReader.read(Sample.path(Sample.GROUP)), Progress.SILENT);
    CsvTable table = CsvTable.read("The table", csv);
    ByteBuffer matrix = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    matrix.position(10 + matrix.getShort(8));
    ResultsTable shown = (ResultsTable) done.getOutput("found");
    assertThat(table.rows()).hasSize(5);
    assertThat(shown.size()).isEqualTo(5);
    int first = table.headings().indexOf("e_0");
    for (int row = 0; row < 5; row++) {
      float[] vector = faces.get(row).embedding().orElseThrow().toArray();
      assertThat(table.rows().get(row)).hasSize(first + vector.length);
      for (int i = 0; i < vector.length; i++) {
        assertThat(Float.parseFloat(table.rows().get(row).get(first + i))).isEqualTo(vector[i]);
        assertThat((float) shown.getValue("e_" + i, row)).isEqualTo(vector[i]);
        assertThat(matrix.getFloat()).isEqualTo(vector[i]);
      }
    }
    assertThat(matrix.hasRemaining()).isFalse();
    assertThat(cell(table, "model")).isEqualTo(embedder.id());
    assertThat(made(csv).sha256()).isEqualTo(model.card().files().get(0).sha256());
    assertThat(made(csv).parameters())
        .startsWith("source=detect model=facesj-detector score=0.6 ")
        .contains(" embedder=facesj-embedder mirror=");
  }

  @Test
  void theMirrorDecidesTheLengthAndTheName() throws Exception {
    int one = 0;
    for (String mirror : List.of("none", "sum", "concat")) {
      ImagePlus image = Sample.open("portraits/ada/ada_1.jpg");
      image.setRoi(new Roi(83, 152, 207, 265));
      Path csv = dir.resolve(mirror + ".csv");
      CommandModule done =
          run("image", image, "source", "selection", "mirror", mirror, "csv", csv.toString());
      assertThat(done.getCancelReason()).isNull();
      CsvTable table = CsvTable.read("The table", csv);
      int size = table.headings().size() - table.headings().indexOf("e_0");
      one = mirror.equals("none") ? size : one;
      assertThat(size).isEqualTo(mirror.equals("concat") ? 2 * one : one);
      assertThat(cell(table, "model"))
          .isEqualTo(mirror.equals("none") ? "facesj-embedder" : "facesj-embedder+" + mirror);
      assertThat(made(csv).parameters()).contains("source=selection", "mirror=" + mirror);
    }
  }

  @Test
  void aPictureWithoutFacesIsARowWithoutAVector() throws Exception {
    Path npy = dir.resolve("none.npy");
    CommandModule done =
        run("image", Sample.open("variants/noface.jpg"), "score", 0.9, "npy", npy.toString());
    assertThat(done.getCancelReason()).isNull();
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.getValue("e_0", 0)).isNaN();
    assertThat(Files.readString(npy, StandardCharsets.ISO_8859_1)).contains("'shape': (0, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "embedder    | best | There is no embedding model \"best\"; there are facesj-embedder",
        "ownembedder | mine | There is no embedding model \"mine\"",
        "mirror      | both | The mirror image must be one of card, none, sum, concat, but was"
            + " \"both\".",
        "points      | ears | The points must be one of card, detector, landmarks, but was"
            + " \"ears\".",
        "source      | eyes | The faces to use must be one of detect, selection, overlay, manager",
        "slices      | some | Slices must be one of current, all, but was \"some\".",
        "score       | 7    | The score threshold must be between 0 and 1, but was 7.0."
      })
  void everyWrongParameterHasItsSentence(String name, String value, String sentence)
      throws Exception {
    Path csv = dir.resolve("no.csv");
    CommandModule done =
        run("image", Sample.open(Sample.GROUP), "csv", csv.toString(), name, value);
    assertThat(done.getCancelReason()).contains(sentence);
    assertThat(ResultsTable.getResultsTable().size()).isZero();
    assertThat(csv).doesNotExist();
  }

  @Test
  void offersEveryEmbedderOfTheCatalogue() throws Exception {
    List<String> models =
        Catalogue.builtIn().cards(Task.EMBEDDING).stream().map(ModelCard::id).toList();
    CommandInfo info = context.service(CommandService.class).getCommand(EmbedFaces.class);
    assertThat(info.getInput("embedder", String.class).getChoices())
        .containsExactlyInAnyOrderElementsOf(models);
  }

  private static Provenance made(Path csv) throws FacesException {
    return new PeopleCsv().read(csv).photos().get(0).run();
  }

  private static String cell(CsvTable table, String heading) {
    return table.rows().get(0).get(table.headings().indexOf(heading));
  }
}
