package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.batch.GallerySource;
import io.github.facesj.batch.IdentificationRun;
import io.github.facesj.collection.Indexer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Identify in Folder, over the table of an earlier run: that or the new one, and none half. */
final class IdentifyFolderWork implements Work {

  private static final double EARLIER = 0.1;
  private static final double NOW = 0.6;

  private static Path gallery(Path given) {
    return given.resolve("people.json");
  }

  @Override
  public void prepare(Path given, Path state) throws Exception {
    Photos.copy(given.resolve("photos"));
    Path people = given.resolve("people");
    for (String person : List.of("ada", "bo")) {
      Path folder = Files.createDirectories(people.resolve(person));
      String sample = String.format(Locale.ROOT, "portraits/%s/%s_2.jpg", person, person);
      Files.copy(Sample.path(sample), folder.resolve("2.jpg"));
    }
    try (Indexer models = new Indexer()) {
      GallerySource source = new GallerySource(() -> recognizer(models), 1, QualityGate.OPEN);
      GalleryFile.write(
          GallerySource.join(source.empty(), source.enrol(people, Progress.SILENT)),
          gallery(given));
      identify(models, EARLIER, given, state);
    }
  }

  private static Recognizer recognizer(Indexer models) throws FacesException {
    return models.recognizer(SearchOptions.defaults());
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    try (Indexer models = new Indexer()) {
      KilledWork.begin();
      identify(models, NOW, given, state);
    }
  }

  private static void identify(Indexer models, double distance, Path given, Path state)
      throws FacesException {
    Gallery known = GalleryFile.read(gallery(given));
    NameThreshold threshold =
        new NameThreshold(distance, "given by the test", Optional.empty(), 2, 2);
    new IdentificationRun(() -> new Identifier(recognizer(models), known, threshold, 2), 2)
        .run(given.resolve("photos"), state.resolve("who.csv"), Progress.SILENT);
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    Trees.assertNothingHalf(state, before, after);
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(Trees.of(state)).isEqualTo(Trees.of(after));
  }
}
