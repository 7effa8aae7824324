package io.github.facesj.analysis;

import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models of a store, each opened once, until all are closed. */
final class StoredModels implements ModelSource {

  /** Threads inside one network: more of them do worse beside other work (docs/BENCHMARKS.md). */
  private static final int THREADS = 1;

  private final ModelStore store;
  private final Map<String, OpenModel> open = new LinkedHashMap<>();
  private boolean closed;

  StoredModels(ModelStore store) {
    this.store = store;
  }

  @Override
  public synchronized OpenModel open(String id, Task task) throws FacesException {
    if (closed) {
      throw new FacesException("This FacesJ was closed. Open another.");
    }
    OpenModel model = open.get(id);
    if (model == null || model.card().task() != task) {
      ModelCard card = store.catalogue().get(id, task);
      model = store.open(card, THREADS);
      open.put(id, model);
    }
    return model;
  }

  synchronized void close() {
    closed = true;
    open.values().forEach(OpenModel::close);
    open.clear();
  }
}
