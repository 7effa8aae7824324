package io.github.facesj.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.TestJvm;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What may be written over, and how a file comes into its place. */
class WriteGuardTest {

  private static final FileKind MARKED = FileKind.startingWith("a list", "facesj-list");
  private static final FileKind NOTED = FileKind.noted("a landmark file");

  @TempDir Path dir;

  private static void write(Path target, FileKind kind, String text) throws FacesException {
    AtomicFile.create(target, kind).write(text);
  }

  private List<String> names() throws Exception {
    try (Stream<Path> all = Files.list(dir)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void onlyWhatCarriesTheMarkIsReplaced() throws Exception {
    Path file = dir.resolve("a.txt");
    write(file, MARKED, "facesj-list one");
    write(file, MARKED, "facesj-list two");
    assertThat(file).hasContent("facesj-list two");
    Files.writeString(file, "dear diary");
    assertThatThrownBy(() -> write(file, MARKED, "facesj-list three"))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("a.txt is there already and is not a list that FacesJ wrote")
        .hasMessageContaining("a text or a table");
    assertThat(file).hasContent("dear diary");
    Files.writeString(file, "");
    write(file, MARKED, "facesj-list four");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void whatHasNoPlaceForAMarkIsReplacedAsLongAsNobodyChangedIt() throws Exception {
    Path file = dir.resolve("a \n\u00e4.pts");
    write(file, NOTED, "one");
    write(file, NOTED, "two");
    assertThat(file).hasContent("two");
    Files.writeString(file, "two, corrected by hand");
    assertThatThrownBy(() -> write(file, NOTED, "three")).isInstanceOf(FacesException.class);
    assertThat(file).hasContent("two, corrected by hand");
    Path others = Files.writeString(dir.resolve("b.pts"), "one");
    assertThatThrownBy(() -> write(others, NOTED, "three")).isInstanceOf(FacesException.class);
    Files.writeString(dir.resolve(WrittenFiles.NAME), "something else");
    assertThatThrownBy(() -> write(dir.resolve("c.pts"), NOTED, "three"))
        .hasMessageContaining("there is something else of this name");
  }

  @Test
  void whatIsReadIsNeverWrittenOverUnderWhateverName() throws Exception {
    Path input = dir.resolve("input.txt");
    write(input, MARKED, "facesj-list");
    Path link = Files.createSymbolicLink(dir.resolve("link"), input);
    Path hard = Files.createLink(dir.resolve("hard"), input);
    WriteGuard guard = WriteGuard.of(input, dir.resolve("gone"));
    for (Path target : List.of(input, link, hard)) {
      assertThatThrownBy(() -> guard.require(target, MARKED))
          .hasMessageContaining("is one of the files that are read");
      assertThatThrownBy(() -> guard.create(target, MARKED)).isInstanceOf(FacesException.class);
    }
    guard.require(dir.resolve("other.txt"), MARKED);
  }

  @Test
  void whatSomebodyElsePutsThereMeanwhileStays() throws Exception {
    Path file = dir.resolve("a.txt");
    try (AtomicFile growing = AtomicFile.create(file, MARKED)) {
      growing.writer().write("facesj-list");
      Files.writeString(file, "dear diary");
      assertThatThrownBy(growing::commit).isInstanceOf(FacesException.class);
    }
    assertThat(file).hasContent("dear diary");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void rightsAreThoseOfTheEarlierFileAndOfAnyNewOne() throws Exception {
    Path file = dir.resolve("a.txt");
    write(file, MARKED, "facesj-list");
    Path ordinary = Files.writeString(dir.resolve("ordinary"), "");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    write(file, MARKED, "facesj-list two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThatThrownBy(() -> write(file, MARKED, "facesj-list three"))
        .hasMessageContaining("is protected against writing");
  }

  @Test
  void namesOf255BytesAreWritten() throws Exception {
    Path file = dir.resolve("\u00e4".repeat(125) + "a.txt");
    write(file, MARKED, "facesj-list");
    assertThat(file).exists();
  }

  /** Begins a file and is killed. */
  public static final class Killed {

    private Killed() {}

    public static void main(String[] args) throws Exception {
      AtomicFile file = AtomicFile.create(Path.of(args[0]), MARKED);
      file.writer().write("facesj-list half");
      file.writer().flush();
      if (args.length > 1) {
        Files.createFile(Path.of(args[1]));
        Thread.sleep(TimeUnit.MINUTES.toMillis(5));
      }
      Runtime.getRuntime().halt(137);
    }
  }

  @Test
  void restsOfKilledRunsAreSweptAndThoseOfLivingOnesAreNot() throws Exception {
    Path file = dir.resolve("a.txt");
    Process killed =
        new ProcessBuilder(TestJvm.command(List.of(), Killed.class, file.toString())).start();
    assertThat(killed.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(names()).hasSize(1).allMatch(n -> n.endsWith(".part"));
    Path alive = dir.resolve("alive");
    Process living =
        new ProcessBuilder(
                TestJvm.command(List.of(), Killed.class, file.toString(), alive.toString()))
            .start();
    try {
      while (!Files.exists(alive) && living.isAlive()) {
        Thread.sleep(20);
      }
      Path foreign = Files.writeString(dir.resolve(".film.mkv.part"), "of a download");
      try (AtomicFile own = AtomicFile.create(file, MARKED)) {
        WriteGuard.none().require(file, MARKED);
        assertThat(names()).filteredOn(n -> n.contains(".facesj-")).hasSize(2);
        own.writer().write("facesj-list");
        own.commit();
      }
      assertThat(foreign).exists();
      assertThat(file).hasContent("facesj-list");
    } finally {
      living.destroyForcibly().waitFor();
    }
    WriteGuard.none().require(file, MARKED);
    assertThat(names()).containsExactly(".film.mkv.part", "a.txt", "alive");
  }
}
