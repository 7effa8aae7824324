package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardReaderTest {

  @TempDir Path folder;

  private static String good() throws IOException {
    return Files.readString(Path.of("models/facesj-detector/rdf.yaml"));
  }

  private static ModelCard read(String text) throws FacesException {
    return BundledModels.card("try", text);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String text) {
    return assertThatThrownBy(() -> read(text))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("models/try/rdf.yaml");
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of("type: model", "type: modle", "type"),
        Arguments.of("type: model", "type: model\ncolour: red", "colour"),
        Arguments.of("type: model", "type: model\ntype: model", "type"),
        Arguments.of("format_version: 0.4.10", "format_version: 0.5.3", "format_version"),
        Arguments.of("name: FacesJ detector", "name: [a, b]", "name"),
        Arguments.of("name: FacesJ detector\n", "", "name"),
        Arguments.of("    axes: bcyx", "    axes: bcy", "inputs[0].axes"),
        Arguments.of("axes: bcyx", "axes: bcyx\n    axis: b", "inputs[0].axis"),
        Arguments.of("[1, 3, 32, 32]", "[1, 1, 32, 32]", "inputs[0].shape"),
        Arguments.of("[1, 3, 32, 32]", "[1, 3, 32]", "inputs[0].shape"),
        Arguments.of("data_type: float32", "data_type: uint8", "inputs[0].data_type"),
        Arguments.of("task: detection", "task: detektion", "config.facesj.task"),
        Arguments.of("task: detection", "", "config.facesj.task"),
        Arguments.of("colors: RGB", "colors: GRB", "config.facesj.colors"),
        Arguments.of("colors: RGB", "colors: RGB\n    colours: RGB", "config.facesj.colours"),
        Arguments.of("size: ", "size: about ", "config.facesj.size"),
        Arguments.of("size: ", "size: -", "config.facesj.size"),
        Arguments.of("sha256: \"", "sha256: \"0", "weights.onnx.sha256"),
        Arguments.of("sha256: \"", "sha265: \"", "weights.onnx.sha256"),
        Arguments.of("source: facesj", "source: ../facesj", "weights.onnx.source"),
        Arguments.of("source: facesj", "source: /etc/facesj", "weights.onnx.source"),
        Arguments.of("source: facesj", "source: C:\\facesj", "weights.onnx.source"),
        Arguments.of("source: facesj", "source: http://a.b/facesj", "weights.onnx.source"),
        Arguments.of("source: facesj", "source: https://a.b/..", "weights.onnx.source"),
        Arguments.of("source: facesj", "source: https://a b/facesj", "weights.onnx.source"),
        Arguments.of("source: facesj", "source: https:facesj", "weights.onnx.source"),
        Arguments.of("source: facesj", "source: file:///facesj", "weights.onnx.source"),
        Arguments.of("value: ", "value: .nan #", "config.facesj.accuracy[0].value"),
        Arguments.of("measure: ", "measures: ", "config.facesj.accuracy[0].measure"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void refusesNamingTheKey(String from, String to, String key) throws Exception {
    assertThat(good()).contains(from);
    assertRefused(good().replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)))
        .hasMessageContaining(key);
  }

  @Test
  void refusesTwoFilesOfOneName() throws Exception {
    String part =
        "    parts:\n      - {source: https://a.b/facesj-detector.onnx, size: 1, sha256: %s}\n";
    assertRefused(
            good()
                .replace(
                    "    settings:\n",
                    String.format(Locale.ROOT, part, "a".repeat(64)) + "    settings:\n"))
        .hasMessageContaining("config.facesj.parts")
        .hasMessageContaining("facesj-detector.onnx");
  }

  @Test
  void acceptsWhatTheChangesStartFrom() throws Exception {
    assertThat(read(good()).id()).isEqualTo("try");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "- a list",
        "just a text",
        "a: [1, 2",
        "a: \u0007",
        "1: number as key",
        "a: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost/']]",
        "a: &a [*a]",
        "? {a: b} : c",
      })
  void hostileYamlIsASentence(String yaml) {
    assertRefused(yaml);
  }

  @Test
  void billionLaughsIsASentence() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append(
          String.format(Locale.ROOT, "a%d: &a%d [*a%d, *a%d, *a%d]\n", i, i, i - 1, i - 1, i - 1));
    }
    assertRefused(bomb.toString());
  }

  @Test
  void deepNestingAndHugeFilesAreSentences() throws Exception {
    assertRefused("a: " + "[".repeat(50_000));
    assertRefused("a: " + "x".repeat(Yaml.LARGEST + 1));
    Path huge = Files.createDirectory(folder.resolve("huge")).resolve(Catalogue.CARD);
    Files.write(huge, new byte[Yaml.LARGEST + 1]);
    assertThatThrownBy(() -> Catalogue.own(huge)).hasMessageContaining("is larger than");
  }

  @Test
  void cardsThatAreNoTextAreSentences() throws Exception {
    Path file = Files.createDirectory(folder.resolve("bytes")).resolve(Catalogue.CARD);
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThatThrownBy(() -> Catalogue.own(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void foldersWithOddNamesAreRefused() throws Exception {
    Path file = Files.createDirectory(folder.resolve("My Model")).resolve(Catalogue.CARD);
    Files.writeString(file, good());
    assertThatThrownBy(() -> Catalogue.own(file)).hasMessageContaining("\"My Model\"");
  }
}
