package io.github.facesj.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Reference;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.image.Similarity;
import io.github.facesj.image.Warp;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our embeddings are those of Python on the same crops, and on the same photos and points. */
@Tag("real")
class EmbeddingParityTest {

  private static Embedding expected(String id, Map<String, String> row) {
    float[] v = new float[128];
    for (int i = 0; i < v.length; i++) {
      v[i] = Float.parseFloat(row.get("e" + i));
    }
    return Embedding.of(id, v);
  }

  private static List<Map<String, String>> rows(String model) throws Exception {
    return Reference.rows(Reference.path("reference-outputs/embeddings.csv")).stream()
        .filter(r -> r.get("model").equals(model))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "mobilefacenet-112x112, mobilefacenet_pixamatch",
    "mobilefacenet-112x96, mobilefacenet_casia"
  })
  void onAlignedCrops(String id, String name) throws Exception {
    List<Map<String, String>> rows = rows(name);
    assertThat(rows).hasSize(40);
    try (OpenModel model = Reference.open(id)) {
      FaceEmbedder embedder = FaceEmbedder.of(model, Mirror.NONE);
      List<FaceImage> crops = new ArrayList<>();
      for (Map<String, String> row : rows) {
        FaceImage crop = PhotoReader.read(Reference.path("reference-outputs/" + row.get("crop")));
        crops.add(row.get("variant").equals("flipped") ? Warp.mirror(crop) : crop);
      }
      List<Embedding> ours = embedder.embed(crops);
      double worst = 1;
      for (int i = 0; i < rows.size(); i++) {
        worst = Math.min(worst, ours.get(i).cosine(expected(id, rows.get(i))));
      }
      assertThat(worst).as("least cosine").isGreaterThanOrEqualTo(0.999999);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mobilefacenet-112x112, mobilefacenet_pixamatch",
    "mobilefacenet-112x96, mobilefacenet_casia"
  })
  void onPhotosWithTheReferencePoints(String id, String name) throws Exception {
    try (OpenModel model = Reference.open(id)) {
      FaceEmbedder embedder = FaceEmbedder.of(model, Mirror.NONE);
      for (Map<String, String> row : rows(name)) {
        if (row.get("variant").equals("flipped")) {
          continue;
        }
        Pyramid photo =
            Pyramid.of(
                PhotoReader.read(Reference.path("reference-outputs/photos/" + row.get("photo"))));
        Face face = Face.of(new Box(0, 0, 1, 1), 1, Reference.five(row));
        Similarity map = embedder.alignment().of(face);
        assertThat(new double[] {map.a(), -map.b(), map.tx(), map.b(), map.a(), map.ty()})
            .containsExactly(matrix(row), within(1e-3));
        Embedding theirs = expected(id, row);
        double plain = cosine(embedder, photo, face, Sampling.BILINEAR, theirs);
        double smooth = cosine(embedder, photo, face, Sampling.ANTIALIASED, theirs);
        assertThat(plain).as(row.get("face")).isGreaterThanOrEqualTo(0.999);
        if (map.scale() >= 0.5) {
          assertThat(smooth).as(row.get("face")).isEqualTo(plain);
        } else {
          assertThat(smooth).as(row.get("face")).isBetween(0.9, 0.9999);
        }
      }
    }
  }

  private static double cosine(
      FaceEmbedder embedder, Pyramid photo, Face face, Sampling sampling, Embedding theirs)
      throws Exception {
    return embedder
        .embed(photo, List.of(face), sampling)
        .get(0)
        .embedding()
        .orElseThrow()
        .cosine(theirs);
  }

  private static double[] matrix(Map<String, String> row) {
    double[] m = new double[6];
    for (int i = 0; i < 6; i++) {
      m[i] = Reference.number(row, "m" + i);
    }
    return m;
  }
}
