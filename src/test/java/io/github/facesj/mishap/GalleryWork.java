package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.face.Embedding;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A gallery is written over its earlier state. */
final class GalleryWork implements Work {

  private static final int DIMENSION = 128;
  private static final Gallery EARLIER = gallery(100);
  private static final Gallery NOW = gallery(400);

  private static Gallery gallery(int faces) {
    Random random = new Random(1);
    List<Enrolled> all = new ArrayList<>();
    for (int i = 0; i < faces; i++) {
      float[] vector = new float[DIMENSION];
      for (int d = 0; d < DIMENSION; d++) {
        vector[d] = (float) random.nextGaussian();
      }
      all.add(new Enrolled("Person " + i, "photo" + i + ".jpg", Embedding.of("e", vector)));
    }
    return Gallery.empty("e", "0".repeat(64)).with(all);
  }

  private static Path file(Path state) {
    return state.resolve("people.json");
  }

  @Override
  public void prepare(Path given, Path state) throws Exception {
    GalleryFile.write(EARLIER, file(state));
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    KilledWork.begin();
    GalleryFile.write(NOW, file(state));
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    Trees.assertNothingHalf(state, before, after);
    assertThat(GalleryFile.read(file(state)).faces()).hasSizeBetween(100, 400);
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(Trees.of(state)).isEqualTo(Trees.of(after));
  }
}
