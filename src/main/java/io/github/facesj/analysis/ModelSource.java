package io.github.facesj.analysis;

import io.github.facesj.api.PublicApi;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;

/** Where open models come from; whoever gives them also closes them. */
@PublicApi
@FunctionalInterface
public interface ModelSource {

  /**
   * A model ready to run; the same one for the same id as long as it stays open.
   *
   * @param id as in the catalogue
   * @param task what the model must be for
   * @throws IllegalArgumentException if there is no such model for this task
   * @throws FacesException if its files are missing or damaged
   */
  OpenModel open(String id, Task task) throws FacesException;
}
