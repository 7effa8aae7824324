package io.github.facesj.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Reference;
import io.github.facesj.face.Embedding;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Warp;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceEmbedderTest {

  private static List<FaceImage> crops(int n) {
    Random random = new Random(5);
    List<FaceImage> crops = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int tone = random.nextInt(200);
      crops.add(
          FaceImage.of(
              112, 112, random.ints(112 * 112, 0, 56).map(v -> (v + tone) * 0x010101).toArray()));
    }
    return crops;
  }

  /** To the last bit: 67 faces in batches of 64 and 3, one by one, in pairs, and backwards. */
  @Test
  void embeddingsDependNeitherOnBatchSizeNorOnNeighbours() throws Exception {
    try (OpenModel model = Reference.open("facesj-embedder")) {
      FaceEmbedder embedder = FaceEmbedder.of(model);
      List<FaceImage> crops = crops(67);
      List<Embedding> together = embedder.embed(crops);
      for (int size : new int[] {1, 2, 7, 33}) {
        List<Embedding> parts = new ArrayList<>();
        for (int i = 0; i < crops.size(); i += size) {
          parts.addAll(embedder.embed(crops.subList(i, Math.min(i + size, crops.size()))));
        }
        assertThat(parts).as("batches of " + size).isEqualTo(together);
      }
      List<FaceImage> backwards = new ArrayList<>(crops);
      java.util.Collections.reverse(backwards);
      List<Embedding> turned = new ArrayList<>(embedder.embed(backwards));
      java.util.Collections.reverse(turned);
      assertThat(turned).isEqualTo(together);
      assertThat(embedder.embed(List.of())).isEmpty();
    }
  }

  @Test
  void mirrorIsPartOfTheMeaning() throws Exception {
    try (OpenModel model = Reference.open("facesj-embedder")) {
      FaceImage crop = crops(1).get(0);
      Embedding plain = FaceEmbedder.of(model, Mirror.NONE).embed(List.of(crop)).get(0);
      Embedding sum = FaceEmbedder.of(model, Mirror.SUM).embed(List.of(crop)).get(0);
      Embedding joined = FaceEmbedder.of(model, Mirror.CONCAT).embed(List.of(crop)).get(0);
      assertThat(plain.model()).isEqualTo("facesj-embedder");
      assertThat(sum.model()).isEqualTo("facesj-embedder+sum");
      assertThat(joined.size()).isEqualTo(256);
      assertThatThrownBy(() -> plain.cosine(sum)).isInstanceOf(IllegalArgumentException.class);
      Embedding ofMirrored =
          FaceEmbedder.of(model, Mirror.SUM).embed(List.of(Warp.mirror(crop))).get(0);
      assertThat(ofMirrored).isEqualTo(sum);
      assertThat(FaceEmbedder.of(model).mirror()).isEqualTo(Mirror.SUM);
      FaceEmbedder own = FaceEmbedder.of(model);
      assertThat(own.threshold())
          .isEqualTo(1 - own.impostors().orElseThrow().cosine(ImpostorTail.VERIFICATION));
    }
  }

  @Test
  void cropsOfAnotherSizeAreRefused() throws Exception {
    try (OpenModel model = Reference.open("facesj-embedder")) {
      FaceImage photo = PhotoReader.read(Path.of("sample-images/portraits/ada/ada_1.jpg"));
      assertThatThrownBy(() -> FaceEmbedder.of(model).embed(List.of(photo)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("112 x 112");
    }
  }
}
