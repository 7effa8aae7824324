package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import io.github.facesj.table.FaceCsvReader;
import io.github.facesj.table.FaceRow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One photo by the Java API, by a macro, and among others of a folder: the same to the last bit.
 */
class SameEverywhereTest {

  private static final String GROUPS = "sample-images/groups";

  @TempDir Path dir;

  @Test
  void apiMacroAndFolderGiveTheSameRows() throws Exception {
    List<FaceRow> api = api();
    assertThat(api).hasSize(3);
    run(
        "macros/01_Detect_Faces.ijm",
        "image=" + GROUPS + "/group_1.jpg output=[" + dir + "] score=0.6");
    assertThat(FaceCsvReader.read(dir.resolve("group_1_faces.csv"))).isEqualTo(api);
    run(
        "macros/02_Detect_Folder.ijm",
        "input=" + GROUPS + " output=[" + dir.resolve("all.csv") + "] score=0.6");
    assertThat(FaceCsvReader.read(dir.resolve("all.csv")))
        .filteredOn(row -> row.photo().equals("group_1.jpg"))
        .isEqualTo(api);
  }

  private List<FaceRow> api() throws Exception {
    ModelStore store = ModelStore.at(dir);
    try (OpenModel model =
        store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1)) {
      FaceAnalyzer analyzer =
          FaceAnalyzer.detecting(model, SearchOptions.builder().score(0.6).build());
      var photo = PhotoReader.read(Sample.path("groups/group_1.jpg"));
      return FaceRow.of(
          "group_1.jpg", 1, analyzer.analyze(photo, Progress.SILENT), analyzer.provenance());
    }
  }

  private static void run(String macro, String arg) throws Exception {
    MacroRun run = MacroRun.of(Path.of(macro), arg);
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }
}
