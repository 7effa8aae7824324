package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Work that is killed again and again loses nothing, leaves nothing half, and goes on to what an
 * undisturbed run leaves. The moments are chosen: any write to an archive or a file may be the
 * last. {@code -Dfacesj.kills=50} is the long way.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("facesj.kills", 2);

  /** Microseconds that a process may go on from where it was stopped. */
  private static final int DELAY = 3000;

  @TempDir Path dir;

  /** The moment that matters most: the rows are gone, their bytes are not yet. */
  @Test
  void killedBeforeTheTracesOfSomebodyDeletedAreSwept() throws Exception {
    DeleteWork work = new DeleteWork();
    Path state = Files.createDirectory(dir.resolve("state"));
    Path given = Files.createDirectory(dir.resolve("given"));
    Path before = dir.resolve("before");
    Path after = dir.resolve("after");
    work.prepare(given, state);
    Trees.replace(before, state);
    List<String> points = KilledProcess.whole(dir, DeleteWork.class.getName()).points();
    Trees.replace(after, state);
    Trees.replace(state, before);
    // The last change takes the note away that there is something to sweep; VACUUM is before it.
    int change = points.lastIndexOf("io.github.facesj.archive.Sql.change");
    int vacuum = points.subList(0, change).lastIndexOf("io.github.facesj.archive.Sql.script");
    assertThat(KilledProcess.killed(dir, DeleteWork.class.getName(), vacuum + 1, 0).killed())
        .isTrue();
    assertThat(DeleteWork.traces(given, state)).isNotEmpty();
    work.check(given, state, before, after);
    assertThat(DeleteWork.traces(given, state)).isEmpty();
    work.checkEnd(given, state, after);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IndexWork.class,
        ClusterWork.class,
        DeleteWork.class,
        ExportWork.class,
        AnonymiseWork.class,
        FirstAnonymiseWork.class,
        DetectWork.class,
        GalleryWork.class,
        IdentifyFolderWork.class,
        IdentifyArchiveWork.class
      })
  void killedAgainAndAgain(Class<? extends Work> type) throws Exception {
    Work work = type.getDeclaredConstructor().newInstance();
    Path state = Files.createDirectory(dir.resolve("state"));
    Path given = Files.createDirectory(dir.resolve("given"));
    Path before = dir.resolve("before");
    Path after = dir.resolve("after");
    work.prepare(given, state);
    Trees.replace(before, state);
    int points = KilledProcess.whole(dir, type.getName()).points().size();
    Trees.replace(after, state);
    Trees.replace(state, before);
    Random random = new Random(type.getSimpleName().hashCode());
    TreeMap<String, Integer> where = new TreeMap<>();
    int kills = 0;
    int ends = 0;
    while (kills < KILLS) {
      long at = 1L + random.nextInt(points);
      long delay = random.nextBoolean() ? 0 : random.nextInt(DELAY);
      KilledProcess.End end = KilledProcess.killed(dir, type.getName(), at, delay);
      if (end.killed()) {
        kills++;
        where.merge(end.where(), 1, Integer::sum);
        work.check(given, state, before, after);
      } else {
        ends++;
        work.checkEnd(given, state, after);
        Trees.replace(state, before);
      }
      assertThat(ends).as("most runs should be killed").isLessThan(3 * KILLS + 3);
    }
    work.run(given, state);
    work.checkEnd(given, state, after);
    work.run(given, state);
    work.checkEnd(given, state, after);
    System.out.printf(
        Locale.ROOT,
        "%s: killed %d times at %d kill points, came to its end %d times: %s%n",
        type.getSimpleName(),
        kills,
        points,
        ends,
        where);
  }
}
