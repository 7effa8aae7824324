package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import io.github.facesj.Sample;
import io.github.facesj.align.Template;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.command.FaceParameters;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.Task;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class ExtractFacesTest {

  private static final String ADA = "portraits/ada/ada_1.jpg";

  private static Context context;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  private static CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(ExtractFaces.class, true, inputs).get();
  }

  private static ImagePlus crops(Object... inputs) throws Exception {
    CommandModule done = run(inputs);
    assertThat(done.getCancelReason()).isNull();
    return (ImagePlus) done.getOutput("crops");
  }

  @ParameterizedTest
  @CsvSource({
    "arcface,    0, 112, 112",
    "arcface,  224, 224, 224",
    "sphereface, 0,  96, 112",
    "sphereface, 56, 48,  56",
    "facenet,    0, 160, 160",
    "square,     0, 112, 112",
    "square,    50,  50,  50"
  })
  void oneLabelledSliceForEachFaceAtTheSizeWanted(String align, int size, int width, int height)
      throws Exception {
    ImagePlus image = Sample.open(Sample.GROUP);
    ImagePlus crops = crops("image", image, "score", 0.6, "align", align, "size", size);
    assertThat(crops.getTitle()).isEqualTo("Faces of group_3.jpg");
    assertThat(crops.getStackSize()).isEqualTo(5);
    assertThat(List.of(crops.getWidth(), crops.getHeight())).containsExactly(width, height);
    assertThat(crops.getStack().getSliceLabel(2))
        .matches(
            "group_3\\.jpg face-2 x=\\d+\\.\\d y=\\d+\\.\\d width=\\d+\\.\\d height=\\d+\\.\\d");
  }

  /** In an aligned crop the landmarks lie where the template has them. */
  @Test
  void bringsEyesNoseAndMouthToTheirPlaces() throws Exception {
    ImagePlus crops = crops("image", Sample.open(ADA), "score", 0.6, "size", 224);
    FaceLandmarker landmarker =
        FaceLandmarker.of(
            context
                .service(FacesService.class)
                .open(FaceParameters.DEFAULT_LANDMARKS, Task.LANDMARKS));
    int[] pixels = (int[]) crops.getProcessor().getPixels();
    Landmarks found =
        landmarker
            .find(
                Pyramid.of(FaceImage.of(224, 224, pixels)),
                List.of(Face.of(new Box(24, 24, 176, 190), 1)),
                Sampling.ANTIALIASED)
            .get(0)
            .landmarks()
            .orElseThrow()
            .toFive();
    Landmarks wanted = Template.ARCFACE.scaled(224, 224).points();
    for (int i = 0; i < 5; i++) {
      assertThat(Math.hypot(found.x(i) - wanted.x(i), found.y(i) - wanted.y(i)))
          .as("point " + i)
          .isLessThan(16);
    }
  }

  @Test
  void withoutAlignmentThePixelsStayAsTheyAre() throws Exception {
    ImagePlus image = Sample.open(ADA);
    image.setRoi(new Roi(100, 160, 60, 80));
    ImagePlus crops = crops("image", image, "source", "selection", "align", "none", "margin", 0.5);
    assertThat(List.of(crops.getWidth(), crops.getHeight())).containsExactly(90, 120);
    for (int y = 0; y < 120; y += 7) {
      for (int x = 0; x < 90; x += 7) {
        assertThat(crops.getProcessor().getPixel(x, y) & 0xffffff)
            .isEqualTo(image.getProcessor().getPixel(85 + x, 140 + y) & 0xffffff);
      }
    }
  }

  @Test
  void looksAtEverySliceAndNamesIt() throws Exception {
    ImagePlus ada = Sample.open(ADA);
    ImageStack stack = new ImageStack(ada.getWidth(), ada.getHeight());
    stack.addSlice(new ColorProcessor(ada.getWidth(), ada.getHeight()));
    stack.addSlice(ada.getProcessor());
    ImagePlus crops =
        crops(
            "image",
            new ImagePlus("two", stack),
            "slices",
            "all",
            "score",
            0.6,
            "points",
            "detector");
    assertThat(crops.getStackSize()).isEqualTo(1);
    assertThat(crops.getStack().getSliceLabel(1)).startsWith("two slice 2 face-1 x=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "align  | round | The alignment must be one of arcface, sphereface, facenet, square, none,",
        "size   | -3    | must be 0 (the usual one) or between 8 and 4096 pixels, but was -3.",
        "margin | -1    | The margin of a crop must be between 0 and 10, but was -1.0.",
        "points | mine  | The points must be one of detector, landmarks, but was \"mine\".",
        "source | eyes  | The faces to use must be one of detect, selection, overlay, manager",
        "slices | some  | Slices must be one of current, all, but was \"some\".",
        "model  | yolo  | There is no detection model \"yolo\""
      })
  void everyWrongParameterHasItsSentence(String name, String value, String sentence)
      throws Exception {
    CommandModule done = run("image", Sample.open(Sample.GROUP), name, value);
    assertThat(done.getCancelReason()).contains(sentence);
    assertThat(done.getOutput("crops")).isNull();
  }

  @Test
  void saysWhereThereIsNothingToExtract() throws Exception {
    assertThat(run("image", Sample.open("variants/noface.jpg"), "score", 0.9).getCancelReason())
        .isEqualTo(
            "No face was found in noface.jpg, so there is none to extract. Lower the score, or draw"
                + " a rectangle and use source=selection.");
    assertThat(run("image", Sample.open(ADA), "align", "none", "size", 50).getCancelReason())
        .contains("there is no size to choose");
  }
}
