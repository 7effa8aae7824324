package io.github.facesj.fiji;

import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import org.scijava.service.SciJavaService;

/**
 * Owns what must live as long as ImageJ does: the catalogue, the store of model files, and the
 * networks in use, which are opened once and freed with the Context.
 */
public interface FacesService extends SciJavaService {

  /** Where the models of this ImageJ are found, and put on request. */
  ModelStore store();

  /**
   * A model ready to run. It stays open until the Context ends: never close it.
   *
   * @param id as in the catalogue
   * @param task what the model must be for
   * @throws IllegalArgumentException if there is no such model for this task
   * @throws FacesException if its files are missing or damaged
   */
  OpenModel open(String id, Task task) throws FacesException;

  /** Photos to work on at the same time: one for each core, as each network runs in one thread. */
  int threads();

  /** Closes a model whose files are about to change; its next use opens it again. */
  void forget(String id);
}
