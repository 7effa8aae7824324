package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.Decisions;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every macro of the repository, run without a screen as the README tells, and what it leaves. */
class ShippedMacrosTest {

  private static final Path MACROS = Path.of("macros");
  private static final Path DETECT = MACROS.resolve("01_Detect_Faces.ijm");
  private static final Path FOLDER = MACROS.resolve("02_Detect_Folder.ijm");
  private static final Path VERIFY = MACROS.resolve("03_Evaluate_Verification.ijm");
  private static final Path IDENTIFY = MACROS.resolve("04_Identify_Folder.ijm");
  private static final Path CLUSTER = MACROS.resolve("05_Index_And_Cluster.ijm");
  private static final Path CROPS = MACROS.resolve("06_Extract_Crops.ijm");
  private static final Path ANONYMISE = MACROS.resolve("07_Anonymise_Folder.ijm");
  private static final Path LANDMARKS = MACROS.resolve("08_Landmarks_Of_Stack.ijm");
  private static final Path PEOPLE = MACROS.resolve("09_Export_People.ijm");
  private static final String GROUP = "sample-images/groups/group_1.jpg";

  @TempDir Path folder;

  /**
   * What each macro is run with here; another macro needs a line, and an own test of its output.
   */
  private Map<Path, String> runs() {
    return Map.of(
        DETECT, "image=" + GROUP + " output=[" + folder.resolve("my faces/new") + "] score=0.5",
        FOLDER,
            "input=sample-images/portraits/ada output=["
                + folder.resolve("all faces.csv")
                + "] score=0.5 flip=true",
        VERIFY,
            "photos=sample-images/portraits pairs=["
                + folder.resolve("the pairs.csv")
                + "] output=["
                + folder.resolve("my results")
                + "] detector=facesj-detector embedder=facesj-embedder mirror=concat",
        IDENTIFY,
            "gallery=["
                + folder.resolve("known people")
                + "] input=["
                + folder.resolve("new photos")
                + "] output=["
                + folder.resolve("who is it.csv")
                + "] score=0.5",
        CLUSTER,
            "photos=["
                + folder.resolve("new photos")
                + "] archive=["
                + folder.resolve("my archive.facesj")
                + "] output=["
                + folder.resolve("the people")
                + "] detector=facesj-detector embedder=facesj-embedder method=average",
        CROPS,
            "photos=["
                + folder.resolve("new photos")
                + "] output=["
                + folder.resolve("the crops")
                + "] size=64 detector=facesj-detector score=0.5",
        ANONYMISE,
            "photos=["
                + folder.resolve("new photos")
                + "] output=["
                + folder.resolve("to show")
                + "] how=box",
        PEOPLE,
            "archive=["
                + folder.resolve("my archive.facesj")
                + "] photos=["
                + folder.resolve("new photos")
                + "] output=["
                + folder.resolve("who is where")
                + "] originals=copy",
        LANDMARKS,
            "stack=["
                + folder.resolve("new photos")
                + "] output=["
                + folder.resolve("points.csv")
                + "] average=true");
  }

  private MacroRun runWell(Path macro) throws IOException {
    MacroRun run = MacroRun.of(macro, runs().get(macro));
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return run;
  }

  @Test
  void everyMacroIsRunHere() throws IOException {
    try (Stream<Path> macros = Files.list(MACROS)) {
      assertThat(runs().keySet())
          .containsExactlyInAnyOrderElementsOf(
              macros.filter(file -> file.toString().endsWith(".ijm")).toList());
    }
  }

  @Test
  void everyMacroIsInTheTemplatesMenuOfFiji() throws IOException {
    try (Stream<Path> macros = Files.list(MACROS)) {
      for (Path macro : macros.toList()) {
        String template = "/script_templates/FacesJ/" + macro.getFileName();
        try (InputStream in = ShippedMacrosTest.class.getResourceAsStream(template)) {
          assertThat(in).as(template).hasSameContentAs(Files.newInputStream(macro));
        }
      }
    }
  }

