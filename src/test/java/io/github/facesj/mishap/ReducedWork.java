package io.github.facesj.mishap;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.FolderDetection;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Report;
import io.github.facesj.run.RunWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Detect in Folder in a Java with little memory: {@code PHOTOS TABLE REPORT STOP}. It writes what
 * the report says of the photos, and stops after so many; 0 is never.
 */
final class ReducedWork {

  private ReducedWork() {}

  public static void main(String[] args) throws Exception {
    Path photos = Path.of(args[0]);
    int stopAfter = Integer.parseInt(args[3]);
    SearchOptions options = SearchOptions.defaults();
    try (OpenModel detector = Photos.detector()) {
      Report report =
          new FolderDetection(
                  () -> FaceAnalyzer.detecting(detector, options),
                  FaceAnalyzer.provenance(detector.card(), options),
                  1)
              .run(photos, Path.of(args[1]), Optional.empty(), new Stopping(stopAfter));
      List<String> lines = new ArrayList<>();
      lines.add(report.photos() + " photos, " + report.faces() + " faces");
      for (Problem problem : report.problems()) {
        lines.add(problem.toString());
      }
      Files.write(Path.of(args[2]), lines);
    }
  }

  private static final class Stopping extends RunWatch {

    private final int after;
    private volatile boolean stop;

    Stopping(int after) {
      this.after = after;
    }

    @Override
    public void at(long done, long total, String what) {
      stop |= after > 0 && done >= after && total > 0 && what.contains(".");
    }

    @Override
    public boolean isCanceled() {
      return stop;
    }
  }
}
