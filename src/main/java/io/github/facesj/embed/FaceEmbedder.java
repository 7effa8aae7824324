package io.github.facesj.embed;

import io.github.facesj.align.Alignment;
import io.github.facesj.align.CropTensor;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An embedding model at work. Crops go through the network in batches of up to {@value #BATCH}
 * where it takes batches, else one by one. A face's vector does not depend on the others of its
 * batch, nor on the batch's size: ONNX Runtime computes each picture of a batch by itself (tested
 * to the last bit). Safe for several threads; the model is closed by whoever opened it.
 */
public final class FaceEmbedder {

  /** Crops in one call: more need memory and are no faster. */
  public static final int BATCH = 64;

  private final OpenModel model;
  private final Alignment alignment;
  private final CropTensor tensors;
  private final PointSource points;
  private final Distance distance;
  private final double threshold;
  private final double clusterThreshold;
  private final Optional<ImpostorTail> impostors;
  private final String output;
  private final int size;
  private final Mirror mirror;

  private FaceEmbedder(OpenModel model, Settings settings, Mirror mirror) throws FacesException {
    ModelCard card = model.card();
    this.model = model;
    this.alignment = Alignments.read(settings, card.input());
    this.tensors =
        settings.flag("prewhiten", false)
            ? CropTensor.prewhitened(card.input())
            : CropTensor.of(card.input());
    this.points = settings.choice("points", PointSource.DETECTOR);
    this.distance = settings.choice("distance", Distance.COSINE);
    this.impostors = ImpostorTail.read(settings, mirror);
    this.threshold =
        impostors.isPresent() && !settings.has("threshold")
            ? distance.fromCosine(impostors.get().cosine(ImpostorTail.VERIFICATION))
            : threshold(settings, "threshold", distance);
    this.clusterThreshold =
        settings.has("clusterthreshold")
            ? threshold(settings, "clusterthreshold", distance)
            : threshold;
    this.output = settings.text("output");
    this.size = settings.whole("size");
    this.mirror = mirror;
    settings.refuseUnread();
  }

  /** Cards give cosines where the distance is the cosine's, and distances of the other kinds. */
  private static double threshold(Settings settings, String key, Distance distance)
      throws FacesException {
    double given = settings.number(key);
    double threshold = distance == Distance.COSINE ? 1 - given : given;
    if (!(threshold >= 0 && threshold <= distance.greatest())) {
      throw settings.wrong(key, "a cosine or a distance that two vectors can have", given);
    }
    return threshold;
  }

  /** With the mirror that the card recommends. */
  public static FaceEmbedder of(OpenModel model) throws FacesException {
    Settings settings = model.card().settings();
    return new FaceEmbedder(model, settings, settings.choice("mirror", Mirror.NONE));
  }

  /** With a mirror of the caller's choice. */
  public static FaceEmbedder of(OpenModel model, Mirror mirror) throws FacesException {
    Settings settings = model.card().settings();
    settings.choice("mirror", mirror);
    return new FaceEmbedder(model, settings, mirror);
  }

  public ModelCard card() {
    return model.card();
  }

  public Mirror mirror() {
    return mirror;
  }

  /** How faces are brought into the crops this model wants. */
  public Alignment alignment() {
    return alignment;
  }

  /** Which five points the model's makers recommend for alignment. */
  public PointSource points() {
    return points;
  }

  /** The kind of distance its makers use. */
  public Distance distance() {
    return distance;
  }

  /**
   * The card's threshold for two faces, as a distance of kind {@link #distance()}; where the card
   * has none, the one that takes {@link ImpostorTail#VERIFICATION} of the pairs of two people for
   * one.
   */
  public double threshold() {
    return threshold;
  }

  /**
   * The card's threshold for clusters of many faces, as a distance of kind {@link #distance()}. It
   * is stricter than that for two faces, because among many there are always some strangers who
   * look alike. Where the card has none, it is that for two faces.
   */
  public double clusterThreshold() {
    return clusterThreshold;
  }

  /** How alike two people get by this model with this mirror; empty where its card does not say. */
  public Optional<ImpostorTail> impostors() {
    return impostors;
  }

  /**
   * The id that the embeddings carry: the model's, and the mirror where there is one. Vectors with
   * and without mirror, or of two models, cannot be compared.
   */
  public String id() {
    return mirror == Mirror.NONE
        ? card().id()
        : card().id() + "+" + mirror.name().toLowerCase(Locale.ROOT);
  }

  /** Numbers in an embedding. */
  public int size() {
    return mirror == Mirror.CONCAT ? 2 * size : size;
  }

  /**
   * Embeds faces of one photo.
   *
   * @param photo the photo
   * @param faces in pixels of the photo
   * @return the same faces in the same order, with embeddings
   * @throws FacesException if the network fails
   * @throws IllegalArgumentException if a face has no points and the model needs them
   */
  public List<Face> embed(Pyramid photo, List<Face> faces, Sampling sampling)
      throws FacesException {
    List<FaceImage> crops = faces.stream().map(f -> alignment.crop(photo, f, sampling)).toList();
    List<Embedding> embeddings = embed(crops);
    List<Face> embedded = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      embedded.add(faces.get(i).withEmbedding(embeddings.get(i)));
    }
    return List.copyOf(embedded);
  }

  /**
   * Embeds aligned crops.
   *
   * @param crops of the size of {@link #alignment()}
   * @return one embedding for each, in the same order
   * @throws FacesException if the network fails or gives no proper vector
   */
  public List<Embedding> embed(List<FaceImage> crops) throws FacesException {
    List<FaceImage> views = new ArrayList<>(crops);
    if (mirror != Mirror.NONE) {
      crops.forEach(crop -> views.add(Warp.mirror(crop)));
    }
    List<float[]> vectors = new ArrayList<>();
    int batch = card().input().dynamicBatch() ? BATCH : 1;
    for (int i = 0; i < views.size(); i += batch) {
      vectors.addAll(run(views.subList(i, Math.min(i + batch, views.size()))));
    }
    List<Embedding> embeddings = new ArrayList<>();
    for (int i = 0; i < crops.size(); i++) {
      float[] plain = vectors.get(i);
      embeddings.add(
          embedding(mirror == Mirror.NONE ? plain : both(plain, vectors.get(crops.size() + i))));
    }
    return List.copyOf(embeddings);
  }

  private List<float[]> run(List<FaceImage> views) throws FacesException {
    Tensor tensor = tensors.tensor(views.size());
    for (int i = 0; i < views.size(); i++) {
      tensors.put(views.get(i), tensor, i);
    }
    float[] values = model.network().run(tensor).get(output);
    if (values.length != views.size() * size) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The model %s gave %d numbers for %d faces; its card promises %d for each. Correct"
                  + " the card.",
              card().id(),
              values.length,
              views.size(),
              size));
    }
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      vectors.add(Arrays.copyOfRange(values, i * size, (i + 1) * size));
    }
    return vectors;
  }

  private float[] both(float[] plain, float[] mirrored) {
    if (mirror == Mirror.CONCAT) {
      float[] joined = Arrays.copyOf(plain, 2 * size);
      System.arraycopy(mirrored, 0, joined, size, size);
      return joined;
    }
    float[] sum = new float[size];
    for (int i = 0; i < size; i++) {
      sum[i] = plain[i] + mirrored[i];
    }
    return sum;
  }

  private Embedding embedding(float[] vector) throws FacesException {
    try {
      return Embedding.of(id(), vector);
    } catch (IllegalArgumentException e) {
      throw new FacesException(e.getMessage() + " The model file may be damaged.", e);
    }
  }
}
