package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML that may come from anywhere: plain data only, small, no doubles, no references. */
final class Yaml {

  /** A card has a few kilobytes; what is larger is not one. */
  static final int LARGEST = 256 * 1024;

  private Yaml() {}

  /**
   * @param file its name, for sentences
   * @param text its content
   */
  static Settings read(String file, String text) throws FacesException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    strict.setAllowRecursiveKeys(false);
    strict.setMaxAliasesForCollections(0);
    strict.setNestingDepthLimit(12);
    strict.setCodePointLimit(LARGEST);
    Object root;
    try {
      root = new org.yaml.snakeyaml.Yaml(new SafeConstructor(strict)).load(text);
    } catch (MarkedYAMLException e) {
      String line =
          e.getProblemMark() == null ? "" : " in line " + (e.getProblemMark().getLine() + 1);
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The card %s is not readable as YAML: %s%s.",
              file,
              Reason.of(e.getProblem()),
              line),
          e);
    } catch (YAMLException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The card %s is not readable as YAML: %s.", file, Reason.of(e)),
          e);
    }
    if (!(root instanceof Map<?, ?> map)) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The card %s must be a list of keys and values, but is not.", file));
    }
    refuseOddKeys(file, root);
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put((String) key, value));
    return new Settings(file, "", values);
  }

  private static void refuseOddKeys(String file, Object node) throws FacesException {
    if (node instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String)) {
          throw new FacesException(
              String.format(
                  Locale.ROOT,
                  "The card %s has a key that is not a text: %s. Put it in quotes.",
                  file,
                  entry.getKey()));
        }
        refuseOddKeys(file, entry.getValue());
      }
    } else if (node instanceof Iterable<?> list) {
      for (Object item : list) {
        refuseOddKeys(file, item);
      }
    }
  }
}
