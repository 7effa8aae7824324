package io.github.facesj.embed;

import io.github.facesj.align.Alignment;
import io.github.facesj.align.CropTensor;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Settings;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model that reads something off a face at work: one of several labels (expression, gender), or a
 * number (age, quality). A card with {@code labels} is of the first kind; one without gives a
 * number, {@code factor} times the network's plus {@code offset}. Safe for several threads; the
 * model is closed by whoever opened it.
 */
public final class FaceAttributes {

  /**
   * What was read.
   *
   * @param label the likeliest label, where the model has labels
   * @param value the share of that label, 0 to 1 (softmax), or the number
   */
  public record Attribute(Optional<String> label, double value) {}

  private final OpenModel model;
  private final Alignment alignment;
  private final CropTensor tensors;
  private final PointSource points;
  private final String output;
  private final List<String> labels;
  private final double factor;
  private final double offset;

  private FaceAttributes(OpenModel model) throws FacesException {
    Settings settings = model.card().settings();
    this.model = model;
    this.alignment = Alignments.read(settings, model.card().input());
    this.tensors = CropTensor.of(model.card().input());
    this.points = settings.choice("points", PointSource.DETECTOR);
    this.output = settings.text("output");
    this.labels = settings.has("labels") ? settings.texts("labels") : List.of();
    this.factor = settings.number("factor", 1);
    this.offset = settings.number("offset", 0);
    settings.refuseUnread();
    if (settings.has("labels")) {
      check(settings);
    }
  }

  /** A list of no labels is no number, and labels cannot be scaled. */
  private void check(Settings settings) throws FacesException {
    if (labels.size() < 2) {
      throw settings.wrong("labels", "two labels at least", labels);
    }
    for (String key : List.of("factor", "offset")) {
      if (settings.has(key)) {
        throw settings.wrong(key, "left out where there are labels", settings.number(key));
      }
    }
  }

  /**
   * @throws FacesException if the card says something that cannot be done
   */
  public static FaceAttributes of(OpenModel model) throws FacesException {
    return new FaceAttributes(model);
  }

  public ModelCard card() {
    return model.card();
  }

  /** The labels in the network's order; empty for a model that gives a number. */
  public List<String> labels() {
    return labels;
  }

  /** Which five points the model's makers recommend for alignment. */
  public PointSource points() {
    return points;
  }

  /**
   * Reads a face.
   *
   * @param face with points where the model needs them
   * @throws FacesException if the network fails or gives what its card does not promise
   */
  public Attribute of(Pyramid photo, Face face, Sampling sampling) throws FacesException {
    return ofCrop(alignment.crop(photo, face, sampling));
  }

  /** Reads an aligned crop. */
  public Attribute ofCrop(FaceImage crop) throws FacesException {
    Tensor tensor = tensors.tensor(1);
    tensors.put(crop, tensor, 0);
    float[] values = model.network().run(tensor).get(output);
    int expected = labels.isEmpty() ? 1 : labels.size();
    if (values.length != expected) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The model %s gave %d numbers; its card promises %d. Correct the card.",
              card().id(),
              values.length,
              expected));
    }
    return labels.isEmpty() ? number(values[0]) : likeliest(values);
  }

  private Attribute number(float value) throws FacesException {
    double number = factor * value + offset;
    if (!Double.isFinite(number)) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The model %s gave no number. Its file may be damaged.", card().id()));
    }
    return new Attribute(Optional.empty(), number);
  }

  private Attribute likeliest(float[] values) throws FacesException {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    double sum = 0;
    for (float v : values) {
      sum += Math.exp(v - (double) values[best]);
    }
    if (!(sum >= 1)) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The model %s gave no number. Its file may be damaged.", card().id()));
    }
    return new Attribute(Optional.of(labels.get(best)), 1 / sum);
  }
}
