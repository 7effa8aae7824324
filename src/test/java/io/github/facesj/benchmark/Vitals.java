package io.github.facesj.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How this process is (Linux): what must not grow while it works.
 *
 * @param photos done so far
 * @param seconds since some moment, by the clock
 * @param cpu seconds that the processors worked for this process
 * @param heap MB in use after a full collection
 * @param nativeMemory MB that the process has in memory beside Java's heap, which must be touched
 *     as a whole at the start ({@code -Xms1g -Xmx1g -XX:+AlwaysPreTouch})
 * @param handles open files
 * @param threads of the system, Java's and others
 */
record Vitals(
    long photos,
    double seconds,
    double cpu,
    double heap,
    double nativeMemory,
    long handles,
    long threads) {

  static final String HEADINGS =
      "| photos | s | processor, s | heap, MB | native, MB | handles | threads |\n"
          + "|---|---|---|---|---|---|---|";

  static Vitals now(long photos) throws IOException {
    double seconds = System.nanoTime() / 1e9;
    double cpu =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            / 1e9;
    // The second collection frees what the first one only found.
    System.gc();
    System.gc();
    MemoryUsage usage = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
      return new Vitals(
          photos,
          seconds,
          cpu,
          usage.getUsed() / 1e6,
          (status("VmRSS:") * 1024 - usage.getCommitted()) / 1e6,
          handles.count(),
          status("Threads:"));
    }
  }

  private static long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  String row(Vitals first) {
    return String.format(
        Locale.ROOT,
        "| %,d | %.1f | %.1f | %.1f | %.1f | %d | %d |",
        photos,
        seconds - first.seconds,
        cpu - first.cpu,
        heap,
        nativeMemory,
        handles,
        threads);
  }
}
