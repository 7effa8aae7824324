package io.github.facesj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An archive is closed while threads are at work in it. */
@Timeout(120)
class ArchiveClosedTest {

  private static final int ROUNDS = Integer.getInteger("facesj.stress", 15);
  private static final int THREADS = 4;

  @TempDir Path dir;

  @Test
  void whatWasDoneIsThereAndWhatComesTooLateIsRefused() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Path file = dir.resolve(round + ".facesj");
        Archive archive = SmallArchive.of(file, 1);
        AtomicInteger kept = new AtomicInteger(1);
        CountDownLatch begun = new CountDownLatch(THREADS + round % 10);
        List<Future<?>> works = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          works.add(threads.submit(() -> work(archive, kept, begun)));
        }
        begun.await();
        archive.close();
        for (Future<?> work : works) {
          work.get();
        }
        try (Archive again = Archive.open(file)) {
          assertThat(again.clusters()).hasSize(kept.get());
        }
      }
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void work(Archive archive, AtomicInteger kept, CountDownLatch begun) {
    while (true) {
      begun.countDown();
      try {
        archive.transaction(
            () -> {
              int before = archive.clusters().size();
              archive.clusterTable().add();
              assertThat(archive.clusters()).hasSize(before + 1);
              return null;
            });
        kept.incrementAndGet();
      } catch (FacesException e) {
        assertThat(e.isEndingTheRun()).as(e.toString()).isTrue();
        assertThat(e).hasMessageContaining("was closed while it was in use");
        return;
      }
    }
  }

  @Test
  void whoClosesItInItsOwnTransactionLosesNothing() throws Exception {
    Path file = dir.resolve("own.facesj");
    Archive archive = SmallArchive.of(file, 1);
    archive.transaction(
        () -> {
          archive.clusterTable().add();
          archive.close();
          archive.clusterTable().add();
          return null;
        });
    assertThatThrownBy(archive::clusters).hasMessageContaining("was closed");
    archive.close();
    try (Archive again = Archive.open(file)) {
      assertThat(again.clusters()).hasSize(3);
    }
  }
}
