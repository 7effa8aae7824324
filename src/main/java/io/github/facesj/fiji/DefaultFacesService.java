package io.github.facesj.fiji;

import ij.IJ;
import io.github.facesj.analysis.Comparison;
import io.github.facesj.analysis.FaceModels;
import io.github.facesj.analysis.FaceOperations;
import io.github.facesj.analysis.FacesJ;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelStatus;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.OpenModels;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** Keeps models in {@code <ImageJ>/models/facesj}, or where {@code -Dfacesj.models} says. */
@Plugin(type = Service.class)
public final class DefaultFacesService extends AbstractService implements FacesService {

  /**
   * For calls that still run when ImageJ quits or a model is removed; they take seconds at most.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ModelStore store;
  private OpenModels models;
  private FaceOperations operations;

  @Override
  public void initialize() {
    String imagej = Optional.ofNullable(IJ.getDirectory("imagej")).orElse("");
    store = ModelStore.standard(Path.of(imagej, "models", "facesj"));
    models =
        new OpenModels(
            store,
            () ->
                FacesException.endingTheRun(
                    "No model is opened any more, because ImageJ is quitting. What was done before"
                        + " is kept."));
    operations =
        FacesJ.sharing(this::open, FaceModels.SHIPPED, SearchOptions.defaults(), store.folder());
  }

  @Override
  public ModelStore store() {
    return store;
  }

  @Override
  public OpenModel open(String id, Task task) throws FacesException {
    return models.open(id, task);
  }

  @Override
  public List<Face> detect(FaceImage picture) throws FacesException {
    return operations.detect(picture);
  }

  @Override
  public List<Face> landmarks(FaceImage picture) throws FacesException {
    return operations.landmarks(picture);
  }

  @Override
  public List<Face> embed(FaceImage picture) throws FacesException {
    return operations.embed(picture);
  }

  @Override
  public List<Face> analyze(FaceImage picture) throws FacesException {
    return operations.analyze(picture);
  }

  @Override
  public Comparison compare(FaceImage first, FaceImage second) throws FacesException {
    return operations.compare(first, second);
  }

  @Override
  public RandomAccessibleInterval<ARGBType> crop(FaceImage picture, Face face) {
    return operations.crop(picture, face);
  }

  @Override
  public int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public void forget(String id) {
    end(models.take(card -> hasFilesOf(card, id)));
  }

  /** A variant of a model runs the same files. */
  private static boolean hasFilesOf(ModelCard card, String id) {
    return card.id().equals(id) || card.home().equals(id);
  }

  @Override
  public void remove(ModelCard card) throws FacesException {
    if (store.state(card).status() != ModelStatus.EMBEDDED) {
      forget(card.home());
    }
    store.remove(card);
  }

  @Override
  public void dispose() {
    end(models.end());
  }

  private static void end(List<OpenModel> models) {
    models.forEach(OpenModel::close);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (OpenModel model : models) {
      model.awaitFreed(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
  }
}
