package io.github.facesj.model;

import io.github.facesj.api.PublicApi;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The models of this machine: which there are, where their files lie, how to open, fetch and remove
 * them. A file is known by its SHA-256, whatever its name. Nothing is ever downloaded unless {@link
 * #download} is called.
 */
@PublicApi
public final class ModelStore {

  /** System property that names the models folder, before what the caller says. */
  public static final String PROPERTY = "facesj.models";

  private final Path folder;
  private final ModelFolder files;
  private Catalogue builtIn;

  private ModelStore(Path folder) {
    this.folder = folder;
    this.files = new ModelFolder(folder);
  }

  /** The store of exactly this folder, which may be absent. */
  public static ModelStore at(Path folder) {
    return new ModelStore(folder.toAbsolutePath().normalize());
  }

  /** The store of the folder that {@code -Dfacesj.models} names, or else of this one. */
  public static ModelStore standard(Path otherwise) {
    String named = System.getProperty(PROPERTY, "").strip();
    return at(named.isEmpty() ? otherwise : Path.of(named));
  }

  /** The folder into which models are downloaded. */
  public Path folder() {
    return folder;
  }

  /** All cards: those that ship with FacesJ, and the user's own in the folder. */
  public Catalogue catalogue() throws FacesException {
    synchronized (this) {
      if (builtIn == null) {
        builtIn = Catalogue.builtIn();
      }
    }
    return builtIn.with(files.cards());
  }

  /** All models of the catalogue and whether they can be used now. */
  public List<ModelState> list() throws FacesException {
    List<ModelState> states = new ArrayList<>();
    for (ModelCard card : catalogue().cards()) {
      states.add(state(card));
    }
    return states;
  }

  /** Whether a model can be used now. */
  public ModelState state(ModelCard card) throws FacesException {
    if (BundledWeights.has(card)) {
      return new ModelState(card, ModelStatus.EMBEDDED, List.of());
    }
    List<Path> paths = new ArrayList<>();
    boolean damaged = false;
    for (ModelFile file : card.files()) {
      Optional<Path> found = files.find(file);
      found.ifPresent(paths::add);
      damaged |= found.isEmpty() && Files.exists(place(card, file));
    }
    ModelStatus status =
        paths.size() == card.files().size()
            ? ModelStatus.INSTALLED
            : damaged ? ModelStatus.DAMAGED : ModelStatus.MISSING;
    return new ModelState(card, status, paths);
  }

  /** As {@link #state}, after reading every file again to the last byte. */
  public ModelState verify(ModelCard card) throws FacesException {
    files.refresh();
    if (BundledWeights.has(card)) {
      for (ModelFile file : card.files()) {
        BundledWeights.unpack(card, file);
      }
    }
    return state(card);
  }

  /**
   * Opens a model on the CPU.
   *
   * @param threads threads inside one call, at least 1
   * @throws FacesException if a file is missing or damaged, with what to do; or is no network
   */
  public OpenModel open(ModelCard card, int threads) throws FacesException {
    List<Path> paths = new ArrayList<>();
    boolean embedded = BundledWeights.has(card);
    for (ModelFile file : card.files()) {
      paths.add(embedded ? BundledWeights.unpack(card, file) : require(card, file));
    }
    return OpenModel.open(card, paths, threads);
  }

  private Path require(ModelCard card, ModelFile file) throws FacesException {
    Optional<Path> found = files.findNow(file);
    if (found.isEmpty()) {
      throw MissingModelMessage.sentence(card, file, folder, place(card, file));
    }
    return found.get();
  }

  /**
   * Downloads what is missing of a model. Only ever called because the user asked for it.
   *
   * @param progress told the bytes of each file; may cancel, and what has arrived is kept
   * @return the state afterwards
   * @throws FacesException if it cannot be fetched, with the reason
   */
  public ModelState download(ModelCard card, Progress progress) throws FacesException {
    boolean go = !BundledWeights.has(card);
    for (ModelFile file : card.files()) {
      if (go && files.find(file).isEmpty()) {
        if (!file.isPublic()) {
          throw MissingModelMessage.sentence(card, file, folder, place(card, file));
        }
        go = Download.fetch(URI.create(file.source()), file, place(card, file), progress);
      }
    }
    return state(card);
  }

  /**
   * Adds a model of the user's own: copies the card and the networks beside it into the models
   * folder, after opening and running them.
   *
   * @param card the card, or the folder it lies in; the folder's name becomes the id
   * @return the card as it is now in the catalogue
   * @throws FacesException if the card or a network is wrong, or the id is taken
   */
  public ModelCard addOwn(Path card) throws FacesException {
    Path file = Files.isDirectory(card) ? card.resolve(Catalogue.CARD) : card;
    return UserModel.add(file, folder, catalogue());
  }

  /**
   * Deletes a model's files from the models folder; of the user's own the card and what lies beside
   * it. Files beside another card stay.
   *
   * @throws IllegalArgumentException if the model is part of FacesJ
   * @throws FacesException if a file cannot be deleted
   */
  public void remove(ModelCard card) throws FacesException {
    if (BundledWeights.has(card)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The model %s is part of FacesJ and cannot be removed.", card.id()));
    }
    List<Path> paths = new ArrayList<>();
    for (ModelFile file : card.files()) {
      paths.add(place(card, file));
      paths.add(Path.of(place(card, file) + Download.PART));
      if (card.origin() == Origin.BUILT_IN) {
        files.all(file).stream().filter(p -> !isBesideCard(p)).forEach(paths::add);
      }
    }
    if (card.origin() == Origin.OWN) {
      card.files().forEach(file -> paths.addAll(outside(place(card, file))));
      paths.add(Path.of(card.file()));
    }
    try {
      delete(paths, folder.resolve(card.home()));
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The model %s cannot be removed from %s: %s.",
              card.id(),
              folder,
              Reason.of(e)),
          e);
    }
  }

  /** The files in which a network keeps its weights, where it does not hold them itself. */
  private static List<Path> outside(Path network) {
    try {
      return ExternalData.of(network).stream().map(network::resolveSibling).toList();
    } catch (FacesException e) {
      return List.of(); // a damaged network, which is to go all the same, names none
    }
  }

  private static boolean isBesideCard(Path file) {
    return Files.exists(file.resolveSibling(Catalogue.CARD));
  }

  /** Deletes files, and the model's own folder if nothing else is in it. */
  private static void delete(List<Path> paths, Path home) throws IOException {
    Set<Path> folders = new TreeSet<>(Comparator.reverseOrder()); // the innermost first
    folders.add(home);
    for (Path path : paths) {
      Files.deleteIfExists(path);
      for (Path up = path.getParent(); up != null && up.startsWith(home); up = up.getParent()) {
        folders.add(up);
      }
    }
    for (Path folder : folders) {
      if (isEmptyFolder(folder)) {
        Files.delete(folder);
      }
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private Path place(ModelCard card, ModelFile file) {
    return folder.resolve(card.home()).resolve(file.name());
  }
}
