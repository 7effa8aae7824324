package io.github.facesj.fiji.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.NewImage;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.measure.ResultsTable;
import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.align.Template;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.command.people.VerifyTwoFaces;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import io.github.facesj.table.CsvTable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The measuring command, and what it is for: a threshold that Verify Two Faces... can explain. */
class EvaluateVerificationTest {

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

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  /** Two same and two different pairs, a photo without a face, one that is missing, one broken. */
  private Path pairs() throws Exception {
    Path broken = Files.writeString(dir.resolve("broken.jpg"), "no photo");
    return Files.writeString(
        dir.resolve("人 pairs.csv"),
        String.format(
            Locale.ROOT,
            """
            a,b,same
            portraits/ada/ada_1.jpg,portraits/ada/ada_2.jpg,1
            portraits/ada/ada_1.jpg,portraits/bo/bo_1.jpg,0
            portraits/bo/bo_1.jpg,portraits/bo/bo_2.jpg,1
            portraits/ada/ada_2.jpg,portraits/bo/bo_2.jpg,0
            portraits/ada/ada_1.jpg,variants/noface.jpg,0
            portraits/ada/ada_1.jpg,portraits/ada/nobody.jpg,1
            portraits/ada/ada_1.jpg,%s,0
            """,
            broken.toAbsolutePath()));
  }

  @Test
  void measuresAndKeepsAThresholdThatVerifyExplains() throws Exception {
    Needs.fonts();
    Path out = dir.resolve("out/put");
    CommandModule done =
        run(
            EvaluateVerification.class,
            "pairs",
            pairs().toString(),
            "photos",
            Sample.FOLDER.toString(),
            "output",
            out.toString(),
            "calibrate",
            true);
    assertThat(done.getCancelReason()).isNull();
    CsvTable scores = CsvTable.read("The scores", out.resolve("scores.csv"));
    assertThat(scores.headings()).containsExactly("a", "b", "same", "distance", "problem");
    assertThat(scores.rows()).hasSize(7);
    assertThat(scores.rows().subList(0, 4)).allMatch(r -> r.get(4).isEmpty() && number(r, 3) > 0);
    assertThat(scores.rows().get(4)).element(3).isEqualTo("");
    assertThat(scores.rows().get(4).get(4)).isEqualTo("variants/noface.jpg: No face was found.");
    assertThat(scores.rows().get(5).get(4)).contains("nobody.jpg");
    assertThat(scores.rows().get(6).get(4)).contains("broken.jpg");
    ResultsTable summary = (ResultsTable) done.getOutput("summary");
    assertThat(summary.getValue("pairs", 0)).isEqualTo(7);
    assertThat(summary.getValue("problems", 0)).isEqualTo(3);
    assertThat(summary.getValue("auc", 0)).isEqualTo(1);
    assertThat(summary.getStringValue("embedder", 0)).isEqualTo("facesj-embedder");
    assertThat(summary.getStringValue("mirror", 0)).isEqualTo("sum");
    assertThat(ImageIO.read(out.resolve("roc.png").toFile()).getWidth()).isGreaterThan(400);
    assertThat(out.resolve("det.png")).exists();

    Path kept = models.resolve("calibration/facesj-embedder+sum.yaml");
    assertThat(Files.readString(kept)).contains("false_match: 0.0", "same: 2", "different: 2");
    ImagePlus ada = Sample.open("portraits/ada/ada_1.jpg");
    CommandModule verified =
        run(VerifyTwoFaces.class, "first", ada, "second", Sample.open("portraits/ada/ada_2.jpg"));
    assertThat((String) verified.getOutput("report"))
        .startsWith("The same person, as far as this model can tell: distance ")
        .contains("calibrated on 4 pairs; false match rate there 0)");
    ResultsTable comparison = (ResultsTable) verified.getOutput("comparison");
    assertThat(comparison.getValue("distance", 0))
        .isCloseTo(number(scores.rows().get(0), 3), within(1e-9));
    Files.writeString(kept, "embedding: [1");
    assertThat(run(VerifyTwoFaces.class, "first", ada, "second", ada.duplicate()).getCancelReason())
        .contains("The calibration", "Delete it, and calibrate again.");
    Files.delete(kept);
  }

