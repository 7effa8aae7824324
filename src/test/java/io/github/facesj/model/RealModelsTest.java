package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards and files of the public models belong together. */
@Tag("real")
class RealModelsTest {

  private static Path folder;

  @BeforeAll
  static void thereAreModels() {
    folder = Needs.shared("models");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yunet",
        "scrfd-500m",
        "scrfd-2.5g",
        "ultraface-320",
        "ultraface-640",
        "retinaface",
        "mtcnn",
        "pfld-68",
        "ghostone-98",
        "pfld-106",
        "mobilefacenet-112x112",
        "mobilefacenet-112x96",
        "fsanet"
      })
  void cardNamesEveryInputAndOutput(String id) throws Exception {
    ModelStore store = ModelStore.at(folder);
    ModelCard card = store.catalogue().find(id).orElseThrow();
    assertThat(store.state(card).status()).isEqualTo(ModelStatus.INSTALLED);
    try (OpenModel model = store.open(card, 1)) {
      model.tryOut();
      TreeSet<String> outputs = new TreeSet<>();
      List<Network> networks = model.networks();
      for (int i = 0; i < networks.size(); i++) {
        InputSpec input = card.inputs().get(Math.min(i, card.inputs().size() - 1));
        outputs.addAll(networks.get(i).run(input.zeros(1, 640, 640)).names());
        if (input.dynamicBatch()) {
          networks.get(i).run(input.zeros(2, 640, 640));
        }
      }
      assertThat(card.outputs()).containsExactlyInAnyOrderElementsOf(outputs);
    }
  }

  @Test
  void aFolderCopiedFromAnotherMachineJustWorks() throws Exception {
    assertThat(ModelStore.at(folder).list())
        .filteredOn(s -> s.status() == ModelStatus.MISSING)
        .extracting(s -> s.card().id())
        .containsExactly("sface", "expression", "yunet-2023mar", "ediffiqa-tiny");
  }
}
