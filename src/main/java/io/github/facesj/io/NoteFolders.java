package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What FacesJ noted in each folder, read once for a run. */
final class NoteFolders {

  private final Map<Path, WrittenFiles> folders = new HashMap<>();

  synchronized WrittenFiles of(Path folder) throws FacesException {
    WrittenFiles known = folders.get(folder);
    if (known == null) {
      known = WrittenFiles.in(folder);
      folders.put(folder, known);
    }
    return known;
  }
}
