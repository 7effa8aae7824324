package io.github.facesj.exchange.xmp;

import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.PassedOverCount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of each file of a folder whose metadata were read. */
final class MetadataTally {

  /** What came of a photo, or of a sidecar that stands for one. */
  enum Result {
    FACES,
    PROBLEM,
    NOTHING
  }

  private final Path folder;
  private final Map<Path, Result> results = new HashMap<>();

  MetadataTally(Path folder) {
    this.folder = folder;
  }

  void put(Path file, Result result) {
    results.put(file, result);
  }

  /**
   * Adds up; a sidecar shares what came of its photo.
   *
   * @param files all in the folder
   * @param left what was not looked at, by reason
   */
  FileTally of(List<Path> files, Sidecars sidecars, List<PassedOver> left) {
    int used = 0;
    int problems = 0;
    PassedOverCount over = new PassedOverCount();
    for (Path file : files) {
      String name = PhotoFolder.relative(folder, file);
      boolean sidecar = Sidecars.isSidecar(file);
      Path one = sidecar ? sidecars.photo(file).orElse(file) : file;
      Result result = results.get(one);
      if (result == null) {
        over.add("files of other kinds", "", name);
      } else {
        switch (result) {
          case FACES -> used++;
          case PROBLEM -> problems++;
          default -> over.add("photos and sidecars without faces", "", name);
        }
      }
    }
    List<PassedOver> all = new ArrayList<>(over.list());
    all.addAll(left);
    return new FileTally(used, problems, 0, all);
  }
}
