package io.github.facesj.detect;

import io.github.facesj.model.Settings;
import io.github.facesj.run.FacesException;
import java.util.List;
import java.util.Locale;

/** The decoder that a card asks for, with the card's arguments. */
final class Decoders {

  /** The families, as cards name them. */
  enum Family {
    FACESJ,
    YUNET,
    SCRFD,
    RETINAFACE,
    ULTRAFACE,
    MTCNN
  }

  private Decoders() {}

  /** The decoder of a family of one network. */
  static Decoder of(Family family, Settings settings) throws FacesException {
    Settings outputs = settings.section("outputs");
    return switch (family) {
      case FACESJ ->
          new FacesJDecoder(
              strides(settings),
              outputs.text("scores"),
              outputs.text("boxes"),
              outputs.text("points"));
      case YUNET ->
          new YuNetDecoder(
              strides(settings),
              settings.choice("score", YuNetDecoder.Score.class),
              outputs.text("class"),
              outputs.text("object"),
              outputs.text("boxes"),
              outputs.text("points"));
      case SCRFD -> scrfd(settings, outputs);
      case RETINAFACE -> retinaFace(settings, outputs);
      case ULTRAFACE -> new UltraFaceDecoder(outputs.text("scores"), outputs.text("boxes"));
      case MTCNN ->
          throw new IllegalArgumentException("MTCNN is a cascade and has no decoder of its own.");
    };
  }

  private static ScrfdDecoder scrfd(Settings settings, Settings outputs) throws FacesException {
    int[] strides = strides(settings);
    int anchors = settings.whole("anchors");
    if (anchors < 1) {
      throw settings.wrong("anchors", "at least 1", anchors);
    }
    return new ScrfdDecoder(
        strides,
        anchors,
        perLevel(outputs, "scores", strides.length),
        perLevel(outputs, "boxes", strides.length),
        perLevel(outputs, "points", strides.length));
  }

  private static RetinaFaceDecoder retinaFace(Settings settings, Settings outputs)
      throws FacesException {
    int[] strides = strides(settings);
    double[] sizes = settings.numbers("anchors");
    if (sizes.length == 0 || sizes.length % strides.length != 0) {
      throw settings.wrong("anchors", "the same number of sides for each stride", sizes.length);
    }
    double[] variances = settings.numbers("variances");
    if (variances.length != 2) {
      throw settings.wrong("variances", "two numbers", variances.length);
    }
    return new RetinaFaceDecoder(
        strides,
        sizes,
        variances[0],
        variances[1],
        outputs.text("scores"),
        outputs.text("boxes"),
        outputs.text("points"));
  }

  private static List<String> perLevel(Settings outputs, String key, int levels)
      throws FacesException {
    List<String> names = outputs.texts(key);
    if (names.size() != levels) {
      throw outputs.wrong(
          key, String.format(Locale.ROOT, "one output for each of the %d strides", levels), names);
    }
    return names;
  }

  private static int[] strides(Settings settings) throws FacesException {
    double[] numbers = settings.numbers("strides");
    int[] strides = new int[numbers.length];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = (int) numbers[i];
      if (numbers[i] < 1 || numbers[i] != strides[i]) {
        throw settings.wrong("strides", "whole numbers from 1", numbers[i]);
      }
    }
    if (strides.length == 0) {
      throw settings.wrong("strides", "at least one number", "empty");
    }
    return strides;
  }
}
