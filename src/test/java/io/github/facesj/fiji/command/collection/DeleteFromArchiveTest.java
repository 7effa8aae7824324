package io.github.facesj.fiji.command.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSetup;
import io.github.facesj.archive.Decisions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class DeleteFromArchiveTest {

  private static Context context;

  @TempDir Path dir;
  private Path photos;
  private Path archive;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  @BeforeEach
  void index() throws Exception {
    photos = Files.createDirectories(dir.resolve("photos"));
    archive = dir.resolve("a.facesj");
    Files.copy(Sample.path("portraits/ada/ada_1.jpg"), photos.resolve("1.jpg"));
    Files.copy(Sample.path("portraits/bo/bo_1.jpg"), photos.resolve("2.jpg"));
    indexAgain();
    try (Archive open = Archive.open(archive)) {
      long cluster = ArchiveSetup.addCluster(open);
      ArchiveSetup.place(open, cluster, 1);
      new Decisions(open).clusters().name(cluster, "Ada L.");
    }
  }

  private String indexAgain() throws Exception {
    CommandModule done =
        run(IndexFolder.class, "input", photos.toString(), "archive", archive.toString());
    assertThat(done.getCancelReason()).isNull();
    return (String) done.getOutput("report");
  }

  private CommandModule run(Class<? extends Command> command, Object... inputs) throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  private CommandModule delete(Object... what) throws Exception {
    Object[] inputs = new Object[what.length + 2];
    inputs[0] = "archive";
    inputs[1] = archive.toString();
    System.arraycopy(what, 0, inputs, 2, what.length);
    return run(DeleteFromArchive.class, inputs);
  }

  @Test
  void aDeletedPersonIsNotFoundAgain() throws Exception {
    assertThat((String) delete("person", " Ada L. ").getOutput("report"))
        .startsWith("Ada L. and 1 face are gone from the archive.");
    assertThat(indexAgain()).startsWith("0 photos indexed").contains("2 photos were known");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.faces()).hasSize(1);
      assertThat(open.clusters()).isEmpty();
    }
  }

  @Test
  void aDeletedPhotoIsFoundAgainWhileItsFileIsThere() throws Exception {
    Path photo = photos.resolve("1.jpg");
    assertThat((String) delete("photo", photo.toString()).getOutput("report"))
        .startsWith("1 photo with 1 face is gone from the archive. 1 person had no other face")
        .contains("finds what still lies in its folder again");
    assertThat(indexAgain()).startsWith("1 photo indexed, 1 face");
    Files.delete(photo);
    assertThat(delete("photo", photo.toString()).getCancelReason()).isNull();
    assertThat(indexAgain()).startsWith("0 photos indexed");
  }

  @Test
  void aFolderGoesAsAWhole() throws Exception {
    assertThat((String) delete("folder", photos.toString()).getOutput("report"))
        .startsWith("2 photos with 2 faces are gone from the archive.");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).isEmpty();
      assertThat(open.faces()).isEmpty();
    }
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    assertThat(delete().getCancelReason()).contains("none was named");
    assertThat(delete("person", "x", "photo", "y").getCancelReason()).contains("2 were named");
    assertThat(delete("person", "x").getCancelReason()).contains("nobody called \"x\"");
    assertThat(delete("photo", "y").getCancelReason()).contains("knows nothing of y");
    assertThat(run(DeleteFromArchive.class, "person", "x").getCancelReason())
        .isEqualTo("The archive is not named; say which.");
    assertThat(
            run(DeleteFromArchive.class, "archive", "none.facesj", "person", "x").getCancelReason())
        .contains("There is no archive none.facesj");
  }
}