  @Test
  void onePhotoGivesATableAndADrawing() throws Exception {
    runWell(DETECT);
    Path out = folder.resolve("my faces/new");
    List<String> rows = Files.readAllLines(out.resolve("group_1_faces.csv"));
    assertThat(rows).hasSizeGreaterThan(1);
    assertThat(rows.get(0)).startsWith("photo,slice,face,score,x,y,");
    assertThat(rows.get(1)).startsWith("group_1.jpg,1,1,0.");
    var drawn = ImageIO.read(out.resolve("group_1_faces.png").toFile());
    var photo = ImageIO.read(Path.of(GROUP).toFile());
    assertThat(drawn.getWidth()).isEqualTo(photo.getWidth());
    assertThat(drawn.getRGB(0, 0)).isEqualTo(photo.getRGB(0, 0));
    assertThat(differences(drawn, photo)).isBetween(1000, photo.getWidth() * photo.getHeight() / 4);
  }

  private static int differences(
      java.awt.image.BufferedImage drawn, java.awt.image.BufferedImage photo) {
    int count = 0;
    for (int y = 0; y < photo.getHeight(); y++) {
      for (int x = 0; x < photo.getWidth(); x++) {
        count += drawn.getRGB(x, y) == photo.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void aFolderGivesOneTable() throws Exception {
    MacroRun run = runWell(FOLDER);
    assertThat(run.out()).containsPattern("5 photos, \\d+ faces, 0 problems");
    List<String> rows = Files.readAllLines(folder.resolve("all faces.csv"));
    assertThat(rows).hasSizeGreaterThanOrEqualTo(1 + 5);
    assertThat(rows.get(rows.size() - 1)).contains("ada_5.jpg");
    assertThat(description("all faces.csv")).contains("flip=true");
  }

  @Test
  void pairsGiveScoresFiguresAndACurve() throws Exception {
    Needs.fonts();
    Files.writeString(
        folder.resolve("the pairs.csv"),
        """
        ada/ada_1.jpg,ada/ada_2.jpg,1
        ada/ada_1.jpg,bo/bo_1.jpg,0
        ada/ada_1.jpg,ada/none.jpg,1
        """);
    MacroRun run = runWell(VERIFY);
    assertThat(run.out()).contains("3 pairs, of which 1 could not be compared: AUC ");
    Path out = folder.resolve("my results");
    List<String> scores = Files.readAllLines(out.resolve("scores.csv"));
    assertThat(scores.get(0)).isEqualTo("a,b,same,distance,problem");
    assertThat(scores.get(1)).matches("ada/ada_1.jpg,ada/ada_2.jpg,1,0\\.\\d+,");
    assertThat(scores.get(3)).startsWith("ada/ada_1.jpg,ada/none.jpg,1,,").contains("no file");
    List<String> summary = Files.readAllLines(out.resolve("summary.csv"));
    assertThat(summary).hasSize(2);
    assertThat(summary.get(1)).contains("facesj-detector", "facesj-embedder", ",concat,cosine");
    assertThat(ImageIO.read(out.resolve("roc.png").toFile()).getHeight()).isGreaterThan(300);
  }

  @Test
  void peopleOfAFolderAreNamedInAnother() throws Exception {
    Path samples = Path.of("sample-images/portraits");
    for (String person : List.of("ada", "bo")) {
      Path known = Files.createDirectories(folder.resolve("known people").resolve(person));
      for (String photo : List.of(person + "_1.jpg", person + "_2.jpg")) {
        Files.copy(samples.resolve(person).resolve(photo), known.resolve(photo));
      }
    }
    Path photos = Files.createDirectory(folder.resolve("new photos"));
    Files.copy(samples.resolve("ada/ada_3.jpg"), photos.resolve("one.jpg"));
    MacroRun run = runWell(IDENTIFY);
    assertThat(run.out()).contains("1 photo, 1 face, 0 problems");
    List<String> rows = Files.readAllLines(folder.resolve("who is it.csv"));
    assertThat(rows.get(0)).startsWith("photo,slice,face,name,distance,margin,score,x,y,");
    assertThat(rows.get(1)).startsWith("one.jpg,1,1,ada,0.");
  }

  @Test
  void everyFaceOfAFolderIsCutOut() throws Exception {
    Path photos = Files.createDirectories(folder.resolve("new photos/below, it"));
    Files.copy(Path.of(GROUP), photos.resolve("a, group.jpg"));
    Files.copy(Path.of("sample-images/variants/noface.jpg"), folder.resolve("new photos/none.jpg"));
    Files.writeString(folder.resolve("new photos/broken.jpg"), "this is no photo");
    MacroRun run = runWell(CROPS);
    assertThat(run.out()).contains("3 faces in ").contains("1 problem");
    Path crops = folder.resolve("the crops/below, it");
    for (int face = 1; face <= 3; face++) {
      var crop = ImageIO.read(crops.resolve("a, group.jpg_face-" + face + ".png").toFile());
      assertThat(crop.getWidth()).isEqualTo(64);
      assertThat(crop.getHeight()).isEqualTo(64);
    }
    assertThat(Files.readString(folder.resolve("the crops/faces.csv"))).contains("broken.jpg");
  }

  /** Two photos of Ada and one of Emil, and one without a face. */
  private Path portraits() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("new photos/below"));
    for (String photo : List.of("ada/ada_1.jpg", "ada/ada_2.jpg", "emil/emil_1.jpg")) {
      Path source = Path.of("sample-images/portraits", photo);
      Files.copy(source, photos.resolve(source.getFileName()));
    }
    Files.copy(Path.of("sample-images/variants/noface.jpg"), folder.resolve("new photos/none.jpg"));
    return photos;
  }

  @Test
  void aFolderIsClusteredAndAgainItIsTheSame() throws Exception {
    portraits();
    runWell(CLUSTER);
    Path table = folder.resolve("the people/faces.csv");
    List<String> rows = Files.readAllLines(table);
    assertThat(rows.get(0)).isEqualTo("photo,face,x,y,width,height,score,quality,cluster,person");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1)).matches("below/ada_1\\.jpg,1,([\\d.]+,){6}1,");
    assertThat(rows.get(2)).matches("below/ada_2\\.jpg,1,([\\d.]+,){6}1,");
    assertThat(rows.get(3)).matches("below/emil_1\\.jpg,1,([\\d.]+,){6},");
    assertThat(Files.readAllLines(folder.resolve("the people/people.csv"))).hasSize(5);
    byte[] before = Files.readAllBytes(table);
    runWell(CLUSTER);
    assertThat(table).hasBinaryContent(before);
  }

  @Test
  void peopleOfAnArchiveAreWrittenWithAContactSheet() throws Exception {
    Needs.fonts();
    Path photos = portraits();
    runWell(CLUSTER);
    try (Archive archive = Archive.open(folder.resolve("my archive.facesj"))) {
      new Decisions(archive).clusters().name(1, "Ada L");
    }
    MacroRun run = runWell(PEOPLE);
    assertThat(run.out()).contains("people and clusters: 1, faces: 2, pages: 1");
    Path out = folder.resolve("who is where");
    assertThat(Files.readAllLines(out.resolve("people.csv")))
        .startsWith("photo,Ada L,unnamed,problem", "below/ada_1.jpg,1,0,")
        .hasSize(5);
    assertThat(Files.readAllLines(out.resolve("faces.csv"))).hasSize(4);
    try (Stream<Path> files = Files.list(out.resolve("people/Ada L"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("ada_1.jpg", "ada_2.jpg")
          .hasSize(4);
    }
    assertThat(out.resolve("people/Ada L/ada_1.jpg"))
        .hasSameBinaryContentAs(photos.resolve("ada_1.jpg"));
    assertThat(PhotoReader.pages(out.resolve("contact_sheet.tif"))).isEqualTo(1);
  }

  @Test
  void facesOfAFolderAreCoveredAndAgainNothingIsDone() throws Exception {
    Path photos = Files.createDirectories(folder.resolve("new photos/below, it"));
    Files.copy(Path.of(GROUP), photos.resolve("a, group.jpg"));
    Files.copy(Path.of("sample-images/variants/noface.jpg"), folder.resolve("new photos/none.jpg"));
    MacroRun run = runWell(ANONYMISE);
    assertThat(run.out()).contains("2 photos, 3 faces, 0 problems").contains("0 copies were there");
    Path copy = folder.resolve("to show/below, it/a, group.jpg");
    assertThat(Files.readString(folder.resolve("to show/anonymised.csv")))
        .contains("\"below, it/a, group.jpg\"");
    FaceImage covered = PhotoReader.read(copy);
    FaceImage photo = PhotoReader.read(Path.of(GROUP));
    assertThat(covered.width()).isEqualTo(photo.width());
    assertThat(black(covered)).isGreaterThan(black(photo) + 10_000);
    assertThat(runWell(ANONYMISE).out()).contains("2 copies were there already");
  }

  private static long black(FaceImage photo) {
    return Arrays.stream(photo.pixels()).filter(p -> (p & 0xf0f0f0) == 0).count();
  }

  @Test
  void landmarksOfAStackAreOneTable() throws Exception {
    Path photos = Files.createDirectory(folder.resolve("new photos"));
    for (String photo : List.of("ada_1.jpg", "ada_2.jpg")) {
      Files.copy(Path.of("sample-images/portraits/ada", photo), photos.resolve(photo));
    }
    MacroRun run = runWell(LANDMARKS);
    assertThat(run.out()).contains("2 pictures, ");
    List<String> rows = Files.readAllLines(folder.resolve("points.csv"));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).startsWith("photo,slice,face,").contains(",x_67,y_67,");
    assertThat(rows.get(1)).startsWith("new photos,1,1,");
    assertThat(rows.get(2)).startsWith("new photos,2,1,");
    assertThat(description("points.csv")).contains("average=true");
  }

  /** What stands beside a table about what made it. */
  private String description(String table) throws IOException {
    return Files.readString(folder.resolve(table + "-metadata.json"));
  }

  @Test
  void whatIsMissingOrMisspeltIsSaid() throws Exception {
    assertFails(DETECT, "output=x", "01_Detect_Faces.ijm needs image=FILE and output=DIR.");
    assertFails(DETECT, "image=x.jpg output=" + folder + " scor=0.5", "does not know \"scor=0.5\"");
    assertFails(
        VERIFY,
        "photos=x",
        "03_Evaluate_Verification.ijm needs photos=DIR, pairs=FILE and output=DIR.");
    assertFails(
        IDENTIFY,
        "gallery=x",
        "04_Identify_Folder.ijm needs gallery=DIR, input=DIR and output=FILE.csv.");
    assertFails(
        CLUSTER,
        "photos=x",
        "05_Index_And_Cluster.ijm needs photos=DIR, archive=FILE and output=DIR.");
    assertFails(CROPS, "photos=x", "06_Extract_Crops.ijm needs photos=DIR and output=DIR.");
    assertFails(CROPS, "photos=x output=y mesh=1", "does not know \"mesh=1\"");
    assertFails(ANONYMISE, "photos=x", "07_Anonymise_Folder.ijm needs photos=DIR and output=DIR.");
    assertFails(
        PEOPLE, "archive=x", "09_Export_People.ijm needs archive=FILE, photos=DIR and output=DIR.");
    assertFails(
        LANDMARKS, "stack=x", "08_Landmarks_Of_Stack.ijm needs stack=FILE and output=FILE.csv.");
    assertFails(LANDMARKS, "stack=nowhere output=x.csv", "There is no file or folder nowhere.");
    Path table = folder.resolve("a.csv");
    assertFails(
        FOLDER,
        "input=sample-images/groups output=" + table + " scor=0.5",
        "Detect in Folder... has no parameter \"scor\"");
    assertThat(table).doesNotExist();
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    Path none = folder.resolve("none.jpg");
    assertFails(DETECT, "image=" + none + " output=" + folder, "none.jpg");
    assertFails(
        DETECT,
        "image=" + GROUP + " output=" + folder + " score=7",
        "must be between 0 and 1, but was 7");
    assertThat(folder).isEmptyDirectory();
  }

  private static void assertFails(Path macro, String arg, String sentence) throws IOException {
    MacroRun run = MacroRun.of(macro, arg);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.err()).contains(sentence);
  }
}
