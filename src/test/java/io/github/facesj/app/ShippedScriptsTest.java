package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the repository in Fiji's other languages, run as Fiji runs them. */
class ShippedScriptsTest {

  private static final Path MACROS = Path.of("macros");
  private static final Path FOLDER = MACROS.resolve("02_Detect_Folder.groovy");
  private static final Path SIMILAR = MACROS.resolve("10_Similar_Faces.py");

  @TempDir Path folder;

  @Test
  void everyScriptIsRunHere() throws Exception {
    try (Stream<Path> files = Files.list(MACROS)) {
      assertThat(files.filter(file -> !file.toString().endsWith(".ijm")))
          .containsExactlyInAnyOrder(FOLDER, SIMILAR);
    }
  }

  @Test
  void groovyWritesTheTableOfTheCommand() throws Exception {
    Path input = photos();
    Path script = folder.resolve("script.csv");
    Map<String, Object> outputs =
        ScriptRun.of(FOLDER, "input", input.toString(), "output", script.toString());
    assertThat((String) outputs.get("report")).startsWith("2 photos, 2 faces, 1 problem");
    Path command = folder.resolve("command.csv");
    MacroRun run =
        MacroRun.of(
            MACROS.resolve("02_Detect_Folder.ijm"),
            "input=[" + input + "] output=[" + command + "]");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(script).hasSameTextualContentAs(command);
  }

  @Test
  void pythonFindsTheMostSimilarFaces() throws Exception {
    Path input = photos();
    Path table = folder.resolve("similar.csv");
    Map<String, Object> outputs =
        ScriptRun.of(SIMILAR, "input", input.toString(), "output", table.toString());
    assertThat((String) outputs.get("report"))
        .startsWith("2 faces compared, 1 photos could not be read")
        .contains("broken.jpg");
    List<String> rows = Files.readAllLines(table);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).isEqualTo("photo,face,similar,face2,cosine");
    assertThat(rows.get(1)).matches("ada_1\\.jpg,1,ada_2\\.jpg,1,0\\.\\d+");
  }

  private Path photos() throws Exception {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    for (String name : List.of("ada_1.jpg", "ada_2.jpg")) {
      Files.copy(Path.of("sample-images/portraits/ada", name), photos.resolve(name));
    }
    Files.writeString(photos.resolve("broken.jpg"), "this is no photo");
    return photos;
  }
}
