package io.github.facesj.fiji.command.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Two photos of ada and one of dora, indexed by the real command, with names by a person. */
class ExportPeopleTest {

  private static final String ADA = "Ada / \"the 1st\"";

  private static Context context;

  @TempDir static Path dir;
  private static Path photos;
  private static Path file;

  @BeforeAll
  static void index() throws Exception {
    context = new Context();
    photos = Files.createDirectory(dir.resolve("photos"));
    for (String photo : List.of("ada/ada_1.jpg", "ada/ada_2.jpg", "dora/dora_1.jpg")) {
      Path source = Path.of("sample-images/portraits", photo);
      Files.copy(source, photos.resolve(source.getFileName()));
    }
    Files.writeString(photos.resolve("broken.jpg"), "this is no photo");
    file = dir.resolve("people.facesj");
    CommandModule done =
        run(IndexFolder.class, "input", photos.toString(), "archive", file.toString());
    assertThat(done.isCanceled()).as(done.getCancelReason()).isFalse();
    try (Archive archive = Archive.open(file)) {
      List<Long> faces = archive.faces().stream().map(ArchivedFace::id).toList();
      Decisions decisions = new Decisions(archive);
      decisions.faces().give(faces.subList(0, 2), ADA);
      decisions.faces().give(faces.subList(2, 3), "=Dora");
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

  private static CommandModule export(Path output, Object... more) throws Exception {
    return run(
        ExportPeople.class,
        Stream.concat(
                Stream.of(
                    "archive", file.toString(), "input", photos.toString(), "output", output + ""),
                Stream.of(more))
            .toArray());
  }

  @Test
  void tablesSayWhoIsWhere() throws Exception {
    Path output = dir.resolve("tables");
    CommandModule done = export(output);
    assertThat(done.isCanceled()).as(done.getCancelReason()).isFalse();
    List<String> people = Files.readAllLines(output.resolve("people.csv"));
    assertThat(people.get(0)).isEqualTo("photo,'=Dora,\"Ada / \"\"the 1st\"\"\",unnamed,problem");
    assertThat(people.get(1)).isEqualTo("ada_1.jpg,0,1,0,");
    assertThat(people.get(3)).startsWith("broken.jpg,0,0,0,").contains("not a photo");
    assertThat(people.get(4)).isEqualTo("dora_1.jpg,1,0,0,");
    assertThat(Files.readAllLines(output.resolve("faces.csv")))
        .hasSize(4)
        .last()
        .asString()
        .endsWith(",'=Dora");
    assertThat(output.resolve("people")).doesNotExist();
  }

  @Test
  void eachPersonGetsAFolderWithCropsAndPhotos() throws Exception {
    Path output = dir.resolve("folders");
    export(output, "crops", true, "photos", "copy");
    Path ada = output.resolve("people/Ada _ _the 1st_");
    try (Stream<Path> files = Files.list(ada)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("face 1.jpg", "face 2.jpg", "ada_1.jpg", "ada_2.jpg");
    }
    assertThat(ImageIO.read(ada.resolve("face 1.jpg").toFile()).getWidth()).isGreaterThan(60);
    assertThat(ada.resolve("ada_1.jpg"))
        .hasSameBinaryContentAs(Path.of("sample-images/portraits/ada/ada_1.jpg"));
    CommandModule again = export(output, "crops", true, "photos", "link");
    assertThat((String) again.getOutput("report")).contains("3 faces").contains("0 problems");
    assertThat(Files.readSymbolicLink(ada.resolve("ada_1.jpg")))
        .isEqualTo(photos.resolve("ada_1.jpg").toRealPath());
  }

  @Test
  void aPhotoIsNeverReplacedByItsCopy() throws Exception {
    byte[] before = Files.readAllBytes(photos.resolve("ada_1.jpg"));
    Path output = dir.resolve("around");
    Files.createDirectories(output.resolve("people"));
    Files.createSymbolicLink(output.resolve("people/Ada _ _the 1st_"), photos);
    CommandModule done = export(output, "photos", "copy");
    assertThat(done.isCanceled()).isTrue();
    assertThat(done.getCancelReason()).contains("is a link that leads out of the folder");
    assertThat(photos.resolve("ada_1.jpg")).hasBinaryContent(before);
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    CommandModule none =
        run(ExportPeople.class, "archive", dir.resolve("no.facesj") + "", "output", dir + "/x");
    assertThat(none.isCanceled()).isTrue();
    assertThat(none.getCancelReason()).contains("no.facesj");
    CommandModule wrong = export(dir.resolve("y"), "photos", "move");
    assertThat(wrong.getCancelReason()).contains("move").contains("copy");
    assertThat(dir.resolve("x")).doesNotExist();
  }
}
