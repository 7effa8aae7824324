package io.github.facesj.detect;

import com.opencsv.CSVReaderHeaderAware;
import io.github.facesj.face.Box;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The project's rendered sample images with their truth, and its own detector. */
public final class Samples {

  static final Path FOLDER = Path.of("sample-images");

  private Samples() {}

  /** FacesJ's own detector, which ships with it. */
  static OpenModel model() throws FacesException {
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    return store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1);
  }

  /** Every photo by its path in the folder, sorted, with the boxes of its faces. */
  public static Map<String, List<Box>> truth() throws Exception {
    Map<String, List<Box>> truth = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      files
          .map(f -> FOLDER.relativize(f).toString().replace('\\', '/'))
          .filter(f -> f.endsWith(".jpg") || f.endsWith(".tif"))
          .sorted()
          .forEach(f -> truth.put(f, new ArrayList<>()));
    }
    return fill(truth, FOLDER.resolve("faces.csv"), "image");
  }

  /** Adds the boxes of a table to the photos it names. */
  public static Map<String, List<Box>> fill(Map<String, List<Box>> truth, Path table, String photo)
      throws Exception {
    try (CSVReaderHeaderAware csv = new CSVReaderHeaderAware(Files.newBufferedReader(table))) {
      for (Map<String, String> row = csv.readMap(); row != null; row = csv.readMap()) {
        truth
            .get(row.get(photo))
            .add(
                new Box(
                    Double.parseDouble(row.get("x")),
                    Double.parseDouble(row.get("y")),
                    Double.parseDouble(row.get("width")),
                    Double.parseDouble(row.get("height"))));
      }
    }
    return truth;
  }
}
