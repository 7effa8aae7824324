package io.github.facesj.detect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of public models and real photos that tests tagged "real" need. */
final class Shared {

  private Shared() {}

  /** A file or folder of it; the test is skipped, and says so, where there is none. */
  static Path path(String name) {
    Path path = Path.of(System.getProperty("facesj.shared", "../shared")).resolve(name);
    assumeTrue(
        Files.exists(path),
        () -> "SKIPPED: this test needs " + path + " (set -Dfacesj.shared to the shared folder)");
    return path;
  }

  static OpenModel model(String id) throws FacesException {
    ModelStore store = ModelStore.at(path("models"));
    return store.open(store.catalogue().get(id, Task.DETECTION), 1);
  }
}
