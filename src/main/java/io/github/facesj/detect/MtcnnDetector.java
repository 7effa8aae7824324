package io.github.facesj.detect;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Outputs;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The complete MTCNN cascade (Zhang et al. 2016) in the protocol of davidsandberg/facenet {@code
 * detect_face.py}: propose on a pyramid, refine, decide and point. Where the original mirrors the
 * only hit of a scale by an oversight, this one does not.
 */
final class MtcnnDetector implements FaceDetector {

  private final String id;
  private final MtcnnSettings settings;
  private final double threshold;
  private final double overlap;
  private final MtcnnProposals proposals;
  private final MtcnnRefiner refinement;
  private final MtcnnRefiner output;

  MtcnnDetector(OpenModel model, MtcnnSettings settings, double threshold, double overlap)
      throws FacesException {
    if (model.networks().size() != 3 || model.card().inputs().size() != 3) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The card %s must name three networks and three inputs, because its decoder is"
                  + " mtcnn.",
              model.card().file()));
    }
    this.id = model.card().id();
    this.settings = settings;
    this.threshold = threshold;
    this.overlap = overlap;
    this.proposals =
        new MtcnnProposals(model.networks().get(0), model.card().inputs().get(0), settings);
    this.refinement = new MtcnnRefiner(model.networks().get(1), model.card().inputs().get(1));
    this.output = new MtcnnRefiner(model.networks().get(2), model.card().inputs().get(2));
  }

  /** Doubles are already suppressed by the cascade itself. */
  @Override
  public List<Face> candidates(FaceImage image, double floor) throws FacesException {
    Scores.require(floor);
    try {
      List<MtcnnWindow> proposed = proposals.find(image);
      return decide(image, refine(image, proposed), floor);
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The model %s gave what cannot be read as faces. %s.", id, Reason.of(e)),
          e);
    }
  }

  private List<MtcnnWindow> refine(FaceImage image, List<MtcnnWindow> proposed)
      throws FacesException {
    List<MtcnnWindow> refined = new ArrayList<>();
    MtcnnSettings.Names names = settings.refinement();
    refinement.judge(
        image,
        proposed,
        (window, i, outputs) -> {
          double score = outputs.get(names.scores())[2 * i + 1];
          if (!Output.below(score, (float) settings.refinementScore())) {
            refined.add(window.judged(score, shift(outputs, names, i)));
          }
        });
    refined.sort(MtcnnWindow.BEST_FIRST);
    return new Nms(Nms.Measure.UNION, settings.refinementOverlap(), 1)
        .suppress(refined, MtcnnWindow::box).stream().map(w -> w.shifted(1).square()).toList();
  }

  private List<Face> decide(FaceImage image, List<MtcnnWindow> refined, double floor)
      throws FacesException {
    List<Face> faces = new ArrayList<>();
    MtcnnSettings.Names names = settings.output();
    output.judge(
        image,
        refined,
        (window, i, outputs) -> {
          double score = outputs.get(names.scores())[2 * i + 1];
          if (!Output.below(score, floor)) {
            double[] points = points(window, outputs.get(names.points()), i);
            MtcnnWindow at = window.judged(score, shift(outputs, names, i)).shifted(1);
            faces.add(Output.face(at.box(), score, points));
          }
        });
    return new Nms(Nms.Measure.MIN, settings.outputOverlap(), 1).suppress(faces);
  }

  private static double[] shift(Outputs outputs, MtcnnSettings.Names names, int i) {
    float[] all = outputs.get(names.boxes());
    return new double[] {all[4 * i], all[4 * i + 1], all[4 * i + 2], all[4 * i + 3]};
  }

  /** Points are parts of the window as the network saw it, 1-based, hence the - 1. */
  private static double[] points(MtcnnWindow window, float[] parts, int i) {
    double w = window.x2() - window.x1() + 1;
    double h = window.y2() - window.y1() + 1;
    double[] xy = new double[Output.POINTS];
    for (int k = 0; k < 5; k++) {
      xy[2 * k] = parts[Output.POINTS * i + k] * w + window.x1() - 1;
      xy[2 * k + 1] = parts[Output.POINTS * i + 5 + k] * h + window.y1() - 1;
    }
    return xy;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public double threshold() {
    return threshold;
  }

  @Override
  public double overlap() {
    return overlap;
  }

  @Override
  public boolean fits() {
    return false;
  }

  /** Its pyramid begins at the full size and ends at its smallest window. */
  @Override
  public int overview() {
    return 0;
  }
}
