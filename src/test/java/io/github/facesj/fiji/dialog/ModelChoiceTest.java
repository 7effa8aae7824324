package io.github.facesj.fiji.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.model.ModelStore;
import io.github.facesj.model.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as dialogs list them. */
class ModelChoiceTest {

  @TempDir Path folder;

  private List<ModelChoice> choices(Task task, String... offered) throws Exception {
    return ModelChoice.of(ModelStore.at(folder), task, List.of(offered));
  }

  @Test
  void ownOnesOfFacesJComeBeforeThoseThatCouldBeFetched() throws Exception {
    List<ModelChoice> choices =
        choices(Task.EMBEDDING, "gallery", "facesj-embedder", "mobilefacenet-112x112", "sface");
    assertThat(choices.stream().map(ModelChoice::id))
        .startsWith("gallery", "facesj-embedder", "mobilefacenet-112x112", "sface")
        .contains("mobilefacenet-112x96");
    assertThat(choices.stream().map(ModelChoice::words))
        .startsWith(
            "the one that made the gallery",
            "FacesJ embedder, part of FacesJ",
            "MobileFaceNet 112x112, 4 MB, 99.317 % on LFW, not here yet");
    assertThat(choices.get(1).absent()).isEmpty();
    assertThat(choices.get(2).absent()).isPresent();
  }

  @Test
  void aModelOfOnesOwnIsAmongThem() throws Exception {
    Path own = Files.createDirectories(folder.resolve("my-detector"));
    Path shipped = Path.of("models", "facesj-detector");
    String card =
        Files.readString(shipped.resolve("rdf.yaml"))
            .replace("name: FacesJ detector", "name: Mine");
    Files.writeString(own.resolve("rdf.yaml"), card);
    try (var files = Files.list(shipped)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".onnx")).toList()) {
        Files.copy(file, own.resolve(file.getFileName()));
      }
    }
    List<ModelChoice> choices = choices(Task.DETECTION, "facesj-detector", "yunet");
    assertThat(choices.stream().map(ModelChoice::id))
        .startsWith("facesj-detector", "my-detector", "yunet");
    assertThat(choices.get(1).words()).startsWith("Mine, ").endsWith(", your own");
  }
}
