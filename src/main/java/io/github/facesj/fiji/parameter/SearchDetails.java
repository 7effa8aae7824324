package io.github.facesj.fiji.parameter;

import io.github.facesj.detect.Join;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.detect.SearchPreset;
import io.github.facesj.detect.Square;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a command is to search, in the words and numbers of its parameters. A detail that has its
 * default says nothing, so that the word for the search decides.
 *
 * @param given values by the names of the parameters, as macros write them
 */
public record SearchDetails(Map<String, String> given) {

  /** The parameter with the word for all details. */
  public static final String WORD = "search";

  /** The parameters that make a search, with their defaults. */
  private static final Map<String, String> DEFAULTS = defaults();

  /**
   * @throws IllegalArgumentException if one is no detail of a search
   */
  public SearchDetails {
    Map<String, String> changed = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (!DEFAULTS.containsKey(name)) {
            throw new IllegalArgumentException("A search has no detail \"" + name + "\".");
          }
          if (!DEFAULTS.get(name).equals(value.strip())) {
            changed.put(name, value.strip());
          }
        });
    given = Map.copyOf(changed);
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put(WORD, "normal");
    defaults.put("model", "facesj-detector");
    defaults.put("score", "0.0");
    defaults.put("overlap", "0.0");
    defaults.put("smallest", "0.0");
    defaults.put("turns", "false");
    defaults.put("flip", "false");
    defaults.put("border", "false");
    defaults.put("scales", "1");
    defaults.put("tiles", "0");
    defaults.put("join", "nms");
    defaults.put("square", "none");
    return defaults;
  }

  /** The names of all details. */
  public static List<String> names() {
    return List.copyOf(DEFAULTS.keySet());
  }

  /** The word for the search. */
  public String word() {
    return given.getOrDefault(WORD, DEFAULTS.get(WORD));
  }

  /** Whether the word is one of FacesJ's own, not of a search that somebody kept. */
  public boolean hasOwnWord() {
    for (SearchPreset preset : SearchPreset.values()) {
      if (preset.name().equalsIgnoreCase(word())) {
        return true;
      }
    }
    return false;
  }

  /** The same, with the details of a kept search wherever this one says nothing. */
  public SearchDetails over(SearchDetails kept) {
    Map<String, String> all = new LinkedHashMap<>(kept.given);
    given.forEach(
        (name, value) -> {
          if (!name.equals(WORD)) {
            all.put(name, value);
          }
        });
    return new SearchDetails(all);
  }

  /** Id of the detector. */
  public String model() {
    return given.getOrDefault("model", DEFAULTS.get("model"));
  }

  /**
   * @throws IllegalArgumentException if one is out of its range
   */
  public SearchOptions options() {
    SearchOptions.Builder options =
        Choice.of("What is searched for", SearchPreset.class, word()).options();
    given.forEach((name, value) -> set(options, name, value));
    return options.build();
  }

  private static void set(SearchOptions.Builder options, String name, String value) {
    switch (name) {
      case "score" -> options.score(number("The score threshold", value));
      case "overlap" -> options.overlap(number("The greatest overlap", value));
      case "smallest" -> options.smallest(number("The smallest face", value));
      case "turns" -> options.turns(Boolean.parseBoolean(value));
      case "flip" -> options.flip(Boolean.parseBoolean(value));
      case "border" -> options.border(Boolean.parseBoolean(value));
      case "scales" -> options.scales(Numbers.list("The scales", value));
      case "tiles" -> options.tiles((int) number("The tiles", value));
      case "join" -> options.join(Choice.of("The way to join boxes", Join.class, value));
      case "square" -> options.square(Choice.of("Square boxes", Square.class, value));
      default -> {
        // the word and the model are no options
      }
    }
  }

  private static double number(String what, String value) {
    return Numbers.list(what, value).get(0);
  }
}
