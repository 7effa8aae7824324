package io.github.facesj.fiji.command.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import io.github.facesj.Needs;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.SmallArchive;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  private static final Map<String, String> NAMES =
      Map.of("ada", "Ada", "bo", "Bo Łęcka-Müller", "chidi", "Chidi 小林");

  private static Context context;

  @TempDir static Path dir;
  private static Path portraits;

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
      Map<Long, String> paths =
          archive.photos().stream()
              .collect(Collectors.toMap(ArchivedPhoto::id, ArchivedPhoto::path));
      for (Map.Entry<String, String> person : NAMES.entrySet()) {
        List<Long> faces =
            archive.faces().stream()
                .filter(face -> paths.get(face.photo()).contains("/" + person.getKey() + "/"))
                .map(ArchivedFace::id)
                .toList();
        new Decisions(archive).faces().give(faces, person.getValue());
      }
    }
  }

  @AfterAll
  static void stop() {
    context.dispose();
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
    Needs.fonts();
    CommandModule done = sheet(portraits, "output", DRAWN.toString());
    ImagePlus sheet = drawn(done);
    assertThat(sheet.getStackSize()).isEqualTo(1);
    assertThat(sheet.getStack().getSliceLabel(1)).isEqualTo("from Ada");
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
    Needs.fonts();
    assertThat((String) sheet(portraits, "unnamed", false).getOutput("report"))
        .isEqualTo("people and clusters: 3, faces: 15, pages: 1");
    int all = number((String) sheet(portraits, "people", 0).getOutput("report"));
    assertThat(all).isGreaterThan(3);
    assertThat((String) sheet(portraits, "people", 1, "faces", 3).getOutput("report"))
        .isEqualTo("people and clusters: 1 of " + all + ", faces: 3, pages: 1");
    ignore(true);
    assertThat(number((String) sheet(portraits).getOutput("report"))).isEqualTo(all - 1);
    ignore(false);
  }

  /** Says of one cluster without a name that it is a stranger, or takes it back. */
  private static void ignore(boolean stranger) throws FacesException {
    try (Archive archive = Archive.open(portraits)) {
      Optional<Long> cluster = Optional.empty();
      for (ArchivedCluster c : archive.clusters()) {
        if (c.name().isEmpty() && archive.faceTable().in(c.id()).size() > 1) {
          cluster = Optional.of(c.id());
        }
      }
      List<Long> one = List.of(cluster.orElseThrow());
      Decisions decisions = new Decisions(archive);
      assertThat(stranger ? decisions.clusters().ignore(one) : decisions.clusters().unignore(one))
          .isPresent();
    }
  }

  private static int number(String report) {
    return Integer.parseInt(report.replaceAll("people and clusters: (\\d+),.*", "$1"));
  }

  @Test
  void manyClustersMakeAStackAndATiff() throws Exception {
    Needs.fonts();
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
            String.format(
                Locale.ROOT,
                "The archive %s holds no face. Put photos with faces into it by Index Folder...",
                empty));
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
