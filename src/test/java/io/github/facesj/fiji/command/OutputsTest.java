package io.github.facesj.fiji.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.image.Fonts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/**
 * No command writes over a file that is not its own earlier output: each parameter that names an
 * output is tried with what must not be written over. A new command with a path fails here until it
 * is said what the path is for.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutputsTest {

  private static final String COMMANDS = "io.github.facesj.fiji.command.";

  /** Names that paths have where no style tells. */
  private static final Set<String> PATHS =
      Set.of("input", "output", "csv", "npy", "archive", "gallery", "drawings", "photos", "truth");

  /** Paths that are only read, or belong to what a command reads and changes by its nature. */
  private static final Set<String> READ =
      Set.of(
          "collection.DeleteFromArchive.folder",
          "collection.DeleteFromArchive.photo",
          "collection.ExportPeople.input",
          "collection.ExportPeople.photos",
          "collection.IdentifyInArchive.gallery",
          "collection.IndexFolder.input",
          "evaluate.EvaluateClustering.photos",
          "evaluate.EvaluateClustering.truth",
          "evaluate.EvaluateDetection.photos",
          "evaluate.EvaluateDetection.truth",
          "evaluate.EvaluateLandmarks.photos",
          "evaluate.EvaluateLandmarks.truth",
          "evaluate.EvaluateVerification.pairs",
          "evaluate.EvaluateVerification.photos",
          "exchange.ExportFaces.input",
          "exchange.ExportFaces.photos",
          "exchange.ImportFaces.input",
          "exchange.ImportFaces.photos",
          "faces.DetectInFolder.input",
          "faces.OpenPhoto.path",
          "models.Models.file",
          "people.BuildGallery.input",
          "people.BuildGallery.photo",
          "people.IdentifyFaces.gallery",
          "people.IdentifyInFolder.gallery",
          "people.IdentifyInFolder.input",
          "pictures.AnonymiseFolder.gallery",
          "pictures.AnonymiseFolder.input",
          "pictures.AnonymiseFaces.gallery",
          "pictures.LabelPhoto.gallery",
          "pictures.OverlayPicture.picture",
          "pictures.OverlayPictureOnFolder.input",
          "pictures.OverlayPictureOnFolder.picture");

  private static Context context;

  @TempDir static Path dir;

  private static Path photos;
  private static Path people;
  private static Path archive;
  private static Path gallery;
  private static Path table;
  private static Path pairs;
  private static final Map<String, Output> OUTPUTS = new TreeMap<>();

  /**
   * One parameter that names an output.
   *
   * @param inside files written in a folder; none where the path is a file
   * @param works whether the command works with the models that ship with FacesJ
   * @param inputs the other parameters
   */
  private record Output(
      Class<? extends Command> command,
      String parameter,
      List<String> inside,
      boolean works,
      List<Object> inputs) {

    String id() {
      return OutputsTest.id(command) + "." + parameter;
    }

    CommandModule run(Path target) throws Exception {
      List<Object> all = new ArrayList<>(inputs);
      all.addAll(List.of(parameter, target.toString()));
      return OutputsTest.run(command, all.toArray());
    }
  }

  private static String id(Class<?> command) {
    return command.getName().substring(COMMANDS.length());
  }

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  private static void well(Class<? extends Command> command, Object... inputs) throws Exception {
    assertThat(run(command, inputs).getCancelReason()).isNull();
  }

  @SuppressWarnings("unchecked")
  private static void output(String id, List<String> inside, boolean works, Object... inputs)
      throws Exception {
    int dot = id.lastIndexOf('.');
    Class<? extends Command> command =
        (Class<? extends Command>) Class.forName(COMMANDS + id.substring(0, dot));
    OUTPUTS.put(id, new Output(command, id.substring(dot + 1), inside, works, List.of(inputs)));
  }

  private static void file(String id, Object... inputs) throws Exception {
    output(id, List.of(), true, inputs);
  }

  @BeforeAll
  static void start() throws Exception {
    context = new Context();
    photos = Files.createDirectories(dir.resolve("photos"));
    people = dir.resolve("people");
    for (String name : List.of("ada", "bo")) {
      Path photo = Sample.path(String.format(Locale.ROOT, "portraits/%1$s/%1$s_1.jpg", name));
      Files.copy(photo, photos.resolve(photo.getFileName()));
      Path person = Files.createDirectories(people.resolve(name));
      Files.copy(photo, person.resolve(photo.getFileName()));
    }
    archive = dir.resolve("faces.facesj");
    gallery = dir.resolve("known.gallery");
    table = dir.resolve("faces.csv");
    Path truth = dir.resolve("truth");
    Files.createDirectories(truth);
    for (String name : List.of("faces.csv", "landmarks68.csv")) {
      List<String> rows = Files.readAllLines(Sample.path(name));
      Files.write(truth.resolve(name), List.of(rows.get(0), rows.get(1)));
    }
    pairs =
        Files.writeString(
            dir.resolve("pairs.csv"),
            """
            a,b,same
            ada/ada_1.jpg,ada/ada_2.jpg,1
            ada/ada_1.jpg,bo/bo_1.jpg,0
            """);
    Path evaluated = Files.createDirectories(dir.resolve("evaluated/portraits/ada")).getParent();
    Files.copy(photos.resolve("ada_1.jpg"), evaluated.resolve("ada/ada_1.jpg"));
    String root = evaluated.getParent().toString();
    Object image = Sample.open("portraits/ada/ada_1.jpg");
    file("faces.DetectFaces.csv", "image", image);
    file("faces.FindLandmarks.csv", "image", image);
    file("faces.EmbedFaces.csv", "image", image);
    file("faces.EmbedFaces.npy", "image", image);
    output("faces.ReadAttributes.csv", List.of(), false, "image", image);
    file("faces.DetectInFolder.output", "input", photos + "");
    output(
        "faces.DetectInFolder.drawings",
        List.of("ada_1.jpg.png"),
        true,
        "input",
        photos + "",
        "output",
        dir.resolve("drawn.csv") + "");
    file("people.BuildGallery.gallery", "action", "build", "input", people + "");
    file("people.IdentifyFaces.csv", "image", image, "gallery", gallery + "");
    file("people.IdentifyInFolder.output", "input", photos + "", "gallery", gallery + "");
    file("pictures.LabelPhoto.output", "image", image, "names", "none", "legend", false);
    output("pictures.AnonymiseFolder.output", List.of("note.txt"), true, "input", photos + "");
    file("collection.IndexFolder.archive", "input", photos + "");
    for (String command : List.of("ClusterArchive", "IdentifyInArchive")) {
      file("collection." + command + ".csv", "archive", archive + "");
      output("collection." + command + ".archive", List.of(), false);
    }
    file("collection.FindSimilar.csv", "archive", archive + "", "image", image);
    output("collection.FindSimilar.archive", List.of(), false, "image", image);
    file("collection.ContactSheet.output", "archive", archive + "");
    output("collection.ContactSheet.archive", List.of(), false);
    output(
        "collection.ExportPeople.output",
        List.of("people.csv", "faces.csv"),
        true,
        "archive",
        archive + "");
    output(
        "collection.ExportPeople.archive", List.of(), false, "output", dir.resolve("export") + "");
    output("collection.DeleteFromArchive.archive", List.of(), false, "person", "Ada");
    output("collection.ReviewFaces.archive", List.of(), false);
    file("exchange.ExportFaces.output", "input", table + "", "format", "csv");
    file("exchange.ImportFaces.csv", "input", table + "", "format", "csv");
    file(
        "exchange.ImportFaces.gallery",
        "input",
        dir.resolve("named.csv") + "",
        "format",
        "csv",
        "photos",
        photos + "");
    output(
        "evaluate.EvaluateDetection.output",
        List.of("summary.csv", "curve.csv", "problems.csv", "precision_recall.png"),
        true,
        "photos",
        root,
        "truth",
        truth.resolve("faces.csv") + "");
    output(
        "evaluate.EvaluateLandmarks.output",
        List.of("summary.csv", "errors.csv", "cumulative_error.png"),
        true,
        "photos",
        root,
        "truth",
        truth.resolve("landmarks68.csv") + "");
    output(
        "evaluate.EvaluateClustering.output",
        List.of("summary.csv", "curve.csv", "problems.csv", "curve.png"),
        true,
        "photos",
        people + "");
    output(
        "evaluate.EvaluateVerification.output",
        List.of("summary.csv", "scores.csv", "roc.png", "det.png"),
        true,
        "pairs",
        pairs + "",
        "photos",
        Sample.path("portraits") + "");
    well(type("faces.DetectInFolder"), "input", photos + "", "output", table + "");
    well(type("people.BuildGallery"), "action", "build", "input", people + "", "gallery", gallery);
    well(type("collection.IndexFolder"), "input", photos + "", "archive", archive + "");
    try (Archive open = Archive.open(archive)) {
      List<Long> faces = open.faces().stream().map(ArchivedFace::id).toList();
      new Decisions(open).faces().give(faces.subList(0, 1), "Ada");
    }
    well(
        type("exchange.ExportFaces"),
        "input",
        archive + "",
        "photos",
        photos + "",
        "output",
        dir.resolve("named.csv") + "",
        "format",
        "csv");
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends Command> type(String id) throws Exception {
    return (Class<? extends Command>) Class.forName(COMMANDS + id);
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  @Test
  void everyPathOfACommandIsKnownHere() throws Exception {
    Set<String> found = new TreeSet<>();
    for (CommandInfo info : context.service(CommandService.class).getCommands()) {
      if (info.getDelegateClassName().startsWith(COMMANDS)) {
        for (ModuleItem<?> item : info.inputs()) {
          String style = String.valueOf(item.getWidgetStyle());
          if (style.matches("save|directory|file|open|.*File.*")
              || (item.getType() == String.class && PATHS.contains(item.getName()))) {
            found.add(
                info.getDelegateClassName().substring(COMMANDS.length()) + "." + item.getName());
          }
        }
      }
    }
    Set<String> known = new TreeSet<>(OUTPUTS.keySet());
    known.addAll(READ);
    assertThat(found).isSubsetOf(known);
    assertThat(found).containsAll(OUTPUTS.keySet());
  }

  static Stream<String> outputs() {
    return OUTPUTS.keySet().stream();
  }

  static Stream<String> working() {
    return OUTPUTS.values().stream().filter(Output::works).map(Output::id);
  }

  /** What stands below a folder, with contents; of what is no file only that it is there. */
  private static Map<String, String> state(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      Map<String, String> state = new TreeMap<>();
      for (Path path : all.toList()) {
        boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        state.put(
            folder.relativize(path).toString(),
            file ? Files.readString(path, StandardCharsets.ISO_8859_1) : "");
      }
      return state;
    }
  }

  private static Set<String> devices() throws Exception {
    try (Stream<Path> all = Files.list(Path.of("/dev"))) {
      return all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
          .map(Path::toString)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void refused(Output output, Path target, Path folder) throws Exception {
    Map<String, String> before = state(folder);
    CommandModule done = output.run(target);
    assertThat(done.isCanceled()).as("%s with %s", output.id(), target).isTrue();
    assertThat(done.getCancelReason()).doesNotContain("Exception").contains(".");
    assertThat(state(folder)).as("%s with %s", output.id(), target).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void nothingOfOthersIsWrittenOver(String id) throws Exception {
    Output output = OUTPUTS.get(id);
    Path folder = Files.createDirectories(dir.resolve("bad").resolve(id));
    Path text = Files.writeString(folder.resolve("diary.txt"), "dear diary");
    Path photo = Files.copy(photos.resolve("ada_1.jpg"), folder.resolve("photo.jpg"));
    Path png = Files.createDirectory(folder.resolve("folder.png"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), text);
    Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));
    Path fifo = folder.resolve("fifo");
    List<Path> bad = new ArrayList<>(List.of(text, photo, link, nowhere));
    if (new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0) {
      bad.add(fifo);
    }
    if (output.inside().isEmpty()) {
      bad.add(png);
    }
    for (Path target : bad) {
      refused(output, target, folder);
    }
    if (Files.exists(Path.of("/dev/full"))) {
      Set<String> devices = devices();
      for (String device : List.of("/dev/full", "/dev/null")) {
        refused(output, Path.of(device), folder);
        assertThat(Files.isRegularFile(Path.of(device))).isFalse();
      }
      assertThat(devices()).isEqualTo(devices);
    }
    for (String name : output.inside()) {
      Path inside = Files.createDirectories(folder.resolve("in-" + name));
      Files.writeString(inside.resolve(name), "dear diary");
      refused(output, inside, folder);
    }
  }

  @ParameterizedTest
  @MethodSource("working")
  void itsOwnEarlierOutputIsReplaced(String id) throws Exception {
    Output output = OUTPUTS.get(id);
    Path folder = Files.createDirectories(dir.resolve("own").resolve(id));
    String end =
        id.matches(".*(Label|Sheet).*")
            ? ".png"
            : id.endsWith("npy") ? ".npy" : output.inside().isEmpty() ? ".csv" : "";
    Path target = folder.resolve("made" + end);
    for (int i = 0; i < 2; i++) {
      String refusal = output.run(target).getCancelReason();
      if (Fonts.NONE.equals(refusal)) {
        Needs.fonts(); // plots, labels and sheets are all letters
      }
      assertThat(refusal).as(id).isNull();
      assertThat(target).exists();
      try (Stream<Path> all = Files.walk(folder)) {
        assertThat(all.filter(p -> p.toString().endsWith(".part"))).isEmpty();
      }
    }
    if (output.inside().isEmpty()) {
      Path link = Files.createSymbolicLink(folder.resolve("link" + end), target);
      assertThat(output.run(link).getCancelReason()).as(id + " through a link").isNull();
      assertThat(link).isSymbolicLink();
    }
  }
}