  @Test
  void twoRunsGiveTheSameBytes() throws Exception {
    Needs.fonts();
    for (String name : List.of("one", "two")) {
      run(
          EvaluateVerification.class,
          "pairs",
          pairs().toString(),
          "photos",
          Sample.FOLDER.toString(),
          "output",
          dir.resolve(name).toString(),
          "mirror",
          "concat");
    }
    for (String file : List.of("scores.csv", "summary.csv", "roc.png", "det.png")) {
      assertThat(dir.resolve("two").resolve(file))
          .hasSameBinaryContentAs(dir.resolve("one").resolve(file));
    }
  }

  @Test
  void comparesTwoRectanglesOfOneImage() throws Exception {
    ImagePlus group = Sample.open(Sample.GROUP);
    CommandModule none = run(VerifyTwoFaces.class, "first", group, "second", group);
    assertThat(none.getCancelReason()).contains("hold Shift for the second", "there are 0");
    group.setRoi(new ShapeRoi(new Roi(20, 380, 300, 300)).or(new ShapeRoi(new Roi(1, 1, 12, 12))));
    assertThat(run(VerifyTwoFaces.class, "first", group, "second", group).getCancelReason())
        .contains("No face was found in the");
    assertThat(group.getRoi()).isNotNull();

    ImagePlus ada = Sample.open("portraits/ada/ada_1.jpg");
    ImagePlus twice = NewImage.createRGBImage("twice", 2 * ada.getWidth(), ada.getHeight(), 1, 0);
    twice.getProcessor().insert(ada.getProcessor(), 0, 0);
    twice.getProcessor().insert(ada.getProcessor(), ada.getWidth(), 0);
    Overlay drawn = new Overlay(new Roi(0, 0, ada.getWidth(), ada.getHeight()));
    drawn.add(new Roi(ada.getWidth(), 0, ada.getWidth(), ada.getHeight()));
    twice.setOverlay(drawn);
    CommandModule same = run(VerifyTwoFaces.class, "first", twice, "second", twice);
    assertThat(same.getCancelReason()).isNull();
    assertThat(((ResultsTable) same.getOutput("comparison")).getValue("distance", 0))
        .isCloseTo(0, within(1e-6));
  }

