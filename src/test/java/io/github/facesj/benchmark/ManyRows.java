package io.github.facesj.benchmark;

import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.FolderDetection;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.RehearsedModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Report;
import io.github.facesj.run.RunWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The memory of Detect in Folder over a made folder of very many photos: links to one small
 * picture, whose faces the network knows by heart, so that all that is measured is the run. {@code
 * java -Xmx1g -cp ... io.github.facesj.benchmark.ManyRows FOLDER 100000}. Run twice, or killed and
 * run again, it writes the same table.
 */
final class ManyRows {

  private static final int SIDE = 96;
  private static final int PER_FOLDER = 1000;

  private ManyRows() {}

  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    Path photos = home.resolve("photos");
    if (!Files.exists(photos)) {
      make(home, photos, count);
    }
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    try (OpenModel real = store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1)) {
      RehearsedModel quick = new RehearsedModel(real);
      Factory<FaceAnalyzer> factory =
          () -> FaceAnalyzer.detecting(quick.open(), SearchOptions.defaults());
      Report report =
          new FolderDetection(factory, factory.create().provenance(), 2)
              .run(photos, home.resolve("faces.csv"), Optional.empty(), new Meter(count));
      System.out.println(report.summary());
    }
  }

  private static void make(Path home, Path photos, int count) throws Exception {
    FaceImage large = PhotoReader.read(Sample.path("portraits/ada/ada_1.jpg"));
    int[] rgb =
        new Resizer()
            .resize(large.pixels(), large.width(), large.height(), SIDE, SIDE, Resampling.AREA);
    Path small = home.toAbsolutePath().resolve("small.png");
    PictureFile.write(small, FaceImage.of(SIDE, SIDE, rgb));
    for (int i = 0; i < count; i++) {
      Path folder = photos.resolve(String.format(Locale.ROOT, "%05d", i / PER_FOLDER));
      if (i % PER_FOLDER == 0) {
        Files.createDirectories(folder);
      }
      Files.createSymbolicLink(folder.resolve(String.format(Locale.ROOT, "%08d.png", i)), small);
    }
  }

  /** Prints the heap that is in use after a collection, ten times. */
  private static final class Meter extends RunWatch {

    private final int count;
    private final long start = System.nanoTime();

    Meter(int count) {
      this.count = count;
    }

    @Override
    public void at(long done, long total, String what) {
      if (done % Math.max(1, count / 10) == 0) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
            Locale.ROOT,
            "%d photos, %.0f s, heap in use %.1f MB%n",
            done,
            (System.nanoTime() - start) / 1e9,
            (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
      }
    }
  }
}
