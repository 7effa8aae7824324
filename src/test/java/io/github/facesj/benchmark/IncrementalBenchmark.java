package io.github.facesj.benchmark;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.archive.NewFace;
import io.github.facesj.archive.NewPhoto;
import io.github.facesj.archive.Placements;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.ClusterPlan;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.collection.ClusterReport;
import io.github.facesj.collection.ClusterRun;
import io.github.facesj.face.Box;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 1,000 new faces into a clustered archive on the disk, from opening the file to closing it. The
 * faces are those of a {@link Crowd}; a photo has two, and each has a thumbnail of 2 KB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class IncrementalBenchmark {

  private static final int NEW = 1_000;

  /** Faces that are there. */
  @Param("300000")
  public int faces;

  private final byte[] thumbnail = new byte[2048];
  private Path folder;
  private Path file;
  private Crowd crowd;
  private int photos;

  @Setup(Level.Trial)
  public void fill() throws Exception {
    folder = Files.createTempDirectory("incremental");
    file = folder.resolve("a.facesj");
    new Random(1).nextBytes(thumbnail);
    crowd = Crowd.zipf(faces + 10 * NEW);
    try (Archive archive =
        Archive.create(file, new ArchiveSettings("d", "d", "e", "e", "", Crowd.DIMENSION))) {
      for (int made = 0; made < faces; made += 10_000) {
        add(archive, Math.min(10_000, faces - made));
      }
      // What was there before is given: the true people.
      Placements all = archive.placementTable().read(0);
      archive
          .placementTable()
          .write(
              all,
              ClusterPlan.of(
                  all.faces(),
                  all.vectors(),
                  all.facts(),
                  rules(),
                  (vectors, pictures, progress) -> crowd.truth(vectors.size()),
                  Progress.SILENT));
    }
  }

  private void add(Archive archive, int count) throws FacesException {
    archive.transaction(
        () -> {
          for (int i = 0; i < count; i += 2) {
            String path = String.format(Locale.ROOT, "/photos/%07d.jpg", photos++);
            long photo =
                archive
                    .photoTable()
                    .add(new NewPhoto(path, 1, 1, "", Optional.empty(), 1, Optional.empty()));
            archive.faceTable().add(photo, face(1));
            archive.faceTable().add(photo, face(2));
          }
          return null;
        });
  }

  private NewFace face(int number) {
    Box box = new Box(0, 0, 50, 50);
    return new NewFace(0, number, box, 0.9, 0.5, Optional.empty(), crowd.next(), thumbnail, false);
  }

  private static PlanRules rules() {
    return new PlanRules(1 - Crowd.THRESHOLD, true, false);
  }

  @Setup(Level.Iteration)
  public void newPhotos() throws FacesException {
    try (Archive archive = Archive.open(file)) {
      add(archive, NEW);
    }
  }

  @Benchmark
  public ClusterReport newFacesIntoAnArchive() throws FacesException {
    try (Archive archive = Archive.open(file)) {
      return new ClusterRun(
              ClusterMethod.DEFAULT.grouping(Crowd.THRESHOLD),
              rules(),
              new MatchThreshold(Crowd.THRESHOLD, "given by the user", Optional.empty()),
              0)
          .run(archive, Progress.SILENT);
    }
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path left : files.toList()) {
        Files.delete(left);
      }
    }
    Files.delete(folder);
  }
}
