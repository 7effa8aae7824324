package io.github.facesj.detect;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resizer;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A search for faces: a detector looks at a picture in all the views that the options ask for. For
 * one thread at a time, like its detector.
 */
public final class FaceSearch {

  private final FaceDetector detector;
  private final SearchOptions options;
  private final Resizer resizer = new Resizer();

  /**
   * @param detector stays the caller's
   */
  public FaceSearch(FaceDetector detector, SearchOptions options) {
    this.detector = detector;
    this.options = options;
  }

  /** Lowest score of a face: the options', or that of the model's card. */
  public double threshold() {
    return options.score().orElse(detector.threshold());
  }

  /** Largest overlap of two faces: the options', or that of the model's card. */
  public double overlap() {
    return options.overlap().orElse(detector.overlap());
  }

  /**
   * Searches a picture with the options' score.
   *
   * @throws FacesException if the network fails
   */
  public Candidates search(FaceImage image, Progress progress) throws FacesException {
    return search(image, threshold(), progress);
  }

  /**
   * Searches a picture.
   *
   * @param floor lowest score, 0 to 1; below the options' where a preview wants room
   * @param progress asked between the views whether to go on
   * @return candidates of the views looked at; not complete after a cancel
   * @throws FacesException if the network fails
   * @throws IllegalArgumentException if the floor is not between 0 and 1
   */
  public Candidates search(FaceImage image, double floor, Progress progress) throws FacesException {
    List<View> views = Views.of(image.width(), image.height(), options, detector);
    List<Candidate> all = new ArrayList<>();
    int done = 0;
    while (done < views.size() && !progress.isCanceled()) {
      if (views.size() > 1) {
        progress.at(
            done,
            views.size(),
            String.format(Locale.ROOT, "view %d of %d", done + 1, views.size()));
      }
      look(image, views.get(done), done, floor, all);
      done++;
    }
    return new Candidates(all, options, floor, threshold(), overlap(), done == views.size());
  }

  private void look(FaceImage image, View view, int number, double floor, List<Candidate> all)
      throws FacesException {
    for (Face found : detector.candidates(view.render(image, resizer), floor)) {
      Face face = view.back(found);
      if (view.knows(face, image.width(), image.height())) {
        double uprightness = found.points().map(Uprightness::of).orElse(1.0);
        all.add(new Candidate(face, number, view.quarters(), Math.max(0, uprightness)));
      }
    }
  }
}
