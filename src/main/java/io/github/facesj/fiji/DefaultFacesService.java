package io.github.facesj.fiji;

import ij.IJ;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** Keeps models in {@code <ImageJ>/models/facesj}, or where {@code -Dfacesj.models} says. */
@Plugin(type = Service.class)
public final class DefaultFacesService extends AbstractService implements FacesService {

  /** Threads inside one network: more spin badly beside other work (BUILD-FACTS, section 4). */
  private static final int THREADS = 1;

  private final Map<String, OpenModel> open = new LinkedHashMap<>();

  private ModelStore store;

  @Override
  public void initialize() {
    String imagej = Optional.ofNullable(IJ.getDirectory("imagej")).orElse("");
    store = ModelStore.standard(Path.of(imagej, "models", "facesj"));
  }

  @Override
  public ModelStore store() {
    return store;
  }

  @Override
  public synchronized OpenModel open(String id, Task task) throws FacesException {
    ModelCard card = store.catalogue().get(id, task);
    OpenModel model = open.get(card.id());
    if (model == null) {
      model = store.open(card, THREADS);
      open.put(card.id(), model);
    }
    return model;
  }

  @Override
  public int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public synchronized void forget(String id) {
    OpenModel model = open.remove(id);
    if (model != null) {
      model.close();
    }
  }

  @Override
  public synchronized void dispose() {
    open.values().forEach(OpenModel::close);
    open.clear();
  }
}
