package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.batch.AnonymiseRun;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.batch.FolderDetection;
import io.github.facesj.batch.GallerySource;
import io.github.facesj.batch.IdentificationRun;
import io.github.facesj.collection.Indexer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.model.OpenModel;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is named like a photo and is none is told by every run in the same words, and listed. */
class OddFilesTest {

  @TempDir Path dir;

  @Test
  void everyRunSaysTheSame() throws Exception {
    Path photos = Files.createDirectories(dir.toRealPath().resolve("photos"));
    Files.copy(Sample.path("portraits/ada/ada_1.jpg"), photos.resolve("a.jpg"));
    Files.createSymbolicLink(photos.resolve("link.jpg"), photos.resolve("nowhere.jpg"));
    Files.createFile(photos.resolve("nothing.jpg"));
    Files.writeString(photos.resolve("text.jpg"), "no photo at all");
    Path pipe = photos.resolve("pipe.jpg");
    Needs.right(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "pipes with names");
    Map<String, String> detect;
    Map<String, String> identify;
    Map<String, String> anonymise;
    Map<String, String> index;
    Path archive = dir.resolve("a.facesj");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        OpenModel detector = Photos.detector();
        Indexer models = new Indexer()) {
      socket.bind(UnixDomainSocketAddress.of(photos.resolve("socket.jpg")));
      SearchOptions options = SearchOptions.defaults();
      detect =
          words(
              new FolderDetection(
                      () -> FaceAnalyzer.detecting(detector, options),
                      FaceAnalyzer.provenance(detector.card(), options),
                      2)
                  .run(photos, dir.resolve("f.csv"), Optional.empty(), Progress.SILENT)
                  .problems());
      Path people = Files.createDirectories(dir.resolve("people/ada"));
      Files.copy(Sample.path("portraits/ada/ada_2.jpg"), people.resolve("2.jpg"));
      GallerySource source =
          new GallerySource(() -> models.recognizer(options), 1, QualityGate.OPEN);
      Gallery known =
          GallerySource.join(source.empty(), source.enrol(people.getParent(), Progress.SILENT));
      NameThreshold threshold = new NameThreshold(0.6, "of the test", Optional.empty(), 1, 1);
      identify =
          words(
              new IdentificationRun(
                      () -> new Identifier(models.recognizer(options), known, threshold, 1), 2)
                  .run(photos, dir.resolve("i.csv"), Progress.SILENT)
                  .problems());
      FaceCover cover = new FaceCover(Cover.BOX, 0.6);
      anonymise =
          words(
              new AnonymiseRun(
                      () -> Anonymiser.ofAll(FaceAnalyzer.detecting(detector, options), cover), 2)
                  .run(photos, dir.resolve("copies"), Progress.SILENT)
                  .report()
                  .problems());
      index = words(models.run(photos, archive).problems());
    }
    assertThat(detect)
        .containsOnlyKeys("link.jpg", "nothing.jpg", "pipe.jpg", "socket.jpg", "text.jpg");
    assertThat(index).isEqualTo(detect);
    assertThat(identify).isEqualTo(detect);
    assertThat(anonymise).isEqualTo(detect);
    List<String> rows =
        ArchiveDump.of(archive).stream().filter(row -> row.startsWith("photo|")).toList();
    for (Map.Entry<String, String> odd : detect.entrySet()) {
      assertThat(rows)
          .as(odd.getKey())
          .anyMatch(row -> row.contains(odd.getKey()) && row.contains(odd.getValue()));
    }
  }

  private static Map<String, String> words(List<Problem> problems) {
    Map<String, String> words = new TreeMap<>();
    for (Problem problem : problems) {
      words.put(Path.of(problem.where()).getFileName().toString(), problem.sentence());
    }
    assertThat(words).hasSameSizeAs(problems);
    return words;
  }
}
