package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.table.FaceCsvReader;
import io.github.facesj.table.FaceRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class DetectInFolderTest {

  private static Context context;

  @TempDir Path dir;

  private Path photos;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  @BeforeEach
  void someGoodAndSomeBadPhotos() throws Exception {
    photos = Files.createDirectories(dir.resolve("写真 =1"));
    Files.copy(Sample.path("portraits/ada/ada_1.jpg"), photos.resolve("ada, \"1\".jpg"));
    Files.copy(Sample.path("variants/noface.jpg"), photos.resolve("noface.jpg"));
    Files.writeString(photos.resolve("broken.jpg"), "no photo");
    Files.writeString(photos.resolve("notes.txt"), "no photo, and not called one");
  }

  private CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(DetectInFolder.class, true, inputs).get();
  }

  @Test
  void oneBadPhotoIsOneProblemAndTheRestGoesOn() throws Exception {
    Path table = dir.resolve("out/faces.csv");
    Path drawings = dir.resolve("drawings");
    CommandModule done =
        run(
            "input", photos.toString(),
            "output", table.toString(),
            "drawings", drawings.toString(),
            "score", 0.6);
    assertThat(done.getCancelReason()).isNull();
    assertThat((String) done.getOutput("report")).startsWith("2 photos, 1 face, 1 problem (");
    List<FaceRow> rows = FaceCsvReader.read(table);
    assertThat(rows)
        .extracting(FaceRow::photo)
        .containsExactly("ada, \"1\".jpg", "broken.jpg", "noface.jpg");
    assertThat(rows.get(0).face()).isPresent();
    assertThat(rows.get(1).problem()).contains("broken.jpg");
    assertThat(rows.get(2).face()).isEmpty();
    assertThat(rows.get(2).problem()).isEmpty();
    assertThat(drawings.resolve("noface.jpg.png")).exists();
    assertThat(drawings.resolve("broken.jpg.png")).doesNotExist();
  }

  @Test
  void twoRunsGiveTheSameBytes() throws Exception {
    run("input", photos.toString(), "output", dir.resolve("a.csv").toString());
    run("input", photos.toString(), "output", dir.resolve("b.csv").toString());
    assertThat(dir.resolve("b.csv")).hasSameBinaryContentAs(dir.resolve("a.csv"));
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(run("input", "", "output", "x.csv").getCancelReason())
        .isEqualTo("The photo folder is not named; say which.");
    assertThat(run("input", photos.toString(), "output", " ").getCancelReason())
        .isEqualTo("The table is not named; say which.");
    Path none = dir.resolve("none");
    assertThat(run("input", none.toString(), "output", "x.csv").getCancelReason())
        .isEqualTo("The photo folder " + none + " is not a folder.");
    Path empty = Files.createDirectories(dir.resolve("empty"));
    assertThat(run("input", empty.toString(), "output", "x.csv").getCancelReason())
        .contains("holds no photo");
  }

  @Test
  void leavesNoHalfTableWhereItCannotBeWritten() throws Exception {
    Path blocked = Files.writeString(dir.resolve("file"), "not a folder");
    CommandModule done =
        run("input", photos.toString(), "output", blocked.resolve("faces.csv").toString());
    assertThat(done.getCancelReason()).contains("cannot be written");
    assertThat(Files.readString(blocked)).isEqualTo("not a folder");
  }
}
