package io.github.facesj.app;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.FolderDetection;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Report;
import java.nio.file.Path;
import java.util.Optional;

/** The main job on the sample images, without a screen: {@code mvn exec:exec@demo}. */
public final class Demo {

  private Demo() {}

  /**
   * @param args folder of photos, folder for the results, id of the detector
   */
  public static void main(String[] args) {
    Path photos = Path.of(args[0]);
    Path results = Path.of(args[1]).toAbsolutePath().normalize();
    Path table = results.resolve("faces.csv");
    Path drawings = results.resolve("annotated");
    ModelStore store = ModelStore.standard(Path.of("models"));
    ConsoleProgress progress = new ConsoleProgress(System.out);
    try (OpenModel model = store.open(store.catalogue().get(args[2], Task.DETECTION), 1)) {
      Report report =
          new FolderDetection(
                  () -> FaceAnalyzer.detecting(model, SearchOptions.defaults()),
                  FaceAnalyzer.provenance(model.card(), SearchOptions.defaults()),
                  Runtime.getRuntime().availableProcessors())
              .run(photos, table, Optional.of(drawings), progress);
      progress.endLine();
      System.out.println(report.summary());
      System.out.println("The table of the faces: " + table);
      System.out.println("The photos with faces drawn in: " + drawings);
    } catch (FacesException | IllegalArgumentException e) {
      progress.endLine();
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
