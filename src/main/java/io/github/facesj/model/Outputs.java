package io.github.facesj.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a network gave, by the names it uses itself. */
public final class Outputs {

  private final Map<String, float[]> values;
  private final Map<String, long[]> shapes;

  Outputs(Map<String, float[]> values, Map<String, long[]> shapes) {
    this.values = new LinkedHashMap<>(values);
    this.shapes = new LinkedHashMap<>(shapes);
  }

  /**
   * The values of one output, row-major.
   *
   * @throws IllegalArgumentException if the network has no such output
   */
  public float[] get(String name) {
    return require(values, name);
  }

  /**
   * The shape of one output.
   *
   * @throws IllegalArgumentException if the network has no such output
   */
  public long[] shape(String name) {
    return require(shapes, name);
  }

  /** Names of all outputs, in the network's order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  private <T> T require(Map<String, T> map, String name) {
    T value =
        name.equals(Tensor.ONLY) && map.size() == 1
            ? map.values().iterator().next()
            : map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The network has no output named \"%s\"; it has %s. Its card does not fit its file.",
              name,
              values.keySet()));
    }
    return value;
  }
}
