package io.github.facesj.analysis;

import io.github.facesj.api.PublicApi;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Imglib2Images;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * What a program can ask about the faces of one picture: a file, an image of imglib2, or pixels.
 * Models and threads are no affair of the caller's. Coordinates are pixels of the upright picture,
 * 0-based, from its upper left corner. Safe for several threads.
 *
 * <p>All methods throw a {@link FacesException} with a sentence for a person if the picture cannot
 * be read, a model is missing or a network fails, and an {@link IllegalArgumentException} if the
 * picture has dimensions or pixels that {@link Imglib2Images#of(RandomAccessibleInterval)} refuses.
 */
@PublicApi
public interface FaceOperations {

  /**
   * The faces of a picture.
   *
   * @param picture upright
   * @return boxes, scores and, where the detector gives them, five points; best score first
   */
  List<Face> detect(FaceImage picture) throws FacesException;

  /**
   * The faces with their landmarks.
   *
   * @param picture upright
   * @return as {@link #detect(FaceImage)}, with 68 points each, or as many as the model has
   */
  List<Face> landmarks(FaceImage picture) throws FacesException;

  /**
   * The faces with their embeddings.
   *
   * @param picture upright
   * @return as {@link #detect(FaceImage)}, with a vector of length 1 each, and with landmarks where
   *     the embedder's card has faces aligned by them
   */
  List<Face> embed(FaceImage picture) throws FacesException;

  /**
   * All that can be said: the faces with landmarks and embeddings.
   *
   * @param picture upright
   * @return as {@link #detect(FaceImage)}, with landmarks and embedding each
   */
  List<Face> analyze(FaceImage picture) throws FacesException;

  /**
   * Compares the faces of two pictures; of several the one nearest to the centre counts.
   *
   * @throws FacesException also if one of them has no face
   */
  Comparison compare(FaceImage first, FaceImage second) throws FacesException;

  /**
   * A face cut out upright and aligned: eyes, nose and mouth in the places of the ArcFace crop.
   *
   * @param picture in which the face was found
   * @param face with five points or landmarks
   * @return 112 x 112 pixels, black where the picture ends
   * @throws IllegalArgumentException if the face has no points
   */
  RandomAccessibleInterval<ARGBType> crop(FaceImage picture, Face face);

  /** As {@link #detect(FaceImage)}, for a photo's file. */
  default List<Face> detect(Path photo) throws FacesException {
    return detect(PhotoReader.read(photo));
  }

  /** As {@link #detect(FaceImage)}, for an image of imglib2. */
  default List<Face> detect(RandomAccessibleInterval<?> image) throws FacesException {
    return detect(Imglib2Images.of(image));
  }

  /** As {@link #landmarks(FaceImage)}, for a photo's file. */
  default List<Face> landmarks(Path photo) throws FacesException {
    return landmarks(PhotoReader.read(photo));
  }

  /** As {@link #landmarks(FaceImage)}, for an image of imglib2. */
  default List<Face> landmarks(RandomAccessibleInterval<?> image) throws FacesException {
    return landmarks(Imglib2Images.of(image));
  }

  /** As {@link #embed(FaceImage)}, for a photo's file. */
  default List<Face> embed(Path photo) throws FacesException {
    return embed(PhotoReader.read(photo));
  }

  /** As {@link #embed(FaceImage)}, for an image of imglib2. */
  default List<Face> embed(RandomAccessibleInterval<?> image) throws FacesException {
    return embed(Imglib2Images.of(image));
  }

  /** As {@link #analyze(FaceImage)}, for a photo's file. */
  default List<Face> analyze(Path photo) throws FacesException {
    return analyze(PhotoReader.read(photo));
  }

  /** As {@link #analyze(FaceImage)}, for an image of imglib2. */
  default List<Face> analyze(RandomAccessibleInterval<?> image) throws FacesException {
    return analyze(Imglib2Images.of(image));
  }

  /** As {@link #compare(FaceImage, FaceImage)}, for two photos' files. */
  default Comparison compare(Path first, Path second) throws FacesException {
    return compare(PhotoReader.read(first), PhotoReader.read(second));
  }

  /** As {@link #compare(FaceImage, FaceImage)}, for two images of imglib2. */
  default Comparison compare(RandomAccessibleInterval<?> first, RandomAccessibleInterval<?> second)
      throws FacesException {
    return compare(Imglib2Images.of(first), Imglib2Images.of(second));
  }

  /** As {@link #crop(FaceImage, Face)}, for a photo's file. */
  default RandomAccessibleInterval<ARGBType> crop(Path photo, Face face) throws FacesException {
    return crop(PhotoReader.read(photo), face);
  }

  /** As {@link #crop(FaceImage, Face)}, for an image of imglib2. */
  default RandomAccessibleInterval<ARGBType> crop(RandomAccessibleInterval<?> image, Face face)
      throws FacesException {
    return crop(Imglib2Images.of(image), face);
  }
}
