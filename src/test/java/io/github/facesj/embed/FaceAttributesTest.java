package io.github.facesj.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.align.Template;
import io.github.facesj.embed.FaceAttributes.Attribute;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.model.Catalogue;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of a user's own that give mean colours, checked by hand; networks.py made them. */
class FaceAttributesTest {

  private static final Path FILES = Path.of("src/test/resources/io/github/facesj/embed");
  private static final String LABELS = "labels: [red, green, blue]";

  /** ONNX Runtime sums up 12544 floats for a mean. */
  private static final Offset<Double> MEAN = within(1e-5);

  @TempDir Path temporary;

  private OpenModel labels(String... settings) throws Exception {
    return open("colours", "logits", "RGB", settings);
  }

  private OpenModel number(String... settings) throws Exception {
    return open("brightness", "number", "RGB", settings);
  }

  /** Added to a models folder as a user would, and opened out of it. */
  private OpenModel open(String network, String output, String colors, String... settings)
      throws Exception {
    Path mine = Files.createDirectory(temporary.resolve("mine"));
    Files.copy(FILES.resolve(network + ".onnx"), mine.resolve(network + ".onnx"));
    StringBuilder card =
        new StringBuilder(
            Files.readString(FILES.resolve("card.yaml"))
                .replace("NETWORK", network)
                .replace("OUTPUT", output)
                .replace("COLORS", colors));
    for (String setting : settings) {
      card.append("      ").append(setting).append('\n');
    }
    Files.writeString(mine.resolve(Catalogue.CARD), card);
    ModelStore store = ModelStore.at(temporary.resolve("models"));
    store.addOwn(mine);
    return store.open(store.catalogue().get("mine", Task.ATTRIBUTE), 1);
  }

  private static FaceImage crop(int rgb) {
    int[] pixels = new int[112 * 112];
    Arrays.fill(pixels, rgb);
    return FaceImage.of(112, 112, pixels);
  }

  /** The softmax of three shares of 255. */
  private static double[] softmax(double... logits) {
    double sum = Arrays.stream(logits).map(Math::exp).sum();
    return Arrays.stream(logits).map(v -> Math.exp(v) / sum).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0xff0000, red", "0x00ff00, green", "0x0000ff, blue"})
  void theLabelOfTheGreatestOutputWins(int rgb, String label) throws Exception {
    try (OpenModel model = labels(LABELS)) {
      FaceAttributes attributes = FaceAttributes.of(model);
      assertThat(attributes.labels()).containsExactly("red", "green", "blue");
      assertThat(attributes.points()).isEqualTo(PointSource.DETECTOR);
      Attribute found = attributes.ofCrop(crop(rgb));
      assertThat(found.label()).contains(label);
      // e^1 / (e^1 + e^0 + e^0)
      assertThat(found.value()).isEqualTo(Math.E / (Math.E + 2), MEAN);
    }
  }

  /** What is told of the winner is its part of a whole: the shares of all labels sum up to 1. */
  @Test
  void theValueIsTheShareOfTheLabel() throws Exception {
    try (OpenModel model = labels(LABELS)) {
      Attribute found = FaceAttributes.of(model).ofCrop(crop(0x3399cc));
      double[] shares = softmax(0.2, 0.6, 0.8);
      assertThat(Arrays.stream(shares).sum()).isEqualTo(1, within(1e-12));
      assertThat(found.label()).contains("blue");
      assertThat(found.value()).isEqualTo(shares[2], MEAN);
    }
  }

  @Test
  void ofEqualsTheFirstLabelWins() throws Exception {
    try (OpenModel model = labels(LABELS)) {
      Attribute found = FaceAttributes.of(model).ofCrop(crop(0));
      assertThat(found).isEqualTo(new Attribute(Optional.of("red"), 1.0 / 3));
    }
  }

  @Test
  void coloursGoInAsTheCardSays() throws Exception {
    try (OpenModel model =
        open("colours", "logits", "BGR", "labels: [blue, green, red]", "points: landmarks")) {
      FaceAttributes attributes = FaceAttributes.of(model);
      assertThat(attributes.ofCrop(crop(0xff0000)).label()).contains("red");
      assertThat(attributes.ofCrop(crop(0x0000ff)).label()).contains("blue");
      assertThat(attributes.points()).isEqualTo(PointSource.LANDMARKS);
    }
  }

  /** A green face in a red photo: only what the alignment cuts out counts. */
  @Test
  void aFaceIsReadWhereItsPointsAre() throws Exception {
    int[] pixels = new int[400 * 300];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 400;
      int y = i / 400;
      boolean inside = x >= 199 && x < 313 && y >= 99 && y < 213; // one pixel around the crop
      pixels[i] = inside ? 0x00ff00 : 0xff0000;
    }
    Pyramid photo = Pyramid.of(FaceImage.of(400, 300, pixels));
    Box box = new Box(200, 100, 112, 112);
    Face green = Face.of(box, 1, Template.ARCFACE.points().translate(200, 100));
    Face red = Face.of(box, 1, Template.ARCFACE.points().translate(20, 100));
    try (OpenModel model = labels(LABELS)) {
      FaceAttributes attributes = FaceAttributes.of(model);
      Attribute found = attributes.of(photo, green, Sampling.ANTIALIASED);
      assertThat(found.label()).contains("green");
      assertThat(found.value()).isEqualTo(Math.E / (Math.E + 2), MEAN);
      assertThat(attributes.of(photo, red, Sampling.ANTIALIASED).label()).contains("red");
      assertThatThrownBy(() -> attributes.of(photo, Face.of(box, 1), Sampling.ANTIALIASED))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no points");
    }
  }

