package io.github.facesj.fiji;

import ij.ImagePlus;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.Candidates;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.image.SelectionArea;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Detects faces in the pictures of an image window, or in its selection only. */
public final class ImageDetection {

  private final ImagePlus image;
  private final Optional<SelectionArea> area;
  private final FaceAnalyzer analyzer;

  /**
   * @param image searched in the selection it has now
   * @throws IllegalArgumentException if the selection lies outside the image
   */
  public ImageDetection(ImagePlus image, FaceAnalyzer analyzer) {
    this.image = image;
    this.area = SelectionArea.of(image);
    this.analyzer = analyzer;
  }

  /**
   * The faces of several pictures.
   *
   * @param progress is told before each picture, and may stop between two
   * @return one for each picture looked at, those without a face included
   * @throws FacesException if a network fails
   */
  public List<PlaneFaces> detect(List<PlanePosition> planes, Progress progress)
      throws FacesException {
    List<PlaneFaces> found = new ArrayList<>();
    for (PlanePosition plane : planes) {
      if (progress.isCanceled()) {
        break;
      }
      progress.at(found.size(), planes.size(), "Finding faces in " + image.getTitle());
      Candidates all = candidates(plane, analyzer.threshold(), progress);
      found.add(new PlaneFaces(plane, place(all.select())));
    }
    progress.at(found.size(), planes.size(), "");
    return found;
  }

  /**
   * Everything that looks like a face in one picture, in pixels of the area searched.
   *
   * @param floor lowest score
   * @throws FacesException if a network fails
   */
  Candidates candidates(PlanePosition plane, double floor, Progress progress)
      throws FacesException {
    FaceImage whole = ImagePlusPixels.of(image, plane);
    FaceImage part = whole;
    if (area.isPresent()) {
      Box b = area.get().bounds();
      part = whole.crop((int) b.x(), (int) b.y(), (int) b.width(), (int) b.height());
    }
    return analyzer.candidates(part, floor, progress);
  }

  /** Faces of the area searched, as far as they belong to it, in pixels of the whole picture. */
  List<Face> place(List<Face> faces) {
    return area.map(a -> place(faces, a)).orElse(faces);
  }

  private static List<Face> place(List<Face> faces, SelectionArea area) {
    return faces.stream()
        .map(face -> face.translate(area.bounds().x(), area.bounds().y()))
        .filter(area::holds)
        .toList();
  }
}
