package io.github.facesj.fiji.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.TestJvm;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.benchmark.ManyPhotos;
import io.github.facesj.fiji.command.collection.IndexFolder;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.fiji.command.pictures.AnonymiseFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * ImageJ quits in the middle of a run: the run stops at the next photo, what is done is there,
 * nothing half is, no photo is blamed, and the next run goes on.
 */
class QuitTest {

  private static final int PHOTOS = Integer.getInteger("facesj.photos", 8);
  private static final int BEFORE = PHOTOS / 4;

  @TempDir static Path dir;

  private static Path photos;

  @BeforeAll
  static void make() throws Exception {
    photos = dir.resolve("photos");
    ManyPhotos.make(photos, PHOTOS, 1);
  }

  /** Everything that the program said. */
  private static String quit(String command, Path output, String how) throws Exception {
    Path said = Files.createTempFile(dir, command, ".txt");
    Process process =
        new ProcessBuilder(
                TestJvm.command(
                    List.of(
                        "-Xmx1g",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + dir.resolve("crash.log"),
                        "-Djava.awt.headless=true"),
                    Quit.class,
                    command,
                    photos.toString(),
                    output.toString(),
                    String.valueOf(BEFORE),
                    how))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String all = Files.readString(said);
    assertThat(ended).as(all).isTrue();
    assertThat(process.waitFor()).as(all).isZero();
    assertThat(all).doesNotContain("FacesJ made a mistake").doesNotContain("Exception");
    try (Stream<Path> files = Files.walk(dir)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
    return all;
  }

  private static String report(Class<? extends Command> command, Object... inputs)
      throws Exception {
    try (Context context = new Context()) {
      CommandModule done = context.service(CommandService.class).run(command, true, inputs).get();
      assertThat(done.getCancelReason()).isNull();
      return (String) done.getOutput("report");
    }
  }

  @Test
  void indexFolderBlamesNoPhotoAndGoesOn() throws Exception {
    Path file = dir.resolve("photos.facesj");
    assertThat(quit("index", file, "dispose")).contains(" to go; run it again to go on.");
    try (Archive archive = Archive.read(file)) {
      assertThat(archive.photos()).hasSizeBetween(BEFORE, PHOTOS - 1);
      assertThat(archive.photos()).extracting(ArchivedPhoto::problem).allMatch(p -> p.isEmpty());
    }
    assertThat(report(IndexFolder.class, "input", photos.toString(), "archive", file.toString()))
        .contains(" 0 problems ");
    try (Archive archive = Archive.read(file)) {
      assertThat(archive.photos()).hasSize(PHOTOS);
    }
  }

  @Test
  void anonymiseFolderKeepsItsCopiesAndGoesOn() throws Exception {
    Path copies = dir.resolve("copies");
    assertThat(quit("anonymise", copies, "dispose")).contains("stopped");
    assertThat(
            report(AnonymiseFolder.class, "input", photos.toString(), "output", copies.toString()))
        .contains(" 0 problems ");
  }

  @Test
  void detectInFolderKeepsItsRowsAndGoesOn() throws Exception {
    Path table = dir.resolve("faces.csv");
    assertThat(quit("detect", table, "dispose")).contains("The rows so far are in");
    assertGoesOn(table);
  }

  /** Plain ImageJ ends Java without a word to anybody. */
  @Test
  void detectInFolderGoesOnAlsoWhereJavaEnded() throws Exception {
    Path table = dir.resolve("exit.csv");
    quit("detect", table, "exit");
    assertGoesOn(table);
  }

  private static void assertGoesOn(Path table) throws Exception {
    assertThat(table).doesNotExist();
    assertThat(table.resolveSibling(table.getFileName() + ".unfinished")).isNotEmptyFile();
    assertThat(report(DetectInFolder.class, "input", photos.toString(), "output", table.toString()))
        .startsWith(PHOTOS + " photos, ")
        .contains(" 0 problems ");
    assertThat(Files.readAllLines(table)).noneMatch(row -> row.matches(".*(closed|quitting).*"));
  }
}
