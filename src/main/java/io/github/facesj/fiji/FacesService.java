package io.github.facesj.fiji;

import io.github.facesj.model.ModelCard;
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
   * A model ready to run. It stays open until the Context ends or {@link #forget} is called: never
   * close it. Whoever runs it after that is refused, and calls that run then go on to their end.
   *
   * @param id as in the catalogue
   * @param task what the model must be for
   * @throws IllegalArgumentException if there is no such model for this task
   * @throws FacesException if its files are missing or damaged, or the Context has ended
   */
  OpenModel open(String id, Task task) throws FacesException;

  /** Photos to work on at the same time: one for each core, as each network runs in one thread. */
  int threads();

  /**
   * Closes a model whose files are about to change; {@link #open} opens it afresh. Runs that still
   * use it end with a sentence that says so. Waits some seconds for calls that are on their way.
   */
  void forget(String id);

  /**
   * Deletes a model's files, after {@link #forget}. A model that is refused stays open.
   *
   * @throws IllegalArgumentException if the model is part of FacesJ
   * @throws FacesException if a file cannot be deleted
   */
  void remove(ModelCard card) throws FacesException;
}
