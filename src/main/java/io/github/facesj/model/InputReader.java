package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the {@code inputs} of a card: axes, shape, preprocessing. */
final class InputReader {

  private static final int CHANNELS = 3;

  /** A picture of 16 million pixels, as much as may be worked on at the same time. */
  private static final int LONGEST_SIDE = 4096;

  private InputReader() {}

  static List<InputSpec> read(Settings card, ColorOrder order) throws FacesException {
    List<InputSpec> inputs = new ArrayList<>();
    for (Settings input : card.sections("inputs")) {
      inputs.add(input(input, order));
    }
    if (inputs.isEmpty()) {
      throw card.wrong("inputs", "a list of at least one input", "empty");
    }
    return List.copyOf(inputs);
  }

  private static InputSpec input(Settings input, ColorOrder order) throws FacesException {
    String axes = input.text("axes");
    char[] sorted = axes.toCharArray();
    Arrays.sort(sorted);
    if (!new String(sorted).equals("bcxy")) {
      throw input.wrong("axes", "b, c, y and x in the order of the network, such as bcyx", axes);
    }
    String type = input.text("data_type", "float32");
    if (!type.equals("float32")) {
      throw input.wrong("data_type", "float32", type);
    }
    input.pass("data_range", "description");
    double[] min;
    double[] step = new double[4];
    if (input.isSection("shape")) {
      Settings shape = input.section("shape");
      min = shape.numbers("min");
      step = shape.numbers("step");
    } else {
      min = input.numbers("shape");
    }
    if (!plausible(axes, min, step)) {
      throw input.wrong(
          "shape",
          String.format(
              Locale.ROOT,
              "four positive whole numbers with 3 colours and sides of at most %d pixels, or min"
                  + " and step of four each",
              LONGEST_SIDE),
          Arrays.toString(min) + " and " + Arrays.toString(step));
    }
    int x = axes.indexOf('x');
    int y = axes.indexOf('y');
    float[] mean = new float[CHANNELS];
    float[] scale = new float[] {1, 1, 1};
    if (input.has("preprocessing")) {
      preprocessing(input, mean, scale);
    }
    return new InputSpec(
        input.text("name"),
        axes,
        step[x] > 0 ? 0 : (int) min[x],
        step[y] > 0 ? 0 : (int) min[y],
        (int) Math.max(1, Math.max(step[x], step[y])),
        order,
        mean,
        scale,
        step[axes.indexOf('b')] > 0);
  }

  private static boolean plausible(String axes, double[] min, double[] step) {
    if (min.length != 4 || step.length != 4) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (min[i] < 1 || min[i] > LONGEST_SIDE || min[i] != Math.rint(min[i])) {
        return false;
      }
      if (step[i] < 0 || step[i] > LONGEST_SIDE || step[i] != Math.rint(step[i])) {
        return false;
      }
    }
    int c = axes.indexOf('c');
    return min[c] == CHANNELS && step[c] == 0;
  }

  /** BioImage Model Zoo's {@code scale_linear}: gain * pixel + offset = (pixel - mean) * scale. */
  private static void preprocessing(Settings input, float[] mean, float[] scale)
      throws FacesException {
    List<Settings> steps = input.sections("preprocessing");
    if (steps.size() != 1 || !steps.get(0).text("name").equals("scale_linear")) {
      throw input.wrong("preprocessing", "one step with the name scale_linear", "another");
    }
    Settings kwargs = steps.get(0).section("kwargs");
    kwargs.pass("axes");
    double[] gain = kwargs.numbers("gain");
    double[] offset = kwargs.numbers("offset");
    for (int c = 0; c < CHANNELS; c++) {
      double g = channel(kwargs, "gain", gain, c);
      if (g == 0) {
        throw kwargs.wrong("gain", "other than 0", g);
      }
      scale[c] = (float) g;
      mean[c] = (float) (-channel(kwargs, "offset", offset, c) / g);
    }
  }

  private static double channel(Settings kwargs, String key, double[] numbers, int c)
      throws FacesException {
    if (numbers.length != 1 && numbers.length != CHANNELS) {
      throw kwargs.wrong(key, "one number or one for each colour", Arrays.toString(numbers));
    }
    return numbers[numbers.length == 1 ? 0 : c];
  }
}
