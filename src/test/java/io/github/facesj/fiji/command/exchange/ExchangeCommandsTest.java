package io.github.facesj.fiji.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.archive.ArchiveSetup;
import io.github.facesj.archive.NewFace;
import io.github.facesj.archive.NewPhoto;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.fiji.command.faces.DetectFaces;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.fiji.command.faces.FindLandmarks;
import io.github.facesj.fiji.command.people.IdentifyInFolder;
import io.github.facesj.gallery.GalleryFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Faces given away and taken back by the real commands. */
class ExchangeCommandsTest {

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
  void emptyResults() {
    ResultsTable.getResultsTable().reset();
  }

  private static CommandModule run(Class<? extends Command> type, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(type, true, inputs).get();
  }

  private static CommandModule runWell(Class<? extends Command> type, Object... inputs)
      throws Exception {
    CommandModule done = run(type, inputs);
    assertThat(done.getCancelReason()).isNull();
    return done;
  }

  private static ImagePlus plain(String title) {
    return new ImagePlus(title, new ColorProcessor(200, 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "rois", "coco", "voc", "wider"})
  void facesOfAnImageComeBackToIt(String format) throws Exception {
    ImagePlus image = plain("group.jpg");
    Roi drawn = new Roi(10.5, 20, 30, 40);
    drawn.setName("Ada");
    image.setOverlay(new Overlay(drawn));
    Path out = dir.resolve("out." + format);
    runWell(ExportFaces.class, "image", image, "format", format, "output", out + "");
    ImagePlus again = plain("group.jpg");
    CommandModule done =
        runWell(ImportFaces.class, "image", again, "format", format, "input", out + "");
    assertThat(done.getOutput("report")).asString().contains("1 faces drawn on group.jpg");
    Roi found = again.getOverlay().get(0);
    assertThat(found.getFloatBounds()).isEqualTo(drawn.getFloatBounds());
    assertThat(found.getName()).isEqualTo(format.equals("wider") ? "face-1 1.00" : "face-1 Ada");
    assertThat(((ResultsTable) done.getOutput("found")).getValue("x", 0)).isEqualTo(10.5);
  }

  @Test
  void landmarksOfTheOverlayAreExported() throws Exception {
    ImagePlus image = Sample.open("portraits/ada/ada_1.jpg");
    runWell(FindLandmarks.class, "image", image);
    Path out = dir.resolve("o.csv");
    runWell(ExportFaces.class, "image", image, "format", "openface", "output", out + "");
    Path points = dir.resolve("points.csv");
    runWell(
        ImportFaces.class,
        "image",
        image,
        "format",
        "openface",
        "input",
        out + "",
        "csv",
        points + "");
    ResultsTable table = ResultsTable.getResultsTable();
    List<PhotoFaces> read = new PeopleCsv().read(points).photos();
    assertThat(read.get(0).faces()).hasSize(1);
    assertThat(read.get(0).faces().get(0).face().landmarks().orElseThrow().x(30))
        .isCloseTo(table.getValue("x_30", 0), within(1e-3));
    assertThat(read.get(0).faces().get(0).face().score()).isEqualTo(table.getValue("score", 0));
  }

  @Test
  void rowsOfResultsAreExportedWithAllTheirDigits() throws Exception {
    ImagePlus image = Sample.open(Sample.GROUP);
    Path direct = dir.resolve("direct.csv");
    runWell(DetectFaces.class, "image", image, "csv", direct + "");
    Path out = dir.resolve("out.csv");
    runWell(ExportFaces.class, "image", image, "source", "results", "output", out + "");
    PhotoFaces before = new PeopleCsv().read(direct).photos().get(0);
    List<PhotoFaces> exported = new PeopleCsv().read(out).photos();
    assertThat(exported).hasSize(1);
    assertThat(exported.get(0).faces()).isEqualTo(before.faces());
    // A Results table has no column for the version.
    assertThat(exported.get(0).run().isLike(before.run())).isTrue();
  }

  @Test
  void namesOfPhotoProgramsEnrolPeople() throws Exception {
    Path photos = Files.createDirectory(dir.resolve("写真"));
    for (String name : List.of("ada/ada_1.jpg", "bo/bo_1.jpg")) {
      Path photo = Path.of("sample-images/portraits").resolve(name);
      Files.copy(photo, photos.resolve(photo.getFileName()));
    }
    Path table = dir.resolve("who.csv");
    runWell(DetectInFolder.class, "input", photos + "", "output", table + "");
    List<PhotoFaces> named = new ArrayList<>();
    for (PhotoFaces photo : new PeopleCsv().read(table).photos()) {
      String person = photo.photo().startsWith("ada") ? "Ada" : "Bo, =B";
      named.add(
          photo.withFaces(
              photo.faces().stream()
                  .map(f -> new io.github.facesj.exchange.NamedFace(f.face(), person))
                  .toList()));
    }
    Path people = dir.resolve("names.csv");
    new PeopleCsv().write(named, people);
    CommandModule exported =
        runWell(ExportFaces.class, "input", people + "", "format", "xmp", "photos", photos + "");
    assertThat(exported.getOutput("report")).asString().contains("2 faces of 2 pictures");
    assertThat(photos.resolve("ada_1.jpg.xmp")).exists();
    Path gallery = dir.resolve("people.csv");
    CommandModule imported =
        runWell(ImportFaces.class, "input", photos + "", "format", "xmp", "gallery", gallery + "");
    assertThat(imported.getOutput("report")).asString().contains("2 faces enrolled");
    assertThat(GalleryFile.read(gallery).people()).containsExactly("Ada", "Bo, =B");
    Path who = dir.resolve("identified.csv");
    runWell(
        IdentifyInFolder.class, "gallery", gallery + "", "input", photos + "", "output", who + "");
    assertThat(new PeopleCsv().read(who).photos())
        .extracting(p -> p.faces().get(0).name())
        .containsExactly("Ada", "Bo, =B");
    // A second import adds nobody twice; a box where nobody is, is a problem.
    List<PhotoFaces> wrong =
        List.of(
            named
                .get(0)
                .withFaces(
                    List.of(
                        named.get(0).faces().get(0),
                        new io.github.facesj.exchange.NamedFace(
                            io.github.facesj.face.Face.of(new Box(0, 0, 9, 9), 1), "Nobody"))));
    new PeopleCsv().write(wrong, people);
    CommandModule more =
        runWell(
            ImportFaces.class,
            "input",
            people + "",
            "gallery",
            gallery + "",
            "photos",
            photos + "");
    assertThat(GalleryFile.read(gallery).faces()).hasSize(2);
    assertThat(((ResultsTable) more.getOutput("skipped")).getStringValue("problem", 0))
        .contains("No face was found in the box of Nobody");
  }

  @Test
  void anArchiveIsExportedWithItsPeopleAndVectors() throws Exception {
    Path file = dir.resolve("family.facesj");
    ArchiveSettings settings = new ArchiveSettings("d", "ab", "e+sum", "cd", "score=0.5", 2);
    try (Archive archive = Archive.create(file, settings)) {
      for (String name : List.of("x/a.jpg", "x/b.jpg", "none.jpg")) {
        String path = dir.resolve("photos").resolve(name).toString();
        long photo =
            archive
                .photoTable()
                .add(new NewPhoto(path, 1, 1, "ef" + name, Optional.empty(), 1, Optional.empty()));
        if (!name.startsWith("none")) {
          float[] vector = name.contains("a") ? new float[] {1, 0} : new float[] {0, 1};
          archive
              .faceTable()
              .add(
                  photo,
                  new NewFace(
                      0,
                      1,
                      new Box(1, 2, 3, 4),
                      0.5,
                      1,
                      Optional.empty(),
                      vector,
                      new byte[0],
                      false));
        }
      }
      long cluster = ArchiveSetup.addCluster(archive);
      ArchiveSetup.name(archive, cluster, "Zoë");
      long first = archive.faces().get(0).id();
      ArchiveSetup.settle(archive, cluster, first);
    }
    Path table = dir.resolve("out.csv");
    runWell(ExportFaces.class, "input", file + "", "output", table + "");
    List<PhotoFaces> read = new PeopleCsv().read(table).photos();
    assertThat(read)
        .extracting(PhotoFaces::photo)
        .containsExactly("none.jpg", "x/a.jpg", "x/b.jpg");
    assertThat(read.get(1).faces().get(0).name()).isEqualTo("Zoë");
    assertThat(read.get(2).faces().get(0).name()).isEmpty();
    Path matrix = dir.resolve("v.npy");
    runWell(ExportFaces.class, "input", file + "", "format", "embeddings", "output", matrix + "");
    Path gallery = dir.resolve("gallery.csv");
    runWell(
        ImportFaces.class, "input", matrix + "", "format", "embeddings", "gallery", gallery + "");
    assertThat(GalleryFile.read(gallery).model()).isEqualTo("e+sum");
    assertThat(GalleryFile.read(gallery).faces())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.person()).isEqualTo("Zoë");
              assertThat(f.embedding().toArray()).containsExactly(1, 0);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format=jpeg                        | The format must be one of csv, openface",
        "source=eyes                        | The source must be one of overlay, manager, results",
        "output=                            | The output is not named",
        "embed=true                         | Only format=xmp can be embedded",
        "source=results                     | The Results table has no faces",
        "source=manager                     | Without a screen there is no ROI Manager",
        "format=xmp                         | name the folder in which the photo lies",
        "format=pts                         | Run Find Landmarks first",
        "format=embeddings                  | has no embedding",
        "input=none.csv                     | none.csv is not there",
        "input=none.facesj                  | There is no archive none.facesj"
      })
  void everyWrongExportHasItsSentence(String pair, String sentence) throws Exception {
    ImagePlus image = plain("a.jpg");
    image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
    Path out = dir.resolve("out");
    List<Object> inputs = new ArrayList<>(List.of("image", image, "output", out + ""));
    String[] parts = pair.split("=", 2);
    inputs.addAll(List.of(parts[0], parts[0].equals("embed") ? (Object) true : parts[1]));
    CommandModule done = run(ExportFaces.class, inputs.toArray());
    assertThat(done.getCancelReason()).contains(sentence);
    assertThat(out).doesNotExist();
  }

  @Test
  void withoutImageAndFacesASentenceIsLeft() throws Exception {
    assertThat(run(ExportFaces.class, "output", dir.resolve("x") + "").getCancelReason())
        .contains("No image is open");
    assertThat(
            run(ExportFaces.class, "image", plain("a"), "output", dir.resolve("x") + "")
                .getCancelReason())
        .contains("has no rectangle for a");
    assertThat(run(ImportFaces.class, "input", "").getCancelReason())
        .contains("The file or folder is not named");
    assertThat(run(ImportFaces.class, "input", "none.csv").getCancelReason())
        .contains("none.csv is not there");
    assertThat(run(ImportFaces.class, "input", "x", "format", "pairs").getCancelReason())
        .contains("Validation > Verification");
  }
}
