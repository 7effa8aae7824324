package io.github.facesj.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.embed.Distance;
import io.github.facesj.face.Embedding;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryFileTest {

  private static final String HASH = "ab".repeat(32);
  private static final String ZHANG = "\u5f20\u4f1f";
  private static final String SMILE = "\ud83d\ude42, \"O'Neil\"";

  @TempDir Path folder;

  private static Embedding vector(int seed) {
    Random random = new Random(seed);
    float[] v = new float[16];
    for (int i = 0; i < v.length; i++) {
      v[i] = (float) random.nextGaussian();
    }
    return Embedding.of("net+sum", v);
  }

  private static Gallery gallery() {
    return Gallery.empty("net+sum", HASH)
        .with(
            List.of(
                new Enrolled(ZHANG, ZHANG + "/1.jpg", vector(1)),
                new Enrolled("ada", "ada/1.jpg", vector(2)),
                new Enrolled("ada", "ada/2.jpg", vector(3)),
                new Enrolled(SMILE, "x\n\"y\".png", vector(4))));
  }

  @Test
  void comesBackAsItWas() throws Exception {
    Path file = folder.resolve(ZHANG + ".csv");
    GalleryFile.write(gallery(), file);
    Gallery read = GalleryFile.read(file);
    assertThat(read.faces()).isEqualTo(gallery().faces());
    assertThat(read.model()).isEqualTo("net+sum");
    assertThat(read.sha256()).isEqualTo(HASH);
    assertThat(read.people()).containsExactly("ada", ZHANG, SMILE);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void removedPeopleLeaveNothingBehind() throws Exception {
    Path file = folder.resolve("g.csv");
    GalleryFile.write(gallery(), file);
    GalleryFile.write(gallery().without("ada"), file);
    assertThat(Files.readString(file))
        .doesNotContain("ada")
        .doesNotContain(Float.toString(vector(2).toArray()[5]));
    assertThat(GalleryFile.read(file).people()).containsExactly(ZHANG, SMILE);
  }

  @Test
  void peopleAreRenamedAndJoined() {
    assertThat(gallery().rename("ada", ZHANG).people()).containsExactly(ZHANG, SMILE);
    assertThat(gallery().without("ada", "ada/1.jpg").faces()).hasSize(3);
    assertThatThrownBy(() -> gallery().rename("eva", "x")).hasMessageContaining("nobody named");
    assertThatThrownBy(() -> gallery().rename("ada", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void vectorsOfAnotherModelAreRefused() {
    Embedding other = Embedding.of("net", vector(1).toArray());
    assertThatThrownBy(() -> gallery().with(new Enrolled("x", "x", other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("net+sum");
    assertThatThrownBy(() -> Identification.of(gallery(), other, Distance.COSINE, 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gallery().requireModel("net+sum", "cd".repeat(32)))
        .hasMessageContaining("enrol again");
  }

  @Test
  void everyTruncationIsASentence() throws Exception {
    Path file = folder.resolve("g.csv");
    GalleryFile.write(gallery(), file);
    byte[] whole = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.csv");
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> GalleryFile.read(cut))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("cut.csv");
    }
  }

  @Test
  void otherFilesAreSentences() throws Exception {
    Path file = folder.resolve("g.csv");
    GalleryFile.write(gallery(), file);
    String text = Files.readString(file);
    for (String wrong :
        List.of("", "a,b,c\n1,2,3\n", "\0\0\0", text.replace("ada/1", "ada/7"), text + "x")) {
      Files.writeString(file, wrong);
      assertThatThrownBy(() -> GalleryFile.read(file)).isInstanceOf(FacesException.class);
    }
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xd8});
    assertThatThrownBy(() -> GalleryFile.read(file)).isInstanceOf(FacesException.class);
    assertThatThrownBy(() -> GalleryFile.read(folder.resolve("none")))
        .hasMessageContaining("There is no gallery");
    assertThatThrownBy(() -> GalleryFile.write(gallery(), file.resolve("where.csv")))
        .isInstanceOf(FacesException.class);
  }

  @Test
  void nearestPersonIsNamedUpToTheThreshold() {
    Identification found = Identification.of(gallery(), vector(3), Distance.EUCLIDEAN, 0.5, 2);
    assertThat(found.name()).isEqualTo("ada");
    assertThat(found.candidates()).hasSize(2);
    assertThat(found.match().orElseThrow().photo()).isEqualTo("ada/2.jpg");
    assertThat(found.margin().orElseThrow()).isPositive();
    assertThat(Identification.of(gallery(), vector(9), Distance.EUCLIDEAN, 0.5, 2).name())
        .isEqualTo("unknown");
    assertThat(
            Identification.of(Gallery.empty("net+sum", HASH), vector(9), Distance.COSINE, 0.5, 2)
                .name())
        .isEqualTo("unknown");
  }
}
