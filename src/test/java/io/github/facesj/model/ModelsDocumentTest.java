package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/MODELS.md says what is. */
class ModelsDocumentTest {

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/MODELS.md"));
  }

  @Test
  void namesEveryModelWithItsSize() throws Exception {
    for (ModelCard card : Catalogue.builtIn().cards()) {
      String size = String.format(Locale.ROOT, "| %.1f MB |", card.size() / 1e6);
      assertThat(document().lines().filter(l -> l.startsWith("| `" + card.id() + "` |")).toList())
          .as(card.id())
          .hasSize(1)
          .allMatch(line -> line.contains(size), "contains " + size);
    }
  }

  @Test
  void itsExampleIsACard() throws Exception {
    String text = document();
    int start = text.indexOf("```yaml\n") + "```yaml\n".length();
    String example = text.substring(start, text.indexOf("```", start));
    ModelFile file = new ModelFile("my-embedder.onnx", "my-embedder.onnx", 1, "0".repeat(64));
    ModelCard card = CardReader.read("mine", Origin.OWN, "mine/rdf.yaml", example, name -> file);
    assertThat(card.files()).containsExactly(file);
    assertThat(card.settings().whole("size")).isEqualTo(512);
    assertThat(card.input().mean()).containsExactly(127.5f, 127.5f, 127.5f);
  }

  @Test
  void namesEverySettingOfTheCards() throws Exception {
    String text = document();
    for (ModelCard card : Catalogue.builtIn().cards()) {
      for (String key : card.settings().keys()) {
        assertThat(text).as(card.id()).contains("`" + key + "`");
      }
    }
  }
}
