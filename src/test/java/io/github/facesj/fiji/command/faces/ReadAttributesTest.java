package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import io.github.facesj.Sample;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.model.ModelStore;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The command with a model of the user's own that tells the colour of a face. */
class ReadAttributesTest {

  private static final Path FILES = Path.of("src/test/resources/io/github/facesj/embed");

  @TempDir Path dir;

  private Context context;
  private String before;

  @BeforeEach
  void addTheModel() throws Exception {
    before = System.getProperty(ModelStore.PROPERTY);
    System.setProperty(ModelStore.PROPERTY, dir.resolve("models").toString());
    context = new Context();
    Path mine = Files.createDirectory(dir.resolve("colour"));
    Files.copy(FILES.resolve("colours.onnx"), mine.resolve("colours.onnx"));
    Files.writeString(
        mine.resolve("rdf.yaml"),
        Files.readString(FILES.resolve("card.yaml"))
                .replace("NETWORK", "colours")
                .replace("OUTPUT", "logits")
                .replace("COLORS", "RGB")
            + "      labels: [red, green, blue]\n");
    context.service(FacesService.class).store().addOwn(mine);
    ResultsTable.getResultsTable().reset();
  }

  @AfterEach
  void restore() {
    context.dispose();
    if (before == null) {
      System.clearProperty(ModelStore.PROPERTY);
    } else {
      System.setProperty(ModelStore.PROPERTY, before);
    }
  }

  private CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(ReadAttributes.class, true, inputs).get();
  }

  @Test
  void readsEveryFaceFound() throws Exception {
    Path csv = dir.resolve("colours.csv");
    CommandModule done =
        run(
            "image",
            Sample.open(Sample.GROUP),
            "score",
            0.6,
            "ownattribute",
            "colour",
            "csv",
            csv.toString());
    assertThat(done.getCancelReason()).isNull();
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.size()).isEqualTo(5);
    assertThat(table.getStringValue("label", 0)).isEqualTo("red"); // as skin is
    assertThat(table.getValue("value", 0)).isBetween(1 / 3.0, 1.0);
    assertThat(Files.readAllLines(csv)).hasSize(6);
  }

  @Test
  void readsWhatThePersonDrew() throws Exception {
    ColorProcessor blue = new ColorProcessor(300, 300);
    blue.setColor(new Color(20, 30, 220));
    blue.fill();
    ImagePlus image = new ImagePlus("blue", blue);
    image.setRoi(new Roi(100, 100, 100, 100));
    CommandModule done = run("image", image, "source", "selection", "ownattribute", "colour");
    assertThat(done.getCancelReason()).isNull();
    ResultsTable table = (ResultsTable) done.getOutput("found");
    assertThat(table.getStringValue("label", 0)).isEqualTo("blue");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(run("image", Sample.open(Sample.GROUP)).getCancelReason())
        .contains("expression", "Plugins > FacesJ > Models...");
    assertThat(run("image", Sample.open(Sample.GROUP), "ownattribute", "age").getCancelReason())
        .contains("There is no attribute model \"age\"");
  }
}
