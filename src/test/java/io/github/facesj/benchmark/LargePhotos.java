package io.github.facesj.benchmark;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.batch.PhotoPage;
import io.github.facesj.collection.IndexReport;
import io.github.facesj.collection.Indexer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.ReducedPhoto;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.run.WorkResult;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Time and memory of searching large photos, with the heap that a user has. First, with a large
 * heap, {@code make FOLDER MEGAPIXELS...} lays the sample groups side by side, in sizes from their
 * own to four times that, until the photo is full. Then, each in a Java of its own with {@code
 * -Xms1g -Xmx1g -XX:+AlwaysPreTouch}, {@code find FOLDER MEGAPIXELS THREADS TILES} searches one
 * copy of the photo for each thread, and prints faces, seconds, seconds of processor time, and the
 * most native memory (Linux): that of the process without Java's heap; {@code index FOLDER
 * MEGAPIXELS THREADS} does the same with all networks of Index Folder.
 */
final class LargePhotos {

  private LargePhotos() {}

  public static void main(String[] args) throws FacesException, IOException {
    Path folder = Path.of(args[1]);
    if (args[0].equals("make")) {
      Files.createDirectories(folder);
      for (int i = 2; i < args.length; i++) {
        make(photo(folder, args[i]), Integer.parseInt(args[i]));
      }
    } else if (args[0].equals("index")) {
      index(photo(folder, args[2]), Integer.parseInt(args[3]));
    } else {
      find(photo(folder, args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    }
  }

  private static Path photo(Path folder, String megapixels) {
    return folder.resolve(megapixels + ".jpg");
  }

  private static void make(Path file, int megapixels) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    int height = (int) Math.sqrt(megapixels * 1e6 / 1.5);
    int width = height * 3 / 2;
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D into = photo.createGraphics();
    int number = 0;
    for (int y = 0, row = 0; y < height; row++) {
      int scale = 1 << row % 3;
      int tall = 0;
      for (int x = 0; x < width; ) {
        BufferedImage group =
            ImageIO.read(
                Path.of(
                        String.format(
                            Locale.ROOT, "sample-images/groups/group_%d.jpg", 1 + number % 6))
                    .toFile());
        number++;
        into.drawImage(group, x, y, group.getWidth() * scale, group.getHeight() * scale, null);
        x += group.getWidth() * scale;
        tall = Math.max(tall, group.getHeight() * scale);
      }
      y += tall;
    }
    into.dispose();
    ImageIO.write(photo, "jpeg", file.toFile());
  }

  private static void find(Path photo, int threads, int tiles) throws FacesException, IOException {
    List<Path> photos = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      photos.add(photo);
    }
    SearchOptions options = SearchOptions.builder().tiles(tiles).build();
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    List<String> told = new ArrayList<>();
    try (OpenModel model =
        store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1)) {
      long start = System.nanoTime();
      Report report =
          new PhotoBatch<>(() -> FaceAnalyzer.detecting(model, options), threads)
              .pagesWithin(
                  new PhotoListing(photo.getParent(), photos, List.of()),
                  (FaceAnalyzer analyzer, PhotoPage page, ReducedPhoto read, Progress stop) ->
                      analyzer.analyze(read.image(), stop),
                  List<Face>::size,
                  (PhotoPage page, WorkResult<List<Face>> faces) -> {},
                  new Told(told));
      double seconds = (System.nanoTime() - start) / 1e9;
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
      System.out.printf(
          Locale.ROOT,
          "%s, threads %d, tiles %d: %d faces each, %.1f s, %.1f s of processor time, native %.0f"
              + " MB at most %s%n",
          photo.getFileName(),
          threads,
          tiles,
          report.faces() / threads,
          seconds,
          processorSeconds(),
          (peak() - heap) / 1e6,
          told);
    }
  }

  /** With all networks, as Index Folder does it: detector, landmarks and embedder. */
  private static void index(Path photo, int threads) throws FacesException, IOException {
    Path folder = Files.createTempDirectory(photo.getParent(), "index");
    try {
      for (int i = 0; i < threads; i++) {
        Files.createLink(folder.resolve("copy" + i + ".jpg"), photo);
      }
      List<String> told = new ArrayList<>();
      try (Indexer indexer = new Indexer()) {
        long start = System.nanoTime();
        IndexReport report = indexer.run(folder, folder.resolve("archive.facesj"), new Told(told));
        double seconds = (System.nanoTime() - start) / 1e9;
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        System.out.printf(
            Locale.ROOT,
            "index %s, threads %d: %d faces each, %.1f s, %.1f s of processor time, native %.0f MB"
                + " at most %s%n",
            photo.getFileName(),
            threads,
            report.faces() / threads,
            seconds,
            processorSeconds(),
            (peak() - heap) / 1e6,
            told);
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static double processorSeconds() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/self/stat")).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }

  private static long peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Keeps what is told. */
  private record Told(List<String> told) implements Progress {
    @Override
    public void at(long done, long total, String what) {
      // only the end counts
    }

    @Override
    public boolean isCanceled() {
      return false;
    }

    @Override
    public void warn(Problem problem) {
      told.add(problem.sentence());
    }
  }
}
