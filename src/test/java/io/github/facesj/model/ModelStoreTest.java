package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

  private static final Path EMBEDDER = Path.of("models/facesj-embedder");
  private static final String NETWORK = "facesj-embedder.onnx";

  @TempDir Path temporary;
  private Path folder;
  private ModelStore store;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temporary.resolve("models"));
    store = ModelStore.at(folder);
  }

  /** A folder outside the models folder with a card of the user's. */
  private Path own(String id, String from, String to) throws IOException {
    Path mine = Files.createDirectory(temporary.resolve(id));
    String card = Files.readString(EMBEDDER.resolve(Catalogue.CARD));
    assertThat(card).containsPattern(from);
    Files.writeString(mine.resolve(Catalogue.CARD), card.replaceFirst(from, to));
    Files.copy(EMBEDDER.resolve(NETWORK), mine.resolve(NETWORK));
    return mine;
  }

  private ModelCard card(String id) throws FacesException {
    return store.catalogue().find(id).orElseThrow();
  }

  private String[] left() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .filter(f -> !f.equals(".facesj-hashes"))
          .sorted()
          .toArray(String[]::new);
    }
  }

  @Test
  void addsRunsVerifiesAndRemovesAnOwnModel() throws Exception {
    ModelCard added = store.addOwn(own("mine", "FacesJ embedder", "Mine"));
    assertThat(added.name()).isEqualTo("Mine");
    assertThat(added.origin()).isEqualTo(Origin.OWN);
    assertThat(left()).containsExactly(NETWORK, Catalogue.CARD);
    ModelCard card = ModelStore.at(folder).catalogue().get("mine", Task.EMBEDDING);
    assertThat(store.verify(card).status()).isEqualTo(ModelStatus.INSTALLED);
    try (OpenModel model = store.open(card, 1)) {
      model.tryOut();
    }
    store.remove(card);
    assertThat(left()).isEmpty();
    assertThat(store.catalogue().find("mine")).isEmpty();
  }

  @Test
  void removingOneModelLeavesTheOthersFiles() throws Exception {
    store.addOwn(own("mine", "FacesJ embedder", "Mine"));
    ModelCard other = store.addOwn(own("other", "FacesJ embedder", "Other"));
    Files.copy(EMBEDDER.resolve(NETWORK), folder.resolve("flat.onnx"));
    store.remove(other);
    assertThat(left()).containsExactly(NETWORK, "flat.onnx", Catalogue.CARD);
    assertThat(store.state(card("mine")).status()).isEqualTo(ModelStatus.INSTALLED);
  }

  @Test
  void removingCleansUpAfterBrokenDownloads() throws Exception {
    Path home = Files.createDirectory(folder.resolve("yunet"));
    Files.writeString(home.resolve("yunet_n_dynamic.onnx"), "broken");
    Files.writeString(home.resolve("yunet_n_dynamic.onnx.part"), "half");
    assertThat(store.state(card("yunet")).status()).isEqualTo(ModelStatus.DAMAGED);
    store.remove(card("yunet"));
    assertThat(home).doesNotExist();
    assertThat(store.state(card("yunet")).status()).isEqualTo(ModelStatus.MISSING);
  }

  @Test
  void ownCardsNeedNoHash() throws Exception {
    Path mine = own("mine", "    sha256: .*\n", "");
    Path card = mine.resolve(Catalogue.CARD);
    Files.writeString(card, Files.readString(card).replaceFirst(" {4}size: \\d.*\n", ""));
    ModelFile file = store.addOwn(card).files().get(0);
    assertThat(file).isEqualTo(ModelFile.describe(EMBEDDER.resolve(NETWORK)));
  }

  @Test
  void ownModelsThatAreWrongAreNotAdded() throws Exception {
    assertNotAdded(own("a", "sha256: \"....", "sha256: \"0000"), "SHA-256");
    assertNotAdded(own("b", "- \\{name: embedding", "- {name: embeding"), "embeding");
    assertNotAdded(own("c", "name: image", "name: picture"), "picture");
    assertNotAdded(own("yunet", "FacesJ", "My"), "already a model with the id yunet");
    Path truncated = own("d", "    sha256: .*\n", "");
    byte[] bytes = Files.readAllBytes(truncated.resolve(NETWORK));
    Files.write(truncated.resolve(NETWORK), Arrays.copyOf(bytes, bytes.length / 2));
    assertNotAdded(truncated, "not a network that ONNX Runtime can read");
    Files.delete(truncated.resolve(NETWORK));
    assertNotAdded(truncated, "not there");
    Files.writeString(truncated.resolve(NETWORK), "no network at all");
    assertNotAdded(truncated, "not a network that ONNX Runtime can read");
    assertNotAdded(temporary.resolve("nowhere"), "cannot be read");
  }

  private void assertNotAdded(Path mine, String words) throws IOException {
    assertThatThrownBy(() -> store.addOwn(mine))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(words);
    assertThat(left()).isEmpty();
  }

  @Test
  void oneBrokenCardIsOneProblem() throws Exception {
    Path broken = Files.createDirectory(folder.resolve("broken")).resolve(Catalogue.CARD);
    Files.writeString(broken, "type: model\nwhat: ever");
    Path taken = Files.createDirectory(folder.resolve("yunet")).resolve(Catalogue.CARD);
    Files.copy(Path.of("models/yunet/rdf.yaml"), taken);
    Catalogue catalogue = store.catalogue();
    assertThat(catalogue.cards()).hasSameSizeAs(Catalogue.builtIn().cards());
    assertThat(catalogue.problems())
        .extracting(Problem::where)
        .containsExactly(broken.toString(), taken.toString());
  }

  @Test
  void filesAreFoundByContentWhateverTheirName() throws Exception {
    ModelCard card = store.addOwn(own("mine", "FacesJ embedder", "Mine"));
    Files.move(folder.resolve("mine").resolve(NETWORK), folder.resolve("renamed.bin"));
    ModelState state = store.state(card);
    assertThat(state.status()).isEqualTo(ModelStatus.INSTALLED);
    assertThat(state.paths()).containsExactly(folder.resolve("renamed.bin"));
    try (OpenModel model = store.open(card, 1)) {
      model.tryOut();
    }
  }

  @Test
  void changedFilesAreDamaged() throws Exception {
    ModelCard card = store.addOwn(own("mine", "FacesJ embedder", "Mine"));
    Path file = folder.resolve("mine").resolve(NETWORK);
    assertThat(store.state(card).status()).isEqualTo(ModelStatus.INSTALLED);
    byte[] bytes = Files.readAllBytes(file);
    var time = Files.getLastModifiedTime(file);
    bytes[1000]++;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time); // so that only reading all of it can tell
    assertThat(store.verify(card).status()).isEqualTo(ModelStatus.DAMAGED);
    assertThatThrownBy(() -> store.open(card, 1))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("is damaged")
        .hasMessageContaining(file.toString());
  }

  /** Whoever changes a file and sets its time back deceives the list, but runs nothing else. */
  @Test
  void aChangedFileIsNotRunWhateverIsRememberedOfIt() throws Exception {
    ModelCard card = store.addOwn(own("mine", "FacesJ embedder", "Mine"));
    Path file = folder.resolve("mine").resolve(NETWORK);
    Thread.sleep(200);
    assertThat(store.state(card).status()).isEqualTo(ModelStatus.INSTALLED);
    byte[] bytes = Files.readAllBytes(file);
    var time = Files.getLastModifiedTime(file);
    bytes[bytes.length / 2]++;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
    assertThatThrownBy(() -> store.open(card, 1)).hasMessageContaining("is damaged");
    Path elsewhere = Files.createDirectory(folder.resolve("copies")).resolve("renamed.onnx");
    Files.copy(EMBEDDER.resolve(NETWORK), elsewhere);
    try (OpenModel model = store.open(card, 1)) {
      model.tryOut();
    }
  }

  @Test
  void absurdSizesAreSentences() throws Exception {
    for (String shape :
        new String[] {
          "1, 3, 65536, 65536", "1, 3, 112, 5000", "1, 3, 2147483648, 1", "1, 3, -1, 9"
        }) {
      Path mine = own("mine" + shape.hashCode(), "shape: .*\n", "shape: [" + shape + "]\n");
      assertNotAdded(mine, "sides of at most 4096 pixels");
    }
    assertThatThrownBy(() -> Tensor.zeros("image", 1L << 32, 1L << 32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void hashesAreKeptForTheNextStart() throws Exception {
    ModelCard card = store.addOwn(own("mine", "FacesJ embedder", "Mine"));
    Thread.sleep(200); // what was written just now is not remembered
    store.state(card);
    Path file = folder.resolve("mine").resolve(NETWORK);
    Path cache = folder.resolve(".facesj-hashes");
    assertThat(cache).content().contains(card.files().get(0).sha256());
    Files.writeString(cache, "nonsense\n" + "0".repeat(64) + " x y z\n");
    assertThat(ModelStore.at(folder).state(card).paths()).containsExactly(file);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void nothingIsWrittenIntoAFolderThatIsNotMeantToBe() throws Exception {
    ModelCard card = store.addOwn(own("mine", "FacesJ embedder", "Mine"));
    Files.deleteIfExists(folder.resolve(".facesj-hashes"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThat(ModelStore.at(folder).state(card).status()).isEqualTo(ModelStatus.INSTALLED);
      assertThat(folder.resolve(".facesj-hashes")).doesNotExist();
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void listNamesEveryModelAndItsState() throws Exception {
    assertThat(store.list())
        .hasSameSizeAs(Catalogue.builtIn().cards())
        .filteredOn(s -> s.status() == ModelStatus.EMBEDDED)
        .extracting(s -> s.card().id())
        .containsExactly(
            "facesj-detector", "facesj-landmarks68", "facesj-embedder", "sam-googlenet-68");
    assertThat(store.list())
        .filteredOn(s -> s.status() != ModelStatus.EMBEDDED)
        .allMatch(s -> s.status() == ModelStatus.MISSING);
  }

  @Test
  void whatHasNoAddressCannotBeDownloaded() throws Exception {
    ModelCard card = card("mobilefacenet-112x96");
    assertThatThrownBy(() -> store.download(card, Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("no public address")
        .hasMessageContaining("mobilefacenet_casia.onnx")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void anotherFileOfTheSameNameIsMentioned() throws Exception {
    Files.writeString(folder.resolve("yunet_n_dynamic.onnx"), "something else");
    assertThatThrownBy(() -> store.open(card("yunet"), 1))
        .hasMessageContaining("lies there has another content");
  }

  @Test
  void embeddedModelsStay() throws Exception {
    ModelCard card = card("facesj-detector");
    assertThatThrownBy(() -> store.remove(card)).isInstanceOf(IllegalArgumentException.class);
    assertThat(store.verify(card).status()).isEqualTo(ModelStatus.EMBEDDED);
    assertThat(store.download(card, Progress.SILENT).status()).isEqualTo(ModelStatus.EMBEDDED);
  }

  @Test
  void thePropertyNamesTheFolder() {
    String before = System.getProperty(ModelStore.PROPERTY);
    try {
      System.setProperty(ModelStore.PROPERTY, folder.toString());
      assertThat(ModelStore.standard(temporary).folder()).isEqualTo(folder);
      System.setProperty(ModelStore.PROPERTY, " ");
      assertThat(ModelStore.standard(temporary).folder()).isEqualTo(temporary);
    } finally {
      if (before == null) {
        System.clearProperty(ModelStore.PROPERTY);
      } else {
        System.setProperty(ModelStore.PROPERTY, before);
      }
    }
  }
}
