package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final Path MODELS = Path.of("models");

  @Test
  void indexNamesEveryCardOfTheProject() throws IOException {
    List<String> folders;
    try (Stream<Path> children = Files.list(MODELS)) {
      folders =
          children
              .filter(c -> Files.exists(c.resolve(Catalogue.CARD)))
              .map(c -> c.getFileName().toString())
              .toList();
    }
    assertThat(Files.readAllLines(MODELS.resolve("index.txt")))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(folders);
  }

  @Test
  void everyCardIsRead() throws Exception {
    assertThat(Catalogue.builtIn().cards())
        .extracting(ModelCard::id)
        .containsExactlyElementsOf(Files.readAllLines(MODELS.resolve("index.txt")));
  }

  @Test
  void cardsOfEmbeddedNetworksNameTheFilesThatLieBesideThem() throws Exception {
    for (ModelCard card : Catalogue.builtIn().cards()) {
      for (ModelFile file : card.files()) {
        Path path = MODELS.resolve(card.id()).resolve(file.name());
        if (Files.exists(path)) {
          assertThat(ModelFile.describe(path))
              .as("%s is stale: correct its size and sha256", card.file())
              .isEqualTo(file);
        }
      }
    }
  }

  @Test
  void preprocessingBecomesMeanAndScale() throws Exception {
    InputSpec scrfd = Catalogue.builtIn().get("scrfd-500m", Task.DETECTION).input();
    assertThat(scrfd.mean()).containsExactly(127.5f, 127.5f, 127.5f);
    assertThat(scrfd.scale()).containsExactly(1 / 128f, 1 / 128f, 1 / 128f);
    InputSpec retina = Catalogue.builtIn().get("retinaface", Task.DETECTION).input();
    assertThat(retina.order()).isEqualTo(ColorOrder.BGR);
    assertThat(retina.mean()).containsExactly(104, 117, 123);
    InputSpec ghost = Catalogue.builtIn().get("ghostone-98", Task.LANDMARKS).input();
    assertThat(ghost.mean()).containsExactly(127.5f, 127.5f, 127.5f);
    InputSpec yunet = Catalogue.builtIn().get("yunet", Task.DETECTION).input();
    assertThat(yunet.width()).isZero();
    assertThat(yunet.multiple()).isEqualTo(32);
    assertThat(yunet.dynamicBatch()).isTrue();
    assertThat(yunet.scale()).containsExactly(1, 1, 1);
    InputSpec casia = Catalogue.builtIn().get("mobilefacenet-112x96", Task.EMBEDDING).input();
    assertThat(casia.width()).isEqualTo(96);
    assertThat(casia.height()).isEqualTo(112);
  }

  @Test
  void variantsKeepWhatTheyDoNotChange() throws Exception {
    ModelCard product = Catalogue.builtIn().get("yunet-product", Task.DETECTION);
    assertThat(product.id()).isEqualTo("yunet-product");
    assertThat(product.settings().text("score")).isEqualTo("product");
    assertThat(product.settings().text("decoder")).isEqualTo("yunet");
  }

  @Test
  void unknownIdsNameThoseThatWouldDo() throws Exception {
    Catalogue catalogue = Catalogue.builtIn();
    assertThatThrownBy(() -> catalogue.get("yunett", Task.DETECTION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"yunett\"")
        .hasMessageContaining("yunet, ");
    assertThatThrownBy(() -> catalogue.get("yunet", Task.EMBEDDING))
        .hasMessageContaining("no embedding model \"yunet\"");
  }
}
