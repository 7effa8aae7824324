package io.github.facesj.evaluation;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.metrics.Plots;
import io.github.facesj.picture.PictureMark;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.Table;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The folder for the files of an evaluation, found free for them before any work is done. */
public final class ResultFolder {

  private final Path folder;
  private final WriteGuard guard;
  private final Map<String, FileKind> files;

  private ResultFolder(Path folder, WriteGuard guard, Map<String, FileKind> files) {
    this.folder = folder;
    this.guard = guard;
    this.files = files;
  }

  /**
   * @param tables what is going to be written, by the names of the files
   * @param plots names of pictures
   * @param inputs files that the evaluation reads
   * @throws FacesException if one of the files must not be written
   */
  static ResultFolder of(
      Path folder, Map<String, FileKind> tables, Iterable<String> plots, Path... inputs)
      throws FacesException {
    Map<String, FileKind> files = new TreeMap<>(tables);
    plots.forEach(name -> files.put(name, PictureMark.KIND));
    WriteGuard guard = WriteGuard.of(inputs);
    for (Map.Entry<String, FileKind> file : files.entrySet()) {
      guard.require(folder.resolve(file.getKey()), file.getValue());
    }
    return new ResultFolder(folder, guard, files);
  }

  UnfinishedPairs unfinished(String name, PairList list, String settings, Progress progress)
      throws FacesException {
    return UnfinishedPairs.open(folder.resolve(name), list, settings, guard, progress);
  }

  void write(Table table, String name) throws FacesException {
    table.write(folder.resolve(name), files.get(name), guard);
  }

  void write(BufferedImage plot, String name) throws FacesException {
    Plots.write(plot, folder.resolve(name));
  }
}
