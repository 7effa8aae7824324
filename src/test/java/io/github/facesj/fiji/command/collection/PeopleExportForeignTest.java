package io.github.facesj.fiji.command.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** An archive of somebody else's, which names files of this machine as photos. */
class PeopleExportForeignTest {

  private static Context context;

  @TempDir static Path dir;

  private static Path photos;
  private static Path archive;

  @BeforeAll
  static void start() throws Exception {
    context = new Context();
    photos = Files.createDirectory(dir.resolve("photos"));
    Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
    Path photo = Sample.path("portraits/ada/ada_1.jpg");
    for (int i = 1; i <= 5; i++) {
      // Different files, so that none passes for another that was moved.
      byte[] jpeg = Files.readAllBytes(photo);
      Files.write(photos.resolve(i + ".jpg"), jpeg);
      Files.writeString(
          photos.resolve(i + ".jpg"), "\0".repeat(i), java.nio.file.StandardOpenOption.APPEND);
    }
    Files.copy(photo, elsewhere.resolve("private.jpg"));
    Files.writeString(photos.resolve("passwords.jpg"), "root:x:0:0");
    Files.createSymbolicLink(photos.resolve("link.jpg"), elsewhere.resolve("private.jpg"));
    archive = dir.resolve("foreign.facesj");
    context
        .service(CommandService.class)
        .run(IndexFolder.class, true, "input", photos + "", "archive", archive + "")
        .get();
    try (Archive open = Archive.open(archive)) {
      new Decisions(open).faces().give(open.faces().stream().map(ArchivedFace::id).toList(), "Ada");
    }
    try (Connection sql =
        DriverManager.getConnection("jdbc:sqlite:" + archive + "?foreign_keys=true")) {
      try (PreparedStatement drop = sql.prepareStatement("DELETE FROM photo WHERE path LIKE ?")) {
        for (String name : List.of("%passwords.jpg", "%link.jpg")) {
          drop.setString(1, name);
          drop.executeUpdate();
        }
      }
      try (PreparedStatement change =
          sql.prepareStatement("UPDATE photo SET path = ? WHERE path LIKE ?")) {
        List<String> paths =
            List.of(
                "/etc/passwd",
                photos + "/../elsewhere/private.jpg",
                photos + "/link.jpg",
                photos + "/passwords.jpg");
        for (int i = 0; i < paths.size(); i++) {
          change.setString(1, paths.get(i));
          change.setString(2, "%/" + (i + 1) + ".jpg");
          assertThat(change.executeUpdate()).isEqualTo(1);
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  private static CommandModule export(Path output, Object... more) throws Exception {
    Object[] inputs =
        Stream.concat(
                Stream.of("archive", archive.toString(), "output", output.toString()),
                Stream.of(more))
            .toArray();
    return context.service(CommandService.class).run(ExportPeople.class, true, inputs).get();
  }

  private static Set<String> files(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> !Files.isDirectory(p))
          .map(p -> folder.relativize(p).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "link"})
  void onlyPhotosOfTheFolderThatIsNamedAreGivenAway(String how) throws Exception {
    Path output = dir.resolve("out-" + how);
    CommandModule done = export(output, "input", photos + "", "photos", how);
    assertThat(done.getCancelReason()).isNull();
    assertThat((String) done.getOutput("report")).contains("4 problems");
    assertThat(files(output)).containsExactly("faces.csv", "people.csv", "people/Ada/5.jpg");
  }

  @Test
  void withoutAFolderNothingIsGivenAway() throws Exception {
    CommandModule done = export(dir.resolve("out-none"), "photos", "copy");
    assertThat(done.getCancelReason()).contains("input=[...]");
    assertThat(dir.resolve("out-none")).doesNotExist();
  }
}
