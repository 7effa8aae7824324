package io.github.facesj.model;

import io.github.facesj.api.PublicApi;
import java.nio.file.Path;
import java.util.List;

/**
 * A model and whether it can be used now.
 *
 * @param card its card
 * @param status whether it can be used
 * @param paths where its files lie, as far as they are in the models folder; those of an embedded
 *     model are in the jar
 */
@PublicApi
public record ModelState(ModelCard card, ModelStatus status, List<Path> paths) {

  public ModelState {
    paths = List.copyOf(paths);
  }
}
