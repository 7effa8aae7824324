package io.github.facesj.fiji.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.SmallArchive;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Contact sheets of the portraits, indexed and clustered by the real commands, and of many. */
class ContactSheetTest {

  private static final Path DRAWN = Path.of("target", "contact-sheet.png");

  private static Context context;

  @TempDir static Path dir;
  private static Path portraits;
  private static long stranger;

  @BeforeAll
  static void index() throws Exception {
    context = new Context();
    portraits = dir.resolve("portraits.facesj");
    CommandModule done =
        run(IndexFolder.class, "input", "sample-images/portraits", "archive", portraits.toString());
    assertThat(done.isCanceled()).as(done.getCancelReason()).isFalse();
    done = run(ClusterArchive.class, "archive", portraits.toString());
    assertThat(done.isCanceled()).as(done.getCancelReason()).isFalse();
    try (Archive archive = Archive.open(portraits)) {
      List<Long> faces = archive.faces().stream().map(ArchivedFace::id).toList();
      Decisions decisions = new Decisions(archive);
      decisions.faces().give(faces.subList(0, 2), "Ada Lovelace");
      decisions
          .faces()
          .give(faces.subList(5, 9), "Zoë Łęcka-Müller 小林 " + "und so weiter ".repeat(9));
      stranger =
          archive.faces().stream()
              .filter(face -> face.cluster().isPresent() && !face.settled())
              .mapToLong(face -> face.cluster().getAsLong())
              .filter(c -> size(archive, c) > 1)
              .max()
              .orElseThrow();
      decisions.clusters().ignore(List.of(stranger));
    }
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  private static int size(Archive archive, long cluster) {
    try {
      return archive.faceTable().in(cluster).size();
    } catch (FacesException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  private static CommandModule sheet(Path archive, Object... more) throws Exception {
    return run(
        ContactSheet.class,
        Stream.concat(Stream.of("archive", archive.toString()), Stream.of(more)).toArray());
  }

  private static ImagePlus drawn(CommandModule done) {
    assertThat(done.isCanceled()).as(done.getCancelReason()).isFalse();
    return (ImagePlus) done.getOutput("sheet");
  }

  @Test
  void peopleComeBeforeClustersAndTheirFacesAreSeen() throws Exception {
    CommandModule done = sheet(portraits, "output", DRAWN.toString());
    ImagePlus sheet = drawn(done);
    assertThat(sheet.getStackSize()).isEqualTo(1);
    assertThat(sheet.getStack().getSliceLabel(1)).startsWith("from Zoë");
    int[] pixels = (int[]) sheet.getProcessor().getPixels();
    assertThat(PhotoReader.read(DRAWN))
        .isEqualTo(FaceImage.of(sheet.getWidth(), sheet.getHeight(), pixels));
    assertThat((String) done.getOutput("report")).matches("people and clusters: \\d+, .*pages: 1");
    byte[] first = Files.readAllBytes(DRAWN);
    drawn(sheet(portraits, "output", DRAWN.toString()));
    assertThat(DRAWN).hasBinaryContent(first);
  }

  @Test
  void strangersWhoAreIgnoredAreNotShown() throws Exception {
    String all = (String) sheet(portraits, "people", 0).getOutput("report");
    String named = (String) sheet(portraits, "unnamed", false).getOutput("report");
    assertThat(named).isEqualTo("people and clusters: 2, faces: 6, pages: 1");
    assertThat(all).doesNotStartWith("people and clusters: 2,");
    try (Archive archive = Archive.open(portraits)) {
      new Decisions(archive).clusters().unignore(List.of(stranger));
    }
    String more = (String) sheet(portraits, "people", 0).getOutput("report");
    try (Archive archive = Archive.open(portraits)) {
      new Decisions(archive).clusters().ignore(List.of(stranger));
    }
    assertThat(number(more)).isEqualTo(number(all) + 1);
    assertThat((String) sheet(portraits, "people", 1, "faces", 3).getOutput("report"))
        .isEqualTo("people and clusters: 1 of " + number(all) + ", faces: 3, pages: 1");
  }

  private static int number(String report) {
    return Integer.parseInt(report.replaceAll("people and clusters: (\\d+),.*", "$1"));
  }

  @Test
  void manyClustersMakeAStackAndATiff() throws Exception {
    Path many = dir.resolve("many.facesj");
    int[] clusters = IntStream.range(0, 1000).map(face -> 1 + face / 2).toArray();
    SmallArchive.of(many, clusters).close();
    Path file = dir.resolve("pages/many.tif");
    Object[] inputs = {"people", 0, "size", 48, "height", 1000, "output", file.toString()};
    CommandModule done = sheet(many, inputs);
    ImagePlus sheet = drawn(done);
    assertThat((String) done.getOutput("report"))
        .isEqualTo("people and clusters: 500, faces: 1000, pages: " + sheet.getStackSize());
    assertThat(sheet.getStackSize()).isBetween(30, 60);
    assertThat(sheet.getHeight()).isBetween(900, 1000);
    assertThat(sheet.getStack().getSliceLabel(1)).isEqualTo("from cluster 1");
    assertThat(PhotoReader.pages(file)).isEqualTo(sheet.getStackSize());
    byte[] first = Files.readAllBytes(file);
    drawn(sheet(many, inputs));
    assertThat(file).hasBinaryContent(first);

    Path picture = dir.resolve("pages/many.png");
    assertThat(sheet(many, "output", picture.toString()).getCancelReason())
        .contains("pages, and only a TIFF holds several")
        .contains("end with .tif");
    assertThat(picture).doesNotExist();
    assertThat((String) sheet(many).getOutput("report"))
        .startsWith("people and clusters: 200 of 500,");
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws Exception {
    assertThat(sheet(dir.resolve("no.facesj")).getCancelReason()).contains("There is no archive");
    assertThat(run(ContactSheet.class, "archive", "").getCancelReason())
        .isEqualTo("The archive is not named; say which.");
    Path empty = dir.resolve("empty.facesj");
    SmallArchive.of(empty).close();
    assertThat(sheet(empty).getCancelReason())
        .isEqualTo(
            "The archive %s holds no face. Put photos with faces into it by Index Folder..."
                .formatted(empty));
    Path loose = dir.resolve("loose.facesj");
    SmallArchive.of(loose, 0, 0, 1).close();
    assertThat(sheet(loose).getCancelReason()).contains("Group its faces by Cluster Archive...");
    Path nameless = dir.resolve("nameless.facesj");
    SmallArchive.of(nameless, 1, 1).close();
    assertThat(sheet(nameless, "unnamed", false).getCancelReason())
        .startsWith("Nobody in the archive " + nameless + " has a name.")
        .contains("unnamed=true");
    assertThat(sheet(nameless, "columns", 0).getCancelReason()).contains("but were 0");
    assertThat(sheet(nameless, "people", -1).getCancelReason()).contains("must not be negative");
    assertThat(sheet(nameless, "output", dir.resolve("a.gif").toString()).getCancelReason())
        .contains("must end with .png, .jpg or .tif");
  }
}
