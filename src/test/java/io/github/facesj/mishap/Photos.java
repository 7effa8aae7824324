package io.github.facesj.mishap;

import io.github.facesj.Sample;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Some photos in two folders, with one face and several. */
final class Photos {

  private static final List<String> SAMPLES =
      List.of(
          "portraits/ada/ada_1.jpg",
          "portraits/bo/bo_1.jpg",
          "portraits/chidi/chidi_1.jpg",
          "portraits/dora/dora_1.jpg",
          "portraits/emil/emil_1.jpg",
          "variants/noface.jpg");

  private Photos() {}

  /** The detector that ships with FacesJ. */
  static OpenModel detector() throws FacesException {
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    return store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1);
  }

  static void copy(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("more"));
    for (int i = 0; i < SAMPLES.size(); i++) {
      Files.copy(
          Sample.path(SAMPLES.get(i)),
          folder.resolve((i % 2 == 0 ? "" : "more/") + "photo" + i + ".jpg"),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
