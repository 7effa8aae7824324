package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledWeightsTest {

  @TempDir Path empty;

  @ParameterizedTest
  @ValueSource(
      strings = {"facesj-detector", "facesj-landmarks68", "facesj-embedder", "sam-googlenet-68"})
  void runsFromTheJarAlone(String id) throws Exception {
    ModelStore store = ModelStore.at(empty.resolve("none"));
    ModelCard card = store.catalogue().find(id).orElseThrow();
    try (OpenModel model = store.open(card, 1)) {
      Outputs outputs = model.network().run(card.input().zeros(1, 64, 96));
      for (String output : card.outputs()) {
        assertThat(outputs.get(output)).as(output).isNotEmpty();
      }
    }
  }

  @Test
  void missingModelsSayWhatToDo() throws Exception {
    ModelStore store = ModelStore.at(empty);
    ModelCard card = store.catalogue().find("yunet").orElseThrow();
    assertThatThrownBy(() -> store.open(card, 1))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("YuNet n (yunet)")
        .hasMessageContaining("Plugins > FacesJ > Models...")
        .hasMessageContaining("yunet_n_dynamic.onnx")
        .hasMessageContaining(empty.toString());
  }
}
