package io.github.facesj.benchmark;

import io.github.facesj.archive.Archive;
import io.github.facesj.collection.Indexer;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Time and memory of indexing many photos: makes copies of the sample images, each a little
 * brighter than the one before, indexes them, and prints heap and native memory on the way. Native
 * memory is that of the process (Linux) without Java's heap, which must be touched as a whole at
 * the start: {@code -Xms1g -Xmx1g -XX:+AlwaysPreTouch}. Arguments: a folder to work in, the number
 * of photos, and how many times larger than the samples they are in width and height.
 */
final class IndexBenchmark {

  private static final Set<Long> STOPS = Set.of(100L, 500L, 1000L, 2000L, 3000L, 4000L, 5000L);

  private IndexBenchmark() {}

  public static void main(String[] args) throws FacesException, IOException {
    Path folder = Path.of(args[0]);
    Path photos = folder.resolve("photos");
    ManyPhotos.make(photos, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Path archive = folder.resolve("benchmark.facesj");
    long start = System.nanoTime();
    try (Indexer indexer = new Indexer()) {
      System.out.println(indexer.run(photos, archive, new Watch(start)).summary());
      printMemory(Integer.parseInt(args[1]), start);
      System.out.println(indexer.run(photos, archive).summary());
    }
    System.out.printf(Locale.ROOT, "archive: %.1f MB%n", Files.size(archive) / 1e6);
    try (Archive open = Archive.read(archive)) {
      long before = System.nanoTime();
      long[] ids = open.faces().stream().mapToLong(f -> f.id()).toArray();
      int size = open.vectors(ids).size();
      System.out.printf(
          Locale.ROOT, "%d faces and embeddings read in %.2f s%n", size, seconds(before));
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void printMemory(long done, long start) {
    long heap = 0;
    MemoryUsage usage = null;
    // The second collection frees what the first one only found.
    for (int i = 0; i < 2; i++) {
      System.gc();
      usage = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      heap = usage.getUsed();
    }
    System.out.printf(
        Locale.ROOT,
        "%5d photos, %7.1f s: heap %6.1f MB, native %6.1f MB, at most %6.1f MB%n",
        done,
        seconds(start),
        heap / 1e6,
        (memory("VmRSS:") - usage.getCommitted()) / 1e6,
        (memory("VmHWM:") - usage.getCommitted()) / 1e6);
  }

  private static long memory(String name) {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException("This system does not say what a process needs.", e);
    }
  }

  /** Prints the memory at some moments. */
  private record Watch(long start) implements Progress {

    @Override
    public void at(long done, long total, String what) {
      if (!STOPS.contains(done) || !what.contains(" of ")) {
        return;
      }
      printMemory(done, start);
    }

    @Override
    public boolean isCanceled() {
      return false;
    }

    @Override
    public void warn(Problem problem) {
      System.out.println(problem);
    }
  }
}
