package io.github.facesj.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Reference;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is covered is found by no detector any more. */
class AnonymisedFacesTest {

  /** A box found that overlaps a covered one this much would be that face. */
  private static final double SAME_FACE = 0.3;

  @ParameterizedTest
  @EnumSource(Cover.class)
  void ourDetectorFindsNoFaceOfTheSampleGroups(Cover how) throws Exception {
    assertThat(found(how, Path.of("sample-images/groups"), List.of("facesj-detector"))).isEmpty();
  }

  @Tag("real")
  @ParameterizedTest
  @EnumSource(Cover.class)
  void publicDetectorsFindNoFaceOfTheSampleGroups(Cover how) throws Exception {
    assertThat(found(how, Path.of("sample-images/groups"), List.of("yunet", "scrfd-500m")))
        .isEmpty();
  }

  @Tag("real")
  @ParameterizedTest
  @EnumSource(Cover.class)
  void noDetectorFindsAFaceOfTheReferencePhotos(Cover how) throws Exception {
    assertThat(
            found(
                how,
                Reference.path("reference-outputs/photos"),
                List.of("facesj-detector", "yunet", "scrfd-500m")))
        .isEmpty();
  }

  /**
   * Two portraits of each person are known. A program that knows where the faces of the other
   * pictures are, and covers nothing, names most of them; covered, it names nobody, and of all six
   * people the right one is the nearest about as often as by chance.
   */
  @ParameterizedTest
  @EnumSource(Cover.class)
  void nobodyIsIdentifiedAnyMore(Cover how) throws Exception {
    nobodyIsIdentified(how, "facesj-embedder");
  }

  @Tag("real")
  @ParameterizedTest
  @EnumSource(Cover.class)
  void noPublicEmbedderIdentifiesAnybody(Cover how) throws Exception {
    nobodyIsIdentified(how, "mobilefacenet-112x112");
  }

  private static void nobodyIsIdentified(Cover how, String embedder) throws Exception {
    try (KnownSamples known = KnownSamples.of(embedder)) {
      KnownSamples.Count plain = known.identify((photo, boxes) -> photo);
      assertThat(plain.named()).isGreaterThan(plain.faces() / 2);
      FaceCover cover = new FaceCover(how, FaceCover.DEFAULT_MARGIN);
      KnownSamples.Count covered = known.identify(cover::cover);
      assertThat(covered.named()).isZero();
      assertThat(covered.nearest()).isLessThanOrEqualTo(known.chance(covered.faces()));
      System.out.printf(
          Locale.ROOT,
          "%s, %s: named / nearest %d / %d uncovered, %d / %d covered, of %d faces%n",
          how,
          embedder,
          plain.named(),
          plain.nearest(),
          covered.named(),
          covered.nearest(),
          covered.faces());
    }
  }

  /** Faces found where one was covered, in words. */
  private static List<String> found(Cover how, Path folder, List<String> detectors)
      throws Exception {
    FaceCover cover = new FaceCover(how, FaceCover.DEFAULT_MARGIN);
    List<String> found = new ArrayList<>();
    int covered = 0;
    try (OpenModel own = Reference.open("facesj-detector")) {
      FaceAnalyzer finder = FaceAnalyzer.detecting(own, SearchOptions.defaults());
      for (String id : detectors) {
        try (OpenModel other = Reference.open(id)) {
          FaceAnalyzer judge =
              FaceAnalyzer.detecting(other, SearchOptions.builder().score(0.5).build());
          for (Path photo : PhotoFolder.list(folder, Progress.SILENT)) {
            FaceImage image = PhotoReader.read(photo);
            List<Box> boxes =
                finder.analyze(image, Progress.SILENT).stream().map(Face::box).toList();
            covered += boxes.size();
            for (Face face : judge.analyze(cover.cover(image, boxes), Progress.SILENT)) {
              if (boxes.stream().anyMatch(b -> b.iou(face.box()) >= SAME_FACE)) {
                found.add(
                    String.format(
                        Locale.ROOT,
                        "%s %s %.2f %s",
                        id,
                        photo.getFileName(),
                        face.score(),
                        face.box()));
              }
            }
          }
        }
      }
    }
    assertThat(covered).isPositive();
    System.out.printf(
        Locale.ROOT,
        "%s, %s, judged by %s: %d covered, %d found again%n",
        how,
        folder.getFileName(),
        detectors,
        covered / detectors.size(),
        found.size());
    return found;
  }
}
