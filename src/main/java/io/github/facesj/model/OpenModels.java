package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Models of a store, each opened once, until they are taken out or all end. */
public final class OpenModels {

  /** Threads inside one network: more of them do worse beside other work (docs/BENCHMARKS.md). */
  private static final int THREADS = 1;

  private final ModelStore store;
  private final Supplier<FacesException> ending;
  private final Map<String, OpenModel> open = new LinkedHashMap<>();
  private boolean ended;

  /**
   * @param ending what is said to whoever asks for a model after the end
   */
  public OpenModels(ModelStore store, Supplier<FacesException> ending) {
    this.store = store;
    this.ending = ending;
  }

  /**
   * Opens a model, or gives the one that is open.
   *
   * @throws FacesException if there is none of this id and task, it cannot be opened, or all have
   *     ended
   */
  public synchronized OpenModel open(String id, Task task) throws FacesException {
    if (ended) {
      throw ending.get();
    }
    ModelCard card = store.catalogue().get(id, task);
    OpenModel model = open.get(card.id());
    if (model == null) {
      model = store.open(card, THREADS);
      open.put(card.id(), model);
    }
    return model;
  }

  /** Takes models out, for the caller to close; asked for again they are opened anew. */
  public synchronized List<OpenModel> take(Predicate<ModelCard> which) {
    List<OpenModel> taken = open.values().stream().filter(m -> which.test(m.card())).toList();
    open.values().removeAll(taken);
    return taken;
  }

  /** Takes all out, for the caller to close; no more are opened. */
  public synchronized List<OpenModel> end() {
    ended = true;
    return take(card -> true);
  }
}
