package io.github.facesj.fiji.command.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Asking an archive who its faces are, and which are like one: three photos of three people each.
 */
class ArchiveSearchTest {

  private static Context context;

  @TempDir static Path dir;
  private static Path photos;
  private static Path file;

  @BeforeAll
  static void index() throws Exception {
    context = new Context();
    photos = Files.createDirectory(dir.resolve("photos"));
    for (String name : List.of("ada", "chidi", "emil")) {
      for (int i = 1; i <= 3; i++) {
        String photo = name + "_" + i + ".jpg";
        Files.copy(Sample.FOLDER.resolve("portraits/" + name + "/" + photo), photos.resolve(photo));
      }
    }
    file = dir.resolve("people.facesj");
    CommandModule done =
        run(IndexFolder.class, "input", photos.toString(), "archive", file.toString());
    assertThat(done.isCanceled()).as(done.getCancelReason()).isFalse();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  @Test
  void theFaceItselfIsTheNearestAndItsPersonFollows() throws Exception {
    ImagePlus ada = Sample.open("portraits/ada/ada_1.jpg");
    Path csv = dir.resolve("similar.csv");
    CommandModule done =
        run(FindSimilar.class, "image", ada, "archive", file + "", "best", 4, "csv", csv + "");
    assertThat(done.getCancelReason()).isNull();
    ResultsTable found = (ResultsTable) done.getOutput("found");
    assertThat(found.size()).isEqualTo(4);
    assertThat(found.getStringValue("photo", 0)).endsWith("ada_1.jpg");
    assertThat(found.getValue("distance", 0)).isCloseTo(0, within(1e-5));
    assertThat(found.getStringValue("photo", 1)).contains("ada_");
    assertThat(CsvTable.read("The table", csv).rows()).hasSize(4);
    ImagePlus pictures = (ImagePlus) done.getOutput("pictures");
    assertThat(pictures.getStackSize()).isEqualTo(4);
    assertThat(pictures.getStack().getSliceLabel(1)).contains("unnamed 0.000 ada_1.jpg");
    assertThat(pictures.getWidth()).isEqualTo(112);
  }

  @Test
  void aRectangleSaysWhichFaceIsMeant() throws Exception {
    ImagePlus group = Sample.open(Sample.GROUP);
    assertThat(run(FindSimilar.class, "image", group, "archive", file + "").getCancelReason())
        .contains("Draw a rectangle round the one that is meant");
    group.setRoi(new Roi(10, 10, 40, 40));
    assertThat(run(FindSimilar.class, "image", group, "archive", file + "").getCancelReason())
        .isNull();
    assertThat(
            run(FindSimilar.class, "image", group, "archive", file + "", "threshold", 1e-6)
                .getOutput("pictures"))
        .isNull();
    for (Object[] wrong : List.of(new Object[] {"best", 0}, new Object[] {"threshold", -1.0})) {
      assertThat(
              run(FindSimilar.class, "image", group, "archive", file + "", wrong[0], wrong[1])
                  .getCancelReason())
          .isNotNull();
    }
  }

  @Test
  void namesFromTheArchiveAndFromAGallery() throws Exception {
    Path copy = Files.copy(file, dir.resolve("copy.facesj"));
    assertThat(run(IdentifyInArchive.class, "archive", copy + "").getCancelReason())
        .contains("Nobody is known yet");
    Path gallery = dir.resolve("known");
    for (String name : List.of("ada", "chidi")) {
      Path folder = Files.createDirectories(gallery.resolve(name));
      for (int i = 4; i <= 5; i++) {
        String photo = name + "_" + i + ".jpg";
        Files.copy(Sample.FOLDER.resolve("portraits/" + name + "/" + photo), folder.resolve(photo));
      }
    }
    Path csv = dir.resolve("who.csv");
    CommandModule done =
        run(
            IdentifyInArchive.class,
            "archive",
            copy + "",
            "gallery",
            gallery + "",
            "csv",
            csv + "");
    assertThat(done.getCancelReason()).isNull();
    CsvTable table = CsvTable.read("The table", csv);
    assertThat(table.rows()).hasSize(9);
    assertThat(table.headings()).endsWith("threshold", "people", "false_identification_rate");
    assertThat(table.rows().get(0)).endsWith("2", "0.001");
    int name = table.headings().indexOf("name");
    List<String> first = new ArrayList<>();
    for (List<String> row : table.rows().subList(0, 4)) {
      assertThat(row.get(0)).contains(row.get(name) + "_");
      first.add(row.get(name));
    }
    assertThat(first).doesNotContain("unknown");
    try (Archive archive = Archive.read(copy)) {
      assertThat(archive.clusters()).isEmpty();
    }

    assertThat(
            run(
                    IdentifyInArchive.class,
                    "archive",
                    copy + "",
                    "gallery",
                    gallery + "",
                    "apply",
                    true)
                .getCancelReason())
        .isNull();
    try (Archive archive = Archive.open(copy)) {
      assertThat(archive.clusterTable().named("ada")).isPresent();
      Decisions decisions = new Decisions(archive);
      while (decisions.undo().isPresent()) {
        // All of it can be taken back.
      }
      assertThat(archive.faces()).allMatch(face -> face.cluster().isEmpty());
      List<Long> ada = archive.faces().stream().map(ArchivedFace::id).limit(2).toList();
      decisions.faces().give(ada, "Ada Lovelace");
    }
    CommandModule own = run(IdentifyInArchive.class, "archive", copy + "");
    assertThat((String) own.getOutput("report")).contains("of 1 known people");
    ResultsTable people = (ResultsTable) own.getOutput("people");
    assertThat(people.getStringValue("name", 0)).isEqualTo("Ada Lovelace");
    assertThat(people.getStringValue("photo", 0)).endsWith("ada_3.jpg");
  }
}
