package io.github.facesj.fiji.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.TestJvm;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.archive.Decisions;
import io.github.facesj.fiji.command.collection.ExportPeople;
import io.github.facesj.fiji.command.collection.IndexFolder;
import io.github.facesj.fiji.command.exchange.ExportFaces;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.fiji.command.faces.OpenPhoto;
import io.github.facesj.fiji.command.pictures.AnonymiseFolder;
import io.github.facesj.io.PathText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Photos of every name, and things in a folder that are no photos, in every locale. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NamesTest {

  private static final String UMLAUT = "m\u00fcller.jpg";

  /** 255 bytes. */
  private static final String LONG = "\u00e4".repeat(125) + "a.jpg";

  @TempDir Path dir;

  private Path photos;

  /** Runs commands on a folder and writes what they said, for a process of its own. */
  public static final class Commands {

    private final Context context = new Context();
    private final List<String> said = new ArrayList<>();

    public static void main(String[] args) throws Exception {
      Commands commands = new Commands();
      try {
        commands.all(Path.of(args[0]), Path.of(args[1]));
      } finally {
        commands.context.dispose();
      }
      Files.write(Path.of(args[1]).resolve("said.txt"), commands.said, StandardCharsets.UTF_8);
      System.exit(0);
    }

    private CommandModule run(Class<? extends Command> command, Object... inputs) throws Exception {
      CommandModule done = context.service(CommandService.class).run(command, true, inputs).get();
      said.add(command.getSimpleName() + ": " + done.getCancelReason());
      return done;
    }

    private void all(Path photos, Path out) throws Exception {
      String input = photos.toString();
      run(
          DetectInFolder.class,
          "input",
          input,
          "output",
          out + "/table \u00fc.csv",
          "drawings",
          out + "/drawings");
      run(AnonymiseFolder.class, "input", input, "output", out + "/covered");
      Path archive = PathText.resolve(out, "faces \u00fc.facesj");
      CommandModule index = run(IndexFolder.class, "input", input, "archive", PathText.of(archive));
      said.add(
          "report: "
              + ((String) index.getOutput("report")).replaceAll("[0-9.]+ s\\b", "")
              + ": null");
      try (Archive open = Archive.open(archive)) {
        List<Long> faces = open.faces().stream().map(ArchivedFace::id).toList();
        new Decisions(open).faces().give(faces, "J\u00fcrgen");
        for (ArchivedPhoto photo : open.photos()) {
          said.add(photo.path() + " " + photo.problem().isPresent());
        }
      }
      run(
          ExportPeople.class,
          "archive",
          PathText.of(archive),
          "input",
          input,
          "output",
          out + "/people",
          "photos",
          "copy");
      run(
          ExportFaces.class,
          "input",
          PathText.of(archive),
          "photos",
          input,
          "output",
          out + "/xmp",
          "format",
          "xmp");
    }
  }

  @BeforeEach
  void folder() throws Exception {
    photos = Files.createDirectory(dir.resolve("photos"));
    Path photo = Sample.path("portraits/ada/ada_1.jpg");
    Files.copy(photo, photos.resolve(UMLAUT));
    Files.copy(Sample.path("portraits/bo/bo_1.jpg"), photos.resolve(LONG));
    Files.createSymbolicLink(photos.resolve("gone.jpg"), Path.of("nowhere.jpg"));
    shell("mkfifo pipe.jpg; cp \"$0\" \"$(printf 'caf\\351.jpg')\"", photo);
    shell("cp \"$0\" \"$(printf 'caf\\350.jpg')\"", photo);
    Files.createSymbolicLink(photos.resolve("round"), photos);
  }

  private void shell(String script, Path argument) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", script, argument.toAbsolutePath().toString())
            .directory(photos.toFile())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  private Path in(String locale) throws Exception {
    Path out = Files.createDirectory(dir.resolve("out-" + locale));
    ProcessBuilder builder =
        new ProcessBuilder(
            TestJvm.command(
                List.of("-Xmx1g", "-Djava.awt.headless=true"),
                Commands.class,
                photos.toString(),
                out.toString()));
    builder.environment().put("LC_ALL", locale);
    Path log = dir.resolve("log-" + locale);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log, StandardCharsets.ISO_8859_1)).isZero();
    return out;
  }

  private static List<String> files(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return List.copyOf(
          new TreeSet<>(
              all.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString()).toList()));
    }
  }

  @Test
  void everyPhotoHasItsRowUnderEveryLocale() throws Exception {
    Path utf8 = in("C.UTF-8");
    Path c = in("C");
    List<String> table = Files.readAllLines(utf8.resolve("table \u00fc.csv"));
    assertThat(table).hasSize(7);
    for (String name : List.of("caf\\xE8.jpg", "caf\\xE9.jpg", "gone.jpg", "pipe.jpg")) {
      List<String> rows = table.stream().filter(r -> r.startsWith(name)).toList();
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0)).doesNotContain("damaged").doesNotEndWith(",");
    }
    for (String name : List.of(UMLAUT, LONG)) {
      List<String> rows = table.stream().filter(r -> r.startsWith(name)).toList();
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0)).startsWith(name + ",1,1,0.").endsWith(",");
    }
    List<String> said = Files.readAllLines(utf8.resolve("said.txt"));
    assertThat(said)
        .filteredOn(s -> s.matches("[A-Za-z]+: .*"))
        .filteredOn(s -> !s.matches("report: .*|Files: .*"))
        .allMatch(s -> s.endsWith(": null"));
    assertThat(said).filteredOn(s -> s.endsWith(" true")).hasSize(4);
    assertThat(said).anyMatch(s -> s.startsWith("report") && s.contains("4 problems"));
    assertThat(files(utf8)).contains("drawings/" + UMLAUT + ".png", "covered/" + LONG);
    assertThat(files(utf8.resolve("drawings"))).hasSize(2);
    assertThat(files(utf8.resolve("people/people"))).hasSize(2);
    assertThat(files(utf8.resolve("xmp"))).hasSize(2);
    assertThat(files(c)).isEqualTo(files(utf8));
    for (String file : List.of("table \u00fc.csv", "covered/anonymised.csv", "said.txt")) {
      assertThat(c.resolve(file)).hasSameTextualContentAs(utf8.resolve(file));
    }
  }

  @Test
  void openingAPhotoDoesNotWaitForAPipe() throws Exception {
    try (Context context = new Context()) {
      for (String name : List.of("pipe.jpg", "gone.jpg", "round")) {
        CommandModule done =
            context
                .service(CommandService.class)
                .run(OpenPhoto.class, true, "path", photos.resolve(name).toString())
                .get(1, TimeUnit.MINUTES);
        assertThat(done.getCancelReason()).as(name).contains(name).doesNotContain("Exception");
      }
    }
  }
}
