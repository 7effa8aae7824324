package io.github.facesj.detect;

import io.github.facesj.Needs;
import io.github.facesj.Reference;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;

/** The folder of public models and real photos that tests tagged "real" need. */
final class Shared {

  private Shared() {}

  /** A file or folder of it; the test is skipped, and says so, where there is none. */
  static Path path(String name) {
    return Needs.shared(name);
  }

  static OpenModel model(String id) throws FacesException {
    return Reference.open(id);
  }
}
