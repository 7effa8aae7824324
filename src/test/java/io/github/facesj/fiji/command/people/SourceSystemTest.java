package io.github.facesj.fiji.command.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Reference;
import io.github.facesj.Sample;
import io.github.facesj.face.Box;
import io.github.facesj.fiji.command.evaluate.EvaluateVerification;
import io.github.facesj.model.ModelStore;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * The demonstration of MTCNN and FaceNet: people are enrolled from folders, group photos are
 * recognised, strangers are unknown. FaceNet's own network is not at hand, so its protocol (square
 * crop, prewhitening, Euclidean distance) is tried with another one, for which it was not trained:
 * that proves the chain, not FaceNet's accuracy. Four people of the samples are enrolled by two
 * portraits each; all others are strangers. The people of the samples are rendered and look more
 * alike than real ones do, so the threshold is calibrated first, on portraits of the known four.
 */
@Tag("real")
class SourceSystemTest {

  private static final Logger LOG = Logger.getLogger("source system");
  private static final List<String> KNOWN = List.of("ada", "bo", "chidi", "dora");

  private static final String FACENET =
      """
      format_version: 0.4.10
      type: model
      name: Like FaceNet
      description: A network fed as FaceNet is.
      authors: [{name: nobody}]
      license: CC0-1.0
      cite: [{text: "Schroff, Kalenichenko, Philbin: FaceNet (2015)"}]
      inputs:
        - {name: input, axes: bcyx, data_type: float32, data_range: [0, 255], shape: [1, 3, 112, 112]}
      outputs: [{name: output}]
      weights:
        onnx: {source: network.onnx}
      config:
        facesj:
          task: embedding
          terms: for this test only
          colors: RGB
          settings: {template: square, side: height, margin: 0, prewhiten: true, output: output,
            size: 128, distance: euclidean, threshold: 1.0}
      """;

  @TempDir static Path models;

  private static Context context;

  @TempDir Path dir;

  @BeforeAll
  static void start() throws Exception {
    for (String file : List.of("pnet", "rnet", "onet", "mobilefacenet")) {
      Files.copy(Reference.path("models/" + file + ".onnx"), models.resolve(file + ".onnx"));
    }
    Path own = Files.createDirectory(models.resolve("like-facenet"));
    Files.copy(models.resolve("mobilefacenet.onnx"), own.resolve("network.onnx"));
    Files.writeString(own.resolve("rdf.yaml"), FACENET);
    System.setProperty(ModelStore.PROPERTY, models.toString());
    context = new Context();
  }

  @AfterAll
  static void stop() {
    if (context != null) {
      context.dispose();
    }
    System.clearProperty(ModelStore.PROPERTY);
  }

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    CommandModule done = context.service(CommandService.class).run(command, true, inputs).get();
    assertThat(done.getCancelReason()).isNull();
    return done;
  }

  @ParameterizedTest
  @CsvSource({"like-facenet, 8, 2, 3", "mobilefacenet-112x112, 13, 0, 1"})
  void recognisesTheGroups(String embedder, int leastRight, int mostWrong, int mostNamed)
      throws Exception {
    Path people = dir.resolve("people");
    for (String name : KNOWN) {
      Path person = Files.createDirectories(people.resolve(name));
      for (String photo : List.of(name + "_1.jpg", name + "_2.jpg")) {
        Files.copy(Sample.path("portraits/" + name + "/" + photo), person.resolve(photo));
      }
    }
    Path gallery = dir.resolve("gallery.csv");
    Object report =
        run(
                BuildGallery.class,
                "model",
                "mtcnn",
                "ownembedder",
                embedder,
                "input",
                people.toString(),
                "gallery",
                gallery.toString())
            .getOutput("report");
    Object calibrated = calibrate(embedder);
    Path table = dir.resolve("who.csv");
    run(
        IdentifyInFolder.class,
        "model",
        "mtcnn",
        "gallery",
        gallery.toString(),
        "input",
        Sample.path("groups").toString(),
        "output",
        table.toString());
    CsvTable who = CsvTable.read("The table", table);
    Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    int right = 0;
    int wrong = 0;
    int named = 0;
    for (Map<String, String> face : Reference.rows(Sample.path("faces.csv"))) {
      if (!face.get("image").startsWith("groups/") || Reference.number(face, "occluded") > 0.75) {
        continue;
      }
      String identity = face.get("identity");
      String name = name(who, face.get("image").substring("groups/".length()), face);
      boolean known = KNOWN.contains(identity);
      boolean aName = KNOWN.contains(name);
      right += known && name.equals(identity) ? 1 : 0;
      wrong += known && aName && !name.equals(identity) ? 1 : 0;
      named += !known && aName ? 1 : 0;
      confusion.computeIfAbsent(identity, k -> new TreeMap<>()).merge(name, 1, Integer::sum);
    }
    LOG.info(
        String.format(
            Locale.ROOT,
            "mtcnn + %s: %s%n%s%n%d rightly named, %d wrongly, %d strangers named; %s",
            embedder,
            report,
            calibrated,
            right,
            wrong,
            named,
            confusion));
    assertThat(right).as("rightly named").isGreaterThanOrEqualTo(leastRight);
    assertThat(wrong).as("wrongly named").isLessThanOrEqualTo(mostWrong);
    assertThat(named).as("strangers named").isLessThanOrEqualTo(mostNamed);
    assertThat(who.rows()).extracting(row -> row.get(3)).contains("unknown");
    assertThat(Files.readString(gallery)).contains(embedder);
  }

  /** A threshold that takes at most one in a hundred pairs of two people for one. */
  private Object calibrate(String embedder) throws Exception {
    List<String> photos = new ArrayList<>();
    for (String name : KNOWN) {
      for (int i = 1; i <= 5; i++) {
        photos.add(name + "/" + name + "_" + i + ".jpg");
      }
    }
    List<String> pairs = new ArrayList<>();
    for (String a : photos) {
      for (String b : photos) {
        if (a.compareTo(b) < 0) {
          pairs.add(a + "," + b + "," + (a.charAt(0) == b.charAt(0) ? 1 : 0));
        }
      }
    }
    return run(
            EvaluateVerification.class,
            "model",
            "mtcnn",
            "ownembedder",
            embedder,
            "photos",
            Sample.path("portraits").toString(),
            "pairs",
            Files.write(dir.resolve("pairs.csv"), pairs).toString(),
            "output",
            dir.resolve("results").toString(),
            "calibrate",
            true,
            "rate",
            0.01)
        .getOutput("report");
  }

  private static String name(CsvTable who, String photo, Map<String, String> truth) {
    Box box = Reference.box(truth, "");
    String name = "not found";
    double best = 0.3;
    for (List<String> row : who.rows()) {
      if (!row.get(0).equals(photo) || row.get(2).isEmpty()) {
        continue;
      }
      double overlap = box(who, row).iou(box);
      if (overlap > best) {
        best = overlap;
        name = row.get(3);
      }
    }
    return name;
  }

  private static Box box(CsvTable who, List<String> row) {
    double[] v = new double[4];
    for (int i = 0; i < 4; i++) {
      int column = who.headings().indexOf(List.of("x", "y", "width", "height").get(i));
      v[i] = Double.parseDouble(row.get(column));
    }
    return new Box(v[0], v[1], v[2], v[3]);
  }
}
