package io.github.facesj.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Sample;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.Mirror;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way of a photo with the three networks that ship with FacesJ. */
class FaceAnalyzerTest {

  private static OpenModel detector;
  private static OpenModel landmarks;
  private static OpenModel embedder;
  private static FaceImage photo;

  @BeforeAll
  static void open() throws Exception {
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    detector = store.open(store.catalogue().find("facesj-detector").orElseThrow(), 1);
    landmarks = store.open(store.catalogue().find("facesj-landmarks68").orElseThrow(), 1);
    embedder = store.open(store.catalogue().find("facesj-embedder").orElseThrow(), 1);
    photo = PhotoReader.read(Sample.path(Sample.GROUP));
  }

  @AfterAll
  static void close() {
    detector.close();
    landmarks.close();
    embedder.close();
  }

  private static FaceAnalyzer detecting() throws Exception {
    return FaceAnalyzer.detecting(detector, SearchOptions.builder().score(0.6).build());
  }

  @Test
  void theWholeWayIsTheStagesOneByOne() throws Exception {
    List<Face> boxes = detecting().analyze(photo, Progress.SILENT);
    assertThat(boxes).hasSize(5).allMatch(f -> f.landmarks().isEmpty());
    Pyramid pyramid = Pyramid.of(photo);
    List<Face> pointed =
        FaceLandmarker.averaging(landmarks).find(pyramid, boxes, Sampling.ANTIALIASED);
    List<Face> byLandmarks =
        pointed.stream()
            .map(f -> Face.of(f.box(), f.score(), f.landmarks().orElseThrow().toFive()))
            .toList();
    List<Face> embedded =
        FaceEmbedder.of(embedder, Mirror.SUM).embed(pyramid, byLandmarks, Sampling.ANTIALIASED);

    FaceAnalyzer analyzer =
        detecting()
            .completing(
                FaceCompletion.NOTHING
                    .averagedLandmarks(landmarks)
                    .embedding(embedder, Mirror.SUM));
    List<Face> faces = analyzer.analyze(photo, Progress.SILENT);
    assertThat(faces).extracting(Face::box).isEqualTo(boxes.stream().map(Face::box).toList());
    assertThat(faces)
        .extracting(Face::landmarks)
        .isEqualTo(pointed.stream().map(Face::landmarks).toList());
    assertThat(faces)
        .extracting(Face::embedding)
        .isEqualTo(embedded.stream().map(Face::embedding).toList());
    assertThat(analyzer.provenance().parameters())
        .endsWith(
            " landmarks=facesj-landmarks68 average=true embedder=facesj-embedder mirror=sum"
                + " points=landmarks pointsby=facesj-landmarks68");
  }

  @Test
  void aBoxDrawnByHandIsAFace() throws Exception {
    Face found = detecting().analyze(photo, Progress.SILENT).get(0);
    Face drawn = Face.of(found.box(), 1);
    FaceCompletion completion =
        FaceCompletion.NOTHING.embedding(
            FaceEmbedder.of(embedder, Mirror.NONE),
            Optional.of(FaceLandmarker.of(landmarks)),
            PointSource.DETECTOR);
    Face done = completion.complete(photo, List.of(drawn), Progress.SILENT).get(0);
    assertThat(done.box()).isEqualTo(drawn.box());
    assertThat(done.landmarks().orElseThrow().scheme()).isEqualTo(LandmarkScheme.IBUG68);
    // Where the detector has points and the alignment wants those, no landmarks are looked for.
    Face detected = completion.complete(photo, List.of(found), Progress.SILENT).get(0);
    assertThat(detected.landmarks()).isEmpty();
    assertThat(done.embedding().orElseThrow().cosine(detected.embedding().orElseThrow()))
        .isGreaterThan(0.8);
  }

  @Test
  void wantsALandmarkModelWhereTheCardDoes() {
    assertThatThrownBy(() -> detecting().embedding(embedder, Mirror.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a landmark model");
  }

  @Test
  void leavesOutWhatACancelLeftUndone() throws Exception {
    Progress canceled =
        new Progress() {
          @Override
          public void at(long done, long total, String what) {}

          @Override
          public boolean isCanceled() {
            return true;
          }

          @Override
          public void warn(Problem problem) {}
        };
    Face drawn = Face.of(new Box(10, 10, 50, 50), 1);
    FaceCompletion points = FaceCompletion.NOTHING.landmarks(landmarks);
    assertThat(points.complete(photo, List.of(drawn), canceled)).isEmpty();
    assertThat(FaceCompletion.NOTHING.complete(photo, List.of(drawn), canceled))
        .containsExactly(drawn);
  }
}
