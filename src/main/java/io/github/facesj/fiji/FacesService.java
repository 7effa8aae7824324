package io.github.facesj.fiji;

import ij.ImagePlus;
import io.github.facesj.analysis.Comparison;
import io.github.facesj.analysis.FaceOperations;
import io.github.facesj.api.PublicApi;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import org.scijava.service.SciJavaService;

/**
 * Owns what must live as long as ImageJ does: the catalogue, the store of model files, and the
 * networks in use, which are opened once and freed with the Context. What {@link FaceOperations}
 * ask of a picture is asked of an image window, too: of the plane that it shows, as it shows it.
 */
@PublicApi
public interface FacesService extends SciJavaService, FaceOperations {

  /** Where the models of this ImageJ are found, and put on request. */
  ModelStore store();

  /**
   * A model ready to run. It stays open until the Context ends or {@link #forget} is called: never
   * close it. Whoever runs it after that is refused, and calls that run then go on to their end.
   *
   * @param id as in the catalogue
   * @param task what the model must be for
   * @throws IllegalArgumentException if there is no such model for this task
   * @throws FacesException if its files are missing or damaged, or the Context has ended
   */
  OpenModel open(String id, Task task) throws FacesException;

  /** Photos to work on at the same time: one for each core, as each network runs in one thread. */
  int threads();

  /**
   * Closes a model whose files are about to change; {@link #open} opens it afresh. Runs that still
   * use it end with a sentence that says so. Waits some seconds for calls that are on their way.
   */
  void forget(String id);

  /**
   * Deletes a model's files, after {@link #forget}. A model that is refused stays open.
   *
   * @throws IllegalArgumentException if the model is part of FacesJ
   * @throws FacesException if a file cannot be deleted
   */
  void remove(ModelCard card) throws FacesException;

  /** As {@link #detect(FaceImage)}, for the plane that an image window shows. */
  default List<Face> detect(ImagePlus image) throws FacesException {
    return detect(ImagePlusPixels.current(image));
  }

  /** As {@link #landmarks(FaceImage)}, for the plane that an image window shows. */
  default List<Face> landmarks(ImagePlus image) throws FacesException {
    return landmarks(ImagePlusPixels.current(image));
  }

  /** As {@link #embed(FaceImage)}, for the plane that an image window shows. */
  default List<Face> embed(ImagePlus image) throws FacesException {
    return embed(ImagePlusPixels.current(image));
  }

  /** As {@link #analyze(FaceImage)}, for the plane that an image window shows. */
  default List<Face> analyze(ImagePlus image) throws FacesException {
    return analyze(ImagePlusPixels.current(image));
  }

  /** As {@link #compare(FaceImage, FaceImage)}, for the planes that two image windows show. */
  default Comparison compare(ImagePlus first, ImagePlus second) throws FacesException {
    return compare(ImagePlusPixels.current(first), ImagePlusPixels.current(second));
  }

  /** As {@link #crop(FaceImage, Face)}, for the plane that an image window shows. */
  default RandomAccessibleInterval<ARGBType> crop(ImagePlus image, Face face)
      throws FacesException {
    return crop(ImagePlusPixels.current(image), face);
  }
}
