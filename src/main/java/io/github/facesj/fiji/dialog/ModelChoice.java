package io.github.facesj.fiji.dialog;

import io.github.facesj.fiji.ModelWords;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelState;
import io.github.facesj.model.ModelStatus;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a list of models.
 *
 * @param id as macros write it
 * @param words as people read it
 * @param absent its card, where the model is not on this machine
 */
record ModelChoice(String id, String words, Optional<ModelCard> absent) {

  /**
   * The words that are no models, then FacesJ's own models, then those of this machine, one's own
   * among them, then those that could be fetched.
   *
   * @param offered what the parameter offers, in its order: ids of models, and other words
   * @throws FacesException if the cards cannot be read
   */
  static List<ModelChoice> of(ModelStore store, Task task, List<String> offered)
      throws FacesException {
    List<ModelState> models = new ArrayList<>();
    for (ModelState state : store.list()) {
      if (state.card().task() == task) {
        models.add(state);
      }
    }
    models.sort(
        Comparator.<ModelState>comparingInt(ModelChoice::rank)
            .thenComparingInt(m -> place(offered, m.card().id()))
            .thenComparing(m -> m.card().id()));
    List<ModelChoice> choices = new ArrayList<>();
    for (String word : offered) {
      if (store.catalogue().find(word).isEmpty()) {
        choices.add(new ModelChoice(word, words(word), Optional.empty()));
      }
    }
    models.forEach(model -> choices.add(of(model)));
    return choices;
  }

  private static ModelChoice of(ModelState model) {
    boolean here =
        model.status() == ModelStatus.EMBEDDED || model.status() == ModelStatus.INSTALLED;
    return new ModelChoice(
        model.card().id(),
        ModelWords.choice(model),
        here ? Optional.empty() : Optional.of(model.card()));
  }

  private static int rank(ModelState model) {
    return switch (model.status()) {
      case EMBEDDED -> 0;
      case INSTALLED -> 1;
      case MISSING, DAMAGED -> 2;
    };
  }

  private static int place(List<String> offered, String id) {
    int place = offered.indexOf(id);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  /** Words that stand for something else than a model. */
  private static String words(String word) {
    return switch (word) {
      case "gallery" -> "the one that made the gallery";
      case "detector" -> "the five points of the model that finds faces";
      case "points" -> "from the points";
      default -> word;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
