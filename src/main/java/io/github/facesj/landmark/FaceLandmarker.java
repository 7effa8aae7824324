package io.github.facesj.landmark;

import io.github.facesj.align.CropTensor;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.image.Warp;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Settings;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A landmark model at work: the box of a face becomes a crop by the card's rule, the network's
 * points are mapped back. Where the card has a second rule, it is applied to the box of the first
 * points. On request the mirrored crop is looked at as well and both results are averaged. Safe for
 * several threads; the model is closed by whoever opened it.
 */
public final class FaceLandmarker {

  private static final int BATCH = 32;

  private final OpenModel model;
  private final LandmarkScheme scheme;
  private final String output;
  private final CropRule first;
  private final Optional<CropRule> refine;
  private final boolean mirror;
  private final CropTensor tensors;
  private final int size;

  private FaceLandmarker(OpenModel model, boolean mirror) throws FacesException {
    ModelCard card = model.card();
    Settings settings = card.settings();
    this.model = model;
    this.mirror = mirror;
    this.scheme = settings.choice("scheme", LandmarkScheme.class);
    this.output = settings.text("output");
    String unit = settings.text("unit", "side");
    if (!unit.equals("side")) {
      throw settings.wrong("unit", "side: points in parts of the crop's side", unit);
    }
    this.first = CropRule.read(settings.section("crop"));
    this.refine =
        settings.has("refine")
            ? Optional.of(CropRule.read(settings.section("refine")))
            : Optional.empty();
    settings.refuseUnread();
    this.tensors = CropTensor.of(card.input());
    this.size = card.input().width();
    if (card.input().height() != size) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The card %s must have a square input, because landmark crops are square.",
              card.file()));
    }
  }

  /**
   * One that looks at each face once.
   *
   * @throws FacesException if the card says something that cannot be done
   */
  public static FaceLandmarker of(OpenModel model) throws FacesException {
    return new FaceLandmarker(model, false);
  }

  /**
   * One that looks at the mirrored crop as well, and averages: twice the time, a little more
   * accurate.
   *
   * @throws FacesException if the card says something that cannot be done
   */
  public static FaceLandmarker averaging(OpenModel model) throws FacesException {
    return new FaceLandmarker(model, true);
  }

  public ModelCard card() {
    return model.card();
  }

  /** Which points it finds. */
  public LandmarkScheme scheme() {
    return scheme;
  }

  /**
   * Finds the points of faces of one photo.
   *
   * @param faces detected, or drawn by a person; in pixels of the photo
   * @return the same faces in the same order, with landmarks in pixels of the photo
   * @throws FacesException if the network fails
   */
  public List<Face> find(Pyramid photo, List<Face> faces, Sampling sampling) throws FacesException {
    List<Box> boxes = faces.stream().map(Face::box).toList();
    List<Landmarks> points = pass(photo, boxes, first, sampling);
    if (refine.isPresent()) {
      points = ofPointBoxes(photo, points.stream().map(Landmarks::bounds).toList(), sampling);
    }
    List<Face> found = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      found.add(faces.get(i).withLandmarks(points.get(i)));
    }
    return List.copyOf(found);
  }

  /**
   * One pass only, for boxes that enclose the points of a face tightly, as those of an earlier
   * result or of a data set with true points do.
   *
   * @param boxes in pixels of the photo
   */
  public List<Landmarks> ofPointBoxes(Pyramid photo, List<Box> boxes, Sampling sampling)
      throws FacesException {
    return pass(photo, boxes, refine.orElse(first), sampling);
  }

  private List<Landmarks> pass(Pyramid photo, List<Box> boxes, CropRule rule, Sampling sampling)
      throws FacesException {
    List<CropRule.Placed> places = new ArrayList<>();
    List<FaceImage> crops = new ArrayList<>();
    for (Box box : boxes) {
      if (!(box.width() > 0 && box.height() > 0)) {
        throw new IllegalArgumentException(
            "The box of a face is empty, so it has no points: " + box);
      }
      CropRule.Placed place = rule.place(box, size);
      places.add(place);
      crops.add(rule.cut(photo, place, size, sampling));
    }
    List<Landmarks> inCrops = ofCrops(crops);
    List<Landmarks> points = new ArrayList<>();
    for (int i = 0; i < inCrops.size(); i++) {
      points.add(places.get(i).points().inverse().apply(inCrops.get(i)));
    }
    return points;
  }

  /**
   * The points of crops, in pixels of the crop.
   *
   * @param crops of the size the model wants
   */
  public List<Landmarks> ofCrops(List<FaceImage> crops) throws FacesException {
    List<Landmarks> plain = run(crops);
    if (!mirror) {
      return plain;
    }
    List<Landmarks> mirrored = run(crops.stream().map(Warp::mirror).toList());
    List<Landmarks> means = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      double[] a = plain.get(i).toArray();
      double[] b = mirrored.get(i).mirror(size).toArray();
      for (int j = 0; j < a.length; j++) {
        a[j] = (a[j] + b[j]) / 2;
      }
      means.add(Landmarks.of(scheme, a));
    }
    return means;
  }

  private List<Landmarks> run(List<FaceImage> crops) throws FacesException {
    List<Landmarks> points = new ArrayList<>();
    int batch = card().input().dynamicBatch() ? BATCH : 1;
    for (int i = 0; i < crops.size(); i += batch) {
      run(crops.subList(i, Math.min(i + batch, crops.size())), points);
    }
    return points;
  }

  private void run(List<FaceImage> crops, List<Landmarks> points) throws FacesException {
    Tensor tensor = tensors.tensor(crops.size());
    for (int i = 0; i < crops.size(); i++) {
      tensors.put(crops.get(i), tensor, i);
    }
    float[] values = model.network().run(tensor).get(output);
    int n = 2 * scheme.points();
    if (values.length != n * crops.size()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The model %s gave %d numbers for %d faces; its card promises %d points. Correct the"
                  + " card.",
              card().id(),
              values.length,
              crops.size(),
              scheme.points()));
    }
    for (int i = 0; i < crops.size(); i++) {
      double[] xy = new double[n];
      for (int j = 0; j < n; j++) {
        xy[j] = values[i * n + j] * (double) size;
      }
      points.add(Landmarks.of(scheme, xy));
    }
  }
}
