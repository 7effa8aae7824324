package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models of this machine: which there are, where their files lie, and how to open them. Nothing
 * is ever downloaded unless {@code download} is called.
 */
public final class ModelStore {

  /** System property that names the models folder, before what the caller says. */
  public static final String PROPERTY = "facesj.models";

  private final Path folder;
  private final ModelFolder files;

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
    return Catalogue.with(folder);
  }

  /**
   * Opens a model on the CPU.
   *
   * @param threads threads inside one call, at least 1
   * @throws FacesException if a file is missing, with what to do; or is no network
   */
  public OpenModel open(ModelCard card, int threads) throws FacesException {
    List<Path> paths = new ArrayList<>();
    boolean embedded = Embedded.has(card);
    for (ModelFile file : card.files()) {
      Optional<Path> found = files.find(file);
      if (found.isPresent()) {
        paths.add(found.get());
      } else if (embedded) {
        paths.add(Embedded.unpack(card, file));
      } else {
        throw missing(card, file);
      }
    }
    return OpenModel.open(card, paths, threads);
  }

  private FacesException missing(ModelCard card, ModelFile file) {
    String way =
        file.isPublic()
            ? "Get it with Plugins > FacesJ > Models..., or, on a machine without network, put"
            : "It has no public address: put";
    return new FacesException(
        "The model %s (%s) is not installed. %s the file %s (%d bytes, SHA-256 %s) into the folder %s."
            .formatted(
                card.name(), card.id(), way, file.name(), file.size(), file.sha256(), folder));
  }
}
