package io.github.facesj.fiji;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.exchange.xmp.FaceFinder;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a detector finds faces. It is opened when the first photo is asked about. */
public final class DetectedFaces implements FaceFinder {

  private final FacesService faces;
  private final String detector;
  private final SearchOptions options;
  private final Progress progress;
  private FaceAnalyzer analyzer;

  /**
   * @param faces owns the models
   * @param detector id of the model
   * @param progress may stop the search of a photo
   */
  public DetectedFaces(
      FacesService faces, String detector, SearchOptions options, Progress progress) {
    this.faces = faces;
    this.detector = detector;
    this.options = options;
    this.progress = progress;
  }

  @Override
  public Optional<List<Box>> find(Path photo) throws FacesException {
    if (analyzer == null) {
      analyzer = FaceAnalyzer.detecting(faces.open(detector, Task.DETECTION), options);
    }
    List<Face> found = analyzer.analyze(PhotoReader.read(photo, 0, progress), progress);
    return Optional.of(found.stream().map(Face::box).toList());
  }
}
