package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Reference;
import io.github.facesj.Sample;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.gallery.Cohort;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.image.FaceImage;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is decided of all faces of a photo together, by the networks that ship. */
class CoverJudgeTest {

  private static OpenModel detector;
  private static OpenModel landmarks;
  private static OpenModel model;
  private static Recognizer recognizer;
  private static Gallery gallery;

  @BeforeAll
  static void open() throws Exception {
    detector = Reference.open("facesj-detector");
    landmarks = Reference.open("facesj-landmarks68");
    model = Reference.open("facesj-embedder");
    FaceEmbedder embedder = FaceEmbedder.of(model);
    recognizer =
        Recognizer.of(
            detector,
            SearchOptions.defaults(),
            embedder,
            FaceLandmarker.of(landmarks),
            PointSource.LANDMARKS);
    GallerySource source = new GallerySource(() -> recognizer, 1, QualityGate.OPEN);
    gallery =
        GallerySource.join(source.empty(), source.enrol(Sample.path("portraits"), Progress.SILENT));
  }

  @AfterAll
  static void close() throws Exception {
    detector.close();
    landmarks.close();
    model.close();
  }

  private static CoverJudge judge(CoverRule rule) throws Exception {
    Cohort known = Cohort.of(gallery.faces());
    return new CoverJudge(
        new Identifier(
            recognizer,
            gallery,
            NamingRule.of(0, recognizer.embedder(), Path.of("target", "no-models"))
                .threshold(known),
            known.people()),
        rule,
        CertaintyRule.of(0, recognizer.embedder(), known));
  }

  private static FaceImage ada() throws Exception {
    return PhotoReader.read(Sample.path("portraits/ada/ada_1.jpg"));
  }

  @Test
  void aFaceThatCannotBeComparedIsCovered() throws Exception {
    FaceImage photo = ada();
    Face face = recognizer.recognize(photo, Progress.SILENT).get(0);
    List<Face> faces = List.of(face, Face.of(new Box(20, 20, 0, 0), 1));
    for (CoverRule rule :
        List.of(
            CoverRule.of(CoverTarget.EXCEPT, List.of("ada")),
            CoverRule.of(CoverTarget.UNKNOWN, List.of()),
            CoverRule.of(CoverTarget.ONLY, List.of("bo")))) {
      List<CoverVerdict> verdicts = judge(rule).judge(photo, faces, Progress.SILENT);
      assertThat(verdicts.get(0)).isEqualTo(CoverVerdict.KEPT);
      assertThat(verdicts.get(1).covered()).isTrue();
      assertThat(verdicts.get(1).doubt()).startsWith("it cannot be compared: ");
    }
  }

  /** Twice the same portrait beside each other: two people cannot both be Ada. */
  @Test
  void ofTwoFacesThatSeemOnePersonOneIsCovered() throws Exception {
    FaceImage photo = ada();
    int[] twice = new int[2 * photo.width() * photo.height()];
    for (int y = 0; y < photo.height(); y++) {
      for (int copy = 0; copy < 2; copy++) {
        System.arraycopy(
            photo.pixels(),
            y * photo.width(),
            twice,
            (2 * y + copy) * photo.width(),
            photo.width());
      }
    }
    FaceImage both = FaceImage.of(2 * photo.width(), photo.height(), twice);
    List<Face> faces = recognizer.recognize(both, Progress.SILENT);
    assertThat(faces).hasSize(2);
    CertaintyRule own =
        new CertaintyRule(
            CertaintyRule.of(0, recognizer.embedder(), Cohort.of(gallery.faces())).rates(),
            false,
            Optional.of(0.8),
            recognizer.embedder().distance());
    CoverRule rule = CoverRule.of(CoverTarget.EXCEPT, List.of("ada"));
    List<CoverVerdict> verdicts =
        new CoverJudge(judge(rule).identifier(), rule, own).judge(both, faces, Progress.SILENT);
    assertThat(verdicts.stream().filter(CoverVerdict::covered)).hasSize(1);
    assertThat(verdicts.stream().filter(CoverVerdict::isDoubt).findFirst().orElseThrow().doubt())
        .isEqualTo("another face of the photo is more like ada");
  }

  @Test
  void theNotesNameWhoCanHardlyBeKnown() throws Exception {
    CoverRule rule = CoverRule.of(CoverTarget.EXCEPT, List.of("ada"));
    CoverJudge judge = judge(rule);
    assertThat(CoverNotes.of(rule, judge.identifier(), judge.sure()))
        .singleElement()
        .asString()
        .contains("of strangers that is 1 in 10,000");
    List<Enrolled> ada =
        gallery.faces().stream().filter(f -> f.person().equals("ada")).limit(2).toList();
    float[] opposite = ada.get(0).embedding().toArray();
    for (int i = 0; i < opposite.length; i++) {
      opposite[i] = -opposite[i];
    }
    Enrolled wrong = new Enrolled("ada", "wrong.jpg", Embedding.of(gallery.model(), opposite));
    Gallery poor = Gallery.empty(gallery.model(), gallery.sha256()).with(ada.get(0)).with(wrong);
    assertThat(
            CoverNotes.of(
                rule,
                new Identifier(recognizer, poor, judge.identifier().threshold(), 1),
                CertaintyRule.of(0, recognizer.embedder(), Cohort.of(poor.faces()))))
        .anyMatch(note -> note.contains("knows one person only"))
        .anyMatch(note -> note.contains("fewer than 3 faces of ada"))
        .anyMatch(note -> note.contains("The faces of ada in the gallery are little alike"));
  }
}
