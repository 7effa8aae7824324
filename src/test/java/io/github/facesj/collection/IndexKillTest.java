package io.github.facesj.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.benchmark.ManyPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Indexing that is killed at random moments and started again comes to the archive of an
 * undisturbed run, to the last bit. {@code -Dfacesj.kills=50 -Dfacesj.photos=2000} is the long way.
 */
class IndexKillTest {

  private static final int KILLS = Integer.getInteger("facesj.kills", 6);
  private static final int PHOTOS = Integer.getInteger("facesj.photos", 60);

  /** Java and the models are there after this time, on a machine that does little else. */
  private static final double START = 1.2;

  @TempDir Path dir;

  @Test
  void killedAgainAndAgainItEndsAsIfNothingHadHappened() throws Exception {
    Path photos = dir.resolve("photos");
    ManyPhotos.make(photos, PHOTOS, 1);
    Path whole = dir.resolve("whole.facesj");
    long start = System.nanoTime();
    assertThat(index(photos, whole).waitFor()).isZero();
    double seconds = (System.nanoTime() - start) / 1e9;

    Path killed = dir.resolve("killed.facesj");
    Random random = new Random(1);
    int alive = 0;
    int photosBefore = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = index(photos, killed);
      double share = 2 * (seconds - START) / KILLS;
      long millis =
          (long) (1000 * (START * (0.5 + random.nextDouble()) + share * random.nextDouble()));
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      alive += ended ? 0 : 1;
      if (Files.exists(killed) && Files.size(killed) > 0) {
        List<String> dump = ArchiveDump.of(killed);
        assertThat(dump).contains("ok");
        int now = (int) dump.stream().filter(line -> line.startsWith("photo|")).count();
        assertThat(now).isGreaterThanOrEqualTo(photosBefore);
        photosBefore = now;
      }
    }
    System.out.printf(
        "KILLED %d of %d times while it worked; %d of %d photos were in the archive after the"
            + " last%n",
        alive, KILLS, photosBefore, PHOTOS);
    assertThat(alive).isPositive();
    assertThat(index(photos, killed).waitFor()).isZero();
    assertThat(ArchiveDump.of(killed)).isEqualTo(ArchiveDump.of(whole));
    assertThat(index(photos, killed).waitFor()).isZero();
    assertThat(ArchiveDump.of(killed)).isEqualTo(ArchiveDump.of(whole));
  }

  private static Process index(Path photos, Path archive) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            Indexer.class.getName(),
            photos.toString(),
            archive.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
