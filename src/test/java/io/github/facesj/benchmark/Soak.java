package io.github.facesj.benchmark;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.collection.ClusterRun;
import io.github.facesj.collection.Indexer;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A long run in one process: many photos indexed, indexed once more, and clustered. Says on the way
 * how the process is, and at the end how the last tenth of the photos compares with the first.
 * Arguments: a folder to work in, the number of photos, and after how many of them to look.
 */
final class Soak {

  /** Cosine distance of two faces of one person, about what the embedder's card says. */
  private static final double DISTANCE = 0.5;

  private Soak() {}

  public static void main(String[] args) throws FacesException, IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    Path photos = folder.resolve("photos");
    SoakPhotos.make(photos, count);
    Path archive = folder.resolve("soak.facesj");
    List<Vitals> all = new ArrayList<>();
    Vitals start = Vitals.now(0);
    System.out.println(Vitals.HEADINGS);
    try (Indexer indexer = new Indexer()) {
      Progress watch = new Watch(all, start, Integer.parseInt(args[2]));
      System.out.println(indexer.run(photos, archive, watch).summary());
      compare(all, start, count);
      System.out.println(indexer.run(photos, archive).summary());
      System.out.println(Vitals.now(count).row(start));
    }
    System.out.printf(Locale.ROOT, "archive: %.1f MB%n", Files.size(archive) / 1e6);
    try (Archive open = Archive.open(archive)) {
      System.out.println(
          new ClusterRun(
                  ClusterMethod.DEFAULT.grouping(DISTANCE),
                  new PlanRules(1 - DISTANCE, true, false),
                  new MatchThreshold(DISTANCE, "given by the soak", Optional.empty()),
                  0)
              .run(open, Progress.SILENT)
              .summary());
    }
    System.out.println(Vitals.now(count).row(start));
  }

  private static void compare(List<Vitals> all, Vitals start, int count) {
    List<Vitals> first = all.stream().filter(v -> v.photos() <= count / 10).toList();
    List<Vitals> last = all.stream().filter(v -> v.photos() > count - count / 10).toList();
    if (first.isEmpty() || last.isEmpty()) {
      return;
    }
    Vitals before = all.get(all.size() - 1 - last.size());
    System.out.println("| means of a tenth of the photos | first | last | last / first |");
    System.out.println("|---|---|---|---|");
    line("heap, MB", mean(first, Vitals::heap), mean(last, Vitals::heap));
    line("native, MB", mean(first, Vitals::nativeMemory), mean(last, Vitals::nativeMemory));
    line("handles", mean(first, Vitals::handles), mean(last, Vitals::handles));
    line("threads", mean(first, Vitals::threads), mean(last, Vitals::threads));
    line(
        "photos a second",
        perSecond(start, end(first), Vitals::seconds),
        perSecond(before, end(last), Vitals::seconds));
    line(
        "photos a second of processor time",
        perSecond(start, end(first), Vitals::cpu),
        perSecond(before, end(last), Vitals::cpu));
  }

  private static Vitals end(List<Vitals> vitals) {
    return vitals.get(vitals.size() - 1);
  }

  private static double mean(List<Vitals> vitals, ToDoubleFunction<Vitals> what) {
    return vitals.stream().mapToDouble(what).average().orElseThrow();
  }

  private static double perSecond(Vitals from, Vitals to, ToDoubleFunction<Vitals> time) {
    return (to.photos() - from.photos()) / (time.applyAsDouble(to) - time.applyAsDouble(from));
  }

  private static void line(String what, double first, double last) {
    System.out.printf(
        Locale.ROOT, "| %s | %.1f | %.1f | %.3f |%n", what, first, last, last / first);
  }

  /** Looks at the process after some photos. */
  private record Watch(List<Vitals> all, Vitals start, int every) implements Progress {

    @Override
    public void at(long done, long total, String what) {
      if (done % every != 0 || !what.contains(" of ")) {
        return;
      }
      try {
        Vitals now = Vitals.now(done);
        all.add(now);
        System.out.println(now.row(start));
      } catch (IOException e) {
        throw new UncheckedIOException("This system does not say how a process is.", e);
      }
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
