package io.github.facesj.landmark;

import io.github.facesj.align.CropTensor;
import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.Network;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Settings;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A head pose model at work, such as FSA-Net: the box of a face is stretched to the network's
 * input, and the answers of its networks are averaged. Safe for several threads; the model is
 * closed by whoever opened it.
 */
public final class PoseNetwork {

  private static final List<String> ANGLES = List.of("yaw", "pitch", "roll");

  private final OpenModel model;
  private final String output;
  private final List<String> angles;
  private final double margin;
  private final boolean yawToLeft;
  private final CropTensor tensors;

  private PoseNetwork(OpenModel model) throws FacesException {
    Settings settings = model.card().settings();
    this.model = model;
    this.output = settings.text("output");
    this.angles = settings.texts("angles").stream().map(a -> a.toLowerCase(Locale.ROOT)).toList();
    if (angles.size() != 3 || !angles.containsAll(ANGLES)) {
      throw settings.wrong("angles", "yaw, pitch and roll in the network's order", angles);
    }
    String yaw = settings.text("yaw", "left");
    if (!yaw.equals("left") && !yaw.equals("right")) {
      throw settings.wrong("yaw", "left or right: where a positive yaw turns to", yaw);
    }
    this.yawToLeft = yaw.equals("left");
    Settings crop = settings.section("crop");
    this.margin = crop.number("margin", 0);
    String rounding = crop.text("rounding", "whole");
    if (!rounding.equals("whole")) {
      throw crop.wrong("rounding", "whole", rounding);
    }
    String interpolation = crop.text("interpolation", "bilinear");
    if (!interpolation.equals("bilinear")) {
      throw crop.wrong("interpolation", "bilinear", interpolation);
    }
    settings.refuseUnread();
    this.tensors = CropTensor.of(model.card().input());
  }

  /**
   * @throws FacesException if the card says something that cannot be done
   */
  public static PoseNetwork of(OpenModel model) throws FacesException {
    return new PoseNetwork(model);
  }

  public ModelCard card() {
    return model.card();
  }

  /**
   * Where the head in a box is turned to.
   *
   * @param box as a detector gives it, in pixels of the photo
   * @throws FacesException if the network fails
   * @throws IllegalArgumentException if no part of the box is in the photo
   */
  public HeadPose of(FaceImage photo, Box box) throws FacesException {
    return ofCrop(crop(photo, box));
  }

  /** The box with its margin, cut to the photo, in whole pixels, the last ones included. */
  private FaceImage crop(FaceImage photo, Box box) {
    double dx = margin * box.width();
    double dy = margin * box.height();
    int x1 = Math.max(0, (int) (box.x() - dx));
    int y1 = Math.max(0, (int) (box.y() - dy));
    int x2 = Math.min(photo.width() - 1, (int) (box.right() + dx));
    int y2 = Math.min(photo.height() - 1, (int) (box.bottom() + dy));
    if (x2 < x1 || y2 < y1) {
      throw new IllegalArgumentException("The box of a face lies outside the photo: " + box);
    }
    FaceImage part = photo.crop(x1, y1, x2 - x1 + 1, y2 - y1 + 1);
    InputSpec input = card().input();
    int[] stretched =
        new Resizer()
            .resize(
                part.pixels(),
                part.width(),
                part.height(),
                input.width(),
                input.height(),
                Resampling.BILINEAR);
    int n = input.width() * input.height();
    return FaceImage.of(input.width(), input.height(), Arrays.copyOf(stretched, n));
  }

  /** The pose of a crop of the network's own size. */
  public HeadPose ofCrop(FaceImage crop) throws FacesException {
    Tensor tensor = tensors.tensor(1);
    tensors.put(crop, tensor, 0);
    double[] mean = new double[3];
    List<Network> networks = model.networks();
    for (Network network : networks) {
      float[] values = network.run(tensor).get(output);
      if (values.length != 3) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The model %s gave %d numbers for a head's three angles. Correct the card.",
                card().id(),
                values.length));
      }
      for (int i = 0; i < 3; i++) {
        mean[i] += values[i] / (double) networks.size();
      }
    }
    double yaw = mean[angles.indexOf("yaw")];
    return new HeadPose(
        yawToLeft ? -yaw : yaw, mean[angles.indexOf("pitch")], mean[angles.indexOf("roll")]);
  }
}
