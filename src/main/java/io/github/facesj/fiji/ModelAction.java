package io.github.facesj.fiji;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelState;
import io.github.facesj.model.ModelStore;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What can be done about a model without the window; each ends with the list of models. */
public enum ModelAction {
  /** Nothing: only the list. */
  LIST,
  /** Fetch what is missing of the model. */
  DOWNLOAD,
  /** Read the model's files again to the last byte. */
  VERIFY,
  /** Delete the model's files. */
  REMOVE,
  /** Add a model by its card. */
  ADD;

  /**
   * Does it.
   *
   * @param id the model, for all but listing and adding
   * @param file the card, for adding
   * @return all models afterwards
   */
  public ResultsTable run(FacesService faces, String id, String file, Progress progress)
      throws FacesException {
    ModelStore store = faces.store();
    switch (this) {
      case DOWNLOAD -> store.download(card(store, id), progress);
      case VERIFY -> store.verify(card(store, id));
      case REMOVE -> faces.remove(card(store, id));
      case ADD -> {
        if (file.isBlank()) {
          throw new IllegalArgumentException(
              "Say which card to add: file=[.../rdf.yaml], with its ONNX file beside it.");
        }
        store.addOwn(Path.of(file));
      }
      default -> {
        // the list says it all
      }
    }
    return table(store.list());
  }

  /** Shows the list in a window of its own, or in the log where there is no screen. */
  public static void show(ResultsTable models) {
    if (GraphicsEnvironment.isHeadless()) {
      for (int row = -1; row < models.size(); row++) {
        IJ.log(row < 0 ? models.getColumnHeadings() : models.getRowAsString(row));
      }
    } else {
      models.show("Models");
    }
  }

  private static ModelCard card(ModelStore store, String id) throws FacesException {
    return store
        .catalogue()
        .find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "There is no model \"%s\"; action=list shows those there are.",
                        id)));
  }

  private static ResultsTable table(List<ModelState> models) {
    return ResultsTables.of(ModelWords.SCHEMA.table(models));
  }
}
