package io.github.facesj.model;

import io.github.facesj.api.PublicApi;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All cards: those that ship with FacesJ, in the order of {@code models/index.txt}, and the user's
 * own, by name.
 */
@PublicApi
public final class Catalogue {

  /** Name of the card in a model's folder, as the BioImage Model Zoo has it. */
  public static final String CARD = "rdf.yaml";

  private final Map<String, ModelCard> cards;
  private final List<Problem> problems;

  private Catalogue(Map<String, ModelCard> cards, List<Problem> problems) {
    this.cards = cards;
    this.problems = List.copyOf(problems);
  }

  /**
   * The cards that ship with FacesJ.
   *
   * @throws FacesException if one is damaged
   */
  public static Catalogue builtIn() throws FacesException {
    Map<String, ModelCard> cards = new LinkedHashMap<>();
    for (String id : BundledModels.ids()) {
      cards.put(id, BundledModels.card(id));
    }
    return new Catalogue(cards, List.of());
  }

  /**
   * These cards and the user's own. One of those that cannot be read is a problem, and the others
   * are there.
   */
  Catalogue with(List<Path> own) {
    Map<String, ModelCard> cards = new LinkedHashMap<>(this.cards);
    List<Problem> problems = new ArrayList<>(this.problems);
    for (Path file : own) {
      try {
        ModelCard card = own(file);
        if (cards.putIfAbsent(card.id(), card) != null) {
          problems.add(
              new Problem(
                  file.toString(),
                  String.format(
                      Locale.ROOT,
                      "There is already a model with the id %s. Give the folder another name.",
                      card.id())));
        }
      } catch (FacesException e) {
        problems.add(new Problem(file.toString(), e.getMessage()));
      }
    }
    return new Catalogue(cards, problems);
  }

  /** Reads a card of the user's, with the files beside it. */
  static ModelCard own(Path file) throws FacesException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path id = folder == null ? null : folder.getFileName();
    if (id == null) {
      throw new FacesException(
          String.format(Locale.ROOT, "The card %s must lie in a folder of its own.", file));
    }
    return CardReader.read(
        id.toString(),
        Origin.OWN,
        file.toString(),
        smallText(file),
        name -> ModelFile.describe(folder.resolve(name)));
  }

  private static String smallText(Path file) throws FacesException {
    try {
      if (Files.size(file) > Yaml.LARGEST) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The card %s is larger than %d bytes, so it is not a card.",
                file,
                Yaml.LARGEST));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The card %s cannot be read: %s.", file, Reason.of(e)), e);
    }
  }

  /** All cards, those that ship with FacesJ first. */
  public List<ModelCard> cards() {
    return List.copyOf(cards.values());
  }

  /** The cards of one task. */
  public List<ModelCard> cards(Task task) {
    return cards.values().stream().filter(c -> c.task() == task).toList();
  }

  /** Cards of the user's that could not be read. */
  public List<Problem> problems() {
    return problems;
  }

  /** The card of this id, where there is one; {@code yunet-product} is a variant of yunet. */
  public Optional<ModelCard> find(String id) throws FacesException {
    ModelCard card = cards.get(id);
    if (card != null) {
      return Optional.of(card);
    }
    for (ModelCard base : cards.values()) {
      String prefix = base.id() + "-";
      if (id.startsWith(prefix) && base.variants().containsKey(id.substring(prefix.length()))) {
        return Optional.of(base.variant(id.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  /**
   * The card of this id.
   *
   * @param task what the model must be for
   * @throws IllegalArgumentException if there is none, or it is for another task, with the ids that
   *     would do
   */
  public ModelCard get(String id, Task task) throws FacesException {
    Optional<ModelCard> card = find(id);
    if (card.isEmpty() || card.get().task() != task) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There is no %s model \"%s\"; there are %s.",
              task.name().toLowerCase(Locale.ROOT),
              id,
              String.join(", ", cards(task).stream().map(ModelCard::id).toList())));
    }
    return card.get();
  }
}
