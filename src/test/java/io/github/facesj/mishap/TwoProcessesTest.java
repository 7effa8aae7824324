package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.TestJvm;
import io.github.facesj.archive.Archive;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs with the same files: a sentence for the second, or both do well. */
class TwoProcessesTest {

  private static final String WRITTEN = "is being written by another command or program";

  @TempDir Path dir;
  private Path given;
  private Path state;
  private Path before;
  private Path after;

  @BeforeEach
  void folders() throws Exception {
    given = Files.createDirectory(dir.resolve("given"));
    state = Files.createDirectory(dir.resolve("state"));
    before = dir.resolve("before");
    after = dir.resolve("after");
  }

  private void prepare(Work work) throws Exception {
    work.prepare(given, state);
    Trees.replace(before, state);
    work.run(given, state);
    Trees.replace(after, state);
    Trees.replace(state, before);
  }

  /** Processes that work at the same time, one in each folder. */
  private List<Process> started(List<Path> folders, Class<? extends Work> work, String... options)
      throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      all.add(
          new ProcessBuilder(
                  TestJvm.command(
                      List.of(options),
                      KilledWork.class,
                      folders.get(i).toString(),
                      work.getName()))
              .redirectErrorStream(true)
              .redirectOutput(out(i).toFile())
              .start());
    }
    for (Process process : all) {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    }
    return all;
  }

  private Path out(int process) {
    return dir.resolve("out" + process + ".txt");
  }

  @Test
  void twoIndexOneArchive() throws Exception {
    IndexWork work = new IndexWork();
    prepare(work);
    List<Process> both = started(List.of(dir, dir), IndexWork.class);
    assertThat(both).extracting(Process::exitValue).contains(0);
    for (int i = 0; i < both.size(); i++) {
      if (both.get(i).exitValue() != 0) {
        assertThat(out(i)).content().contains(WRITTEN);
      }
    }
    work.checkEnd(given, state, after);
  }

  @Test
  void oneIndexesAndAnotherWouldClusterDeleteOrReview() throws Exception {
    IndexWork work = new IndexWork();
    prepare(work);
    Path archive = state.resolve(IndexWork.ARCHIVE);
    int points = KilledProcess.whole(dir, IndexWork.class.getName()).points().size();
    Trees.replace(state, before);
    KilledProcess.stopped(
        dir,
        IndexWork.class.getName(),
        points * 4 / 5, // some photos are in it, some are not
        () -> {
          // Each of them opens the archive for writing.
          assertThatThrownBy(() -> Archive.open(archive).close())
              .isInstanceOf(FacesException.class)
              .hasMessageContaining(WRITTEN);
          try (Archive reading = Archive.read(archive)) {
            assertThat(reading.photos()).isNotEmpty();
          }
          return null;
        });
    work.checkEnd(given, state, after);
  }

  @Test
  void twoFindFacesIntoOneTable() throws Exception {
    DetectWork work = new DetectWork();
    prepare(work);
    int points = KilledProcess.whole(dir, DetectWork.class.getName()).points().size();
    Trees.replace(state, before);
    KilledProcess.stopped(
        dir,
        DetectWork.class.getName(),
        points / 2,
        () -> {
          assertThatThrownBy(() -> work.run(given, state))
              .isInstanceOf(FacesException.class)
              .hasMessageContaining("is being made by another run");
          return null;
        });
    work.checkEnd(given, state, after);
  }

  /** Each unpacks what it needs into the same folder, which is empty. */
  @Test
  void threeStartForTheFirstTime() throws Exception {
    DetectWork work = new DetectWork();
    prepare(work);
    List<Path> folders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path own = Files.createDirectory(dir.resolve("own" + i));
      Trees.replace(own.resolve("given"), given);
      Trees.replace(own.resolve("state"), state);
      folders.add(own);
    }
    Path temporary = Files.createDirectory(dir.resolve("tmp"));
    List<Process> all =
        started(
            folders, DetectWork.class, "-Djava.io.tmpdir=" + temporary, "-Duser.home=" + temporary);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).exitValue()).as(Files.readString(out(i))).isZero();
      work.checkEnd(given, folders.get(i).resolve("state"), after);
    }
  }
}
