package io.github.facesj.fiji.command.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class LabelPhotoTest {

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

  private CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(LabelPhoto.class, true, inputs).get();
  }

  private static long count(ImagePlus image, int rgb) {
    int[] pixels = (int[]) image.getProcessor().getPixels();
    return Arrays.stream(pixels).filter(p -> (p & 0xffffff) == rgb).count();
  }

  @Test
  void drawsPeopleInTheirColoursWithALegend() throws Exception {
    Needs.fonts();
    ImagePlus image = Sample.open(Sample.GROUP);
    String people = Sample.path("portraits").toString();
    Path file = dir.resolve("new/labelled.png");
    Object[] inputs = {
      "image",
      image,
      "score",
      0.7,
      "names",
      "gallery",
      "gallery",
      people,
      "confidence",
      true,
      "scale",
      1.5,
      "output",
      file.toString()
    };
    CommandModule done = run(inputs);
    assertThat(done.getCancelReason()).isNull();
    ImagePlus out = (ImagePlus) done.getOutput("labelled");
    assertThat(out.getWidth()).isEqualTo(1920);
    assertThat(out.getHeight()).isGreaterThan(1280);
    assertThat(count(out, 0x56b4e9)).isGreaterThan(500);
    assertThat(count(out, 0xe69f00)).isGreaterThan(500);
    assertThat(PhotoReader.read(file).width()).isEqualTo(1920);
    byte[] first = Files.readAllBytes(file);
    run(inputs);
    assertThat(file).hasBinaryContent(first);
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void takesNamesFromRectangles() throws Exception {
    Needs.fonts();
    ImagePlus ada = Sample.open("portraits/ada/ada_1.jpg");
    Overlay overlay = new Overlay();
    for (String name : new String[] {"face-1 ada 0.41", "face-2 unknown", "Zoë, 7"}) {
      Roi roi = new Roi(20 + 100 * overlay.size(), 60, 50, 60);
      roi.setName(name);
      overlay.add(roi);
    }
    ada.setOverlay(overlay);
    CommandModule done = run("image", ada, "source", "overlay", "names", "drawn");
    assertThat(done.getCancelReason()).isNull();
    ImagePlus out = (ImagePlus) done.getOutput("labelled");
    assertThat(count(out, 0x56b4e9)).as("Zoë").isGreaterThan(100);
    assertThat(count(out, 0xe69f00)).as("ada").isGreaterThan(100);
    assertThat(count(out, 0x009e73)).as("nobody else").isZero();
    assertThat(ada.getOverlay().size()).isEqualTo(3);
  }

  @Test
  void numbersFacesWithoutNames() throws Exception {
    Needs.fonts();
    ImagePlus image = Sample.open(Sample.GROUP);
    CommandModule done = run("image", image, "score", 0.7, "dots", true, "scale", 0.5);
    assertThat(done.getCancelReason()).isNull();
    ImagePlus out = (ImagePlus) done.getOutput("labelled");
    assertThat(out.getWidth()).isEqualTo(640);
    assertThat(out.getHeight()).as("no legend").isEqualTo(427);
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Needs.fonts();
    ImagePlus ada = Sample.open("portraits/ada/ada_1.jpg");
    assertThat(run("image", ada, "scale", 0.0).getCancelReason())
        .isEqualTo("The scale must be between 0.01 and 20, but was 0.0.");
    assertThat(run("image", ada, "names", "drawn").getCancelReason())
        .contains("Detected faces have no drawn names");
    assertThat(run("image", ada, "names", "gallery", "gallery", "").getCancelReason())
        .isEqualTo("The gallery is not named; say which.");
    assertThat(run("image", ada, "output", dir.resolve("a.gif").toString()).getCancelReason())
        .contains("must end with .png, .jpg or .tif");
  }
}
