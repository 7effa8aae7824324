package io.github.facesj.benchmark;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.Hashes;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.RunWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * How long work on large photos goes on after it was cancelled. {@code FOLDER CANCELS}: each photo
 * of the folder is read once to its end, then read so many times more, and cancelled at as many
 * moments spread evenly over that time; the same for the SHA-256 of the largest file, and for
 * detection in the first photo.
 */
final class CancelLatency {

  private final int cancels;

  private CancelLatency(int cancels) {
    this.cancels = cancels;
  }

  /** Something that asks whether to go on. */
  @FunctionalInterface
  private interface Work {
    void with(Progress progress) throws FacesException, IOException;
  }

  public static void main(String[] args) throws Exception {
    CancelLatency latency = new CancelLatency(Integer.parseInt(args[1]));
    List<Path> photos;
    try (Stream<Path> all = Files.list(Path.of(args[0]))) {
      photos = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path photo : photos) {
      latency.measure("reading " + photo.getFileName(), p -> PhotoReader.read(photo, 0, p));
    }
    Path largest = photos.get(0);
    for (Path photo : photos) {
      largest = Files.size(photo) > Files.size(largest) ? photo : largest;
    }
    Path hashed = largest;
    latency.measure("SHA-256 of " + hashed.getFileName(), p -> Hashes.of(hashed, p));
    FaceImage picture = PhotoReader.read(photos.get(0));
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    try (OpenModel model =
        store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1)) {
      FaceAnalyzer analyzer = FaceAnalyzer.detecting(model, SearchOptions.defaults());
      latency.measure(
          "detection in " + photos.get(0).getFileName(), p -> analyzer.analyze(picture, p));
    }
  }

  private void measure(String what, Work work) throws Exception {
    long start = System.nanoTime();
    work.with(Progress.SILENT);
    double whole = (System.nanoTime() - start) / 1e9;
    double[] late = new double[cancels];
    int ended = 0;
    for (int i = 0; i < cancels; i++) {
      double after = cancelled(work, whole * (i + 0.5) / cancels);
      ended += after < 0 ? 1 : 0;
      late[i] = Math.max(0, after);
    }
    Arrays.sort(late);
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s; after a cancel %.2f s at most, median %.2f s (%d cancels, %d of them after"
            + " the end)%n",
        what,
        whole,
        late[cancels - 1],
        late[cancels / 2],
        cancels,
        ended);
  }

  /** Seconds from the cancel to the end; negative if the work had come to its end before. */
  private static double cancelled(Work work, double afterSeconds) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong end = new AtomicLong();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.with(
                    new RunWatch() {
                      @Override
                      public boolean isCanceled() {
                        return stop.get();
                      }
                    });
              } catch (FacesException | IOException e) {
                // stopped, as it should be
              }
              end.set(System.nanoTime());
            });
    thread.start();
    Thread.sleep((long) (1000 * afterSeconds));
    long asked = System.nanoTime();
    stop.set(true);
    thread.join();
    return (end.get() - asked) / 1e9;
  }
}