  /** Crops in ArcFace's position: nothing is detected, and the sum of both views is compared. */
  @Test
  void readsASetOfInsightFace() throws Exception {
    Needs.fonts();
    ByteArrayOutputStream bin = new ByteArrayOutputStream();
    bin.write(bytes("(]("));
    for (String photo : List.of("ada/ada_1", "ada/ada_2", "ada/ada_1", "bo/bo_1")) {
      byte[] jpeg = crop("portraits/" + photo + ".jpg");
      bin.write('B');
      bin.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(jpeg.length).array());
      bin.write(jpeg);
    }
    bin.write(new byte[] {'e', ']', '(', (byte) 0x88, (byte) 0x89, 'e', 't', '.'});
    Path list = Files.write(dir.resolve("faces.bin"), bin.toByteArray());
    Path out = dir.resolve("bin");
    CommandModule done =
        run(EvaluateVerification.class, "pairs", list.toString(), "output", out.toString());
    assertThat(done.getCancelReason()).isNull();
    List<List<String>> scores = CsvTable.read("The scores", out.resolve("scores.csv")).rows();
    assertThat(number(scores.get(0), 3)).isLessThan(number(scores.get(1), 3));
    ResultsTable summary = (ResultsTable) done.getOutput("summary");
    assertThat(summary.getStringValue("detector", 0)).isEqualTo("none");
    assertThat(summary.getValue("problems", 0)).isZero();
  }

  private static byte[] crop(String photo) throws Exception {
    FacesService faces = context.service(FacesService.class);
    FaceAnalyzer analyzer =
        FaceAnalyzer.detecting(
                faces.open("facesj-detector", Task.DETECTION), SearchOptions.defaults())
            .landmarks(faces.open("facesj-landmarks68", Task.LANDMARKS));
    FaceImage image = PhotoReader.read(Sample.path(photo));
    Face face = analyzer.analyze(image, Progress.SILENT).get(0);
    Face aligned = Face.of(face.box(), 1, face.landmarks().orElseThrow().toFive());
    FaceImage crop = Template.ARCFACE.crop(Pyramid.of(image), aligned, Sampling.ANTIALIASED);
    BufferedImage picture = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 112, 112, crop.pixels(), 0, 112);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", jpeg);
    return jpeg.toByteArray();
  }

  /** A pickle that asks for os.system, one cut short, lists of nothing and of other things. */
  @Test
  void badListsAreASentenceAndNothingIsWritten() throws Exception {
    byte[] evil =
        "\u0080\u0002cos\nsystem\nU\u0004true\u0085R.".getBytes(StandardCharsets.ISO_8859_1);
    refused("evil.bin", evil, "asks for the Python object \"os system\"");
    ByteArrayOutputStream good = new ByteArrayOutputStream();
    good.write(new byte[] {(byte) 0x80, 2, ']', '('});
    refused("short.bin", good.toByteArray(), "short.bin");
    refused("empty.csv", new byte[0], "empty");
    refused("three.csv", bytes("a,b,same\nx.jpg,y.jpg,maybe\n"), "should say 1 or 0");
    refused("missing.csv", bytes("x.jpg,y.jpg,1\nx.jpg,z.jpg,0\n"), "None of the 2 pairs");
    refused(
        "same.csv",
        bytes("portraits/ada/ada_1.jpg,portraits/ada/ada_2.jpg,1\n"),
        "A curve needs pairs of the same person and pairs of two people, but got 1 and 0.");
  }

  private void refused(String name, byte[] content, String sentence) throws Exception {
    Path list = Files.write(dir.resolve(name), content);
    Path out = dir.resolve("refused " + name);
    CommandModule done =
        run(
            EvaluateVerification.class,
            "pairs",
            list.toString(),
            "photos",
            Sample.FOLDER.toString(),
            "output",
            out.toString(),
            "calibrate",
            true);
    assertThat(done.getCancelReason()).contains(sentence);
    assertThat(out)
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
    assertThat(models.resolve("calibration"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "embedder  | vgg     | There is no embedding model \"vgg\"; there are facesj-embedder",
        "mirror    | half    | The mirror image must be one of card, none, sum, concat, but was",
        "points    | mine    | The points must be one of card, detector, landmarks, but was",
        "rate      | 2       | A false match rate must be between 0 and 1, but was 2.0.",
        "pairs     | ' '     | The list of pairs is not named; say which.",
        "pairs     | none    | The pair list none is not there.",
        "photos    | nowhere | The photo folder nowhere is not a folder.",
        "output    | ' '     | The folder for the results is not named; say which.",
        "embedder  | sface   | Plugins > FacesJ > Models...",
        "score     | 7       | The score threshold must be between 0 and 1, but was 7.0."
      })
  void everyWrongParameterHasItsSentence(String name, String value, String sentence)
      throws Exception {
    Object[] inputs = {
      "pairs", pairs().toString(),
      "photos", Sample.FOLDER.toString(),
      "output", dir.resolve("out").toString(),
      "rate", "0",
      "score", "0",
      "mirror", "card",
      "points", "card",
      "embedder", "facesj-embedder"
    };
    inputs[Arrays.asList(inputs).indexOf(name) + 1] = value;
    CommandModule done = run(EvaluateVerification.class, inputs);
    assertThat(done.getCancelReason()).contains(sentence);
    assertThat(dir.resolve("out")).doesNotExist();
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }
}