  @Test
  void withoutLabelsANumberIsScaledAndMoved() throws Exception {
    try (OpenModel model = number("factor: 100", "offset: 5")) {
      FaceAttributes attributes = FaceAttributes.of(model);
      assertThat(attributes.labels()).isEmpty();
      Attribute found = attributes.ofCrop(crop(0x333333));
      assertThat(found.label()).isEmpty();
      assertThat(found.value()).isEqualTo(100 * 0.2 + 5, within(1e-4));
    }
  }

  @Test
  void withoutFactorTheNumberIsTheNetworks() throws Exception {
    try (OpenModel model = number()) {
      // (0.2 + 0.6 + 1) / 3
      assertThat(FaceAttributes.of(model).ofCrop(crop(0x3399ff)).value()).isEqualTo(0.6, MEAN);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label: [red, green, blue] | a key that FacesJ does not know: config.facesj.settings.label",
        "labels: [red] | must be two labels at least, but is [red]",
        "labels: [] | must be two labels at least, but is []",
        "factor: 2 | settings.factor of the card",
        "offset: 1 | must be left out where there are labels, but is 1.0",
        "points: eyes | must be one of detector, landmarks, but is eyes",
      })
  void wrongSettingsAreNamed(String setting, String words) throws Exception {
    List<String> settings =
        setting.startsWith("labels") ? List.of(setting) : List.of(LABELS, setting);
    try (OpenModel model = labels(settings.toArray(String[]::new))) {
      assertThatThrownBy(() -> FaceAttributes.of(model))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining(words)
          .hasMessageContaining(model.card().file());
    }
  }

  @Test
  void aWrongNumberOfLabelsIsASentence() throws Exception {
    try (OpenModel model = labels("labels: [red, green]")) {
      FaceAttributes attributes = FaceAttributes.of(model);
      assertThatThrownBy(() -> attributes.ofCrop(crop(0)))
          .isInstanceOf(FacesException.class)
          .hasMessage("The model mine gave 3 numbers; its card promises 2. Correct the card.");
    }
  }

  @Test
  void threeNumbersAreNotOne() throws Exception {
    try (OpenModel model = labels()) {
      FaceAttributes attributes = FaceAttributes.of(model);
      assertThatThrownBy(() -> attributes.ofCrop(crop(0)))
          .isInstanceOf(FacesException.class)
          .hasMessage("The model mine gave 3 numbers; its card promises 1. Correct the card.");
    }
  }

  @Test
  void cropsOfAnotherSizeAreRefused() throws Exception {
    try (OpenModel model = labels(LABELS)) {
      FaceAttributes attributes = FaceAttributes.of(model);
      assertThatThrownBy(() -> attributes.ofCrop(FaceImage.of(2, 1, new int[2])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("112 x 112");
    }
  }
}
