package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A mapping of a card, read key by key: every wrong or forgotten key becomes a sentence that names
 * the file and the key. It remembers what was read, so that {@link #refuseUnread()} finds
 * misspelled keys. For one thread.
 */
public final class Settings {

  private final String file;
  private final String path;
  private final Map<String, Object> values;
  private final TreeSet<String> read = new TreeSet<>();
  private final List<Settings> sections = new ArrayList<>();

  /**
   * @param file name of the card for sentences
   * @param path dotted path of this mapping in the file, empty at the top
   * @param values texts, numbers, booleans, lists and mappings
   */
  Settings(String file, String path, Map<String, Object> values) {
    this.file = file;
    this.path = path;
    this.values = values;
  }

  /** Whether the key is there; does not count as reading it. */
  public boolean has(String key) {
    return values.get(key) != null;
  }

  /** A text that must be there. */
  public String text(String key) throws FacesException {
    return require(key, "a text", String.class);
  }

  /** A text, or the default where the key is absent. */
  public String text(String key, String absent) throws FacesException {
    return has(key) ? text(key) : absent;
  }

  /** A finite number that must be there. */
  public double number(String key) throws FacesException {
    return finite(key, "a number", require(key, "a number", Number.class));
  }

  /** A finite number, or the default where the key is absent. */
  public double number(String key, double absent) throws FacesException {
    return has(key) ? number(key) : absent;
  }

  /** A whole number that must be there. */
  public int whole(String key) throws FacesException {
    double value = number(key);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong(key, "a whole number", value);
    }
    return (int) value;
  }

  /** A whole number, or the default where the key is absent. */
  public int whole(String key, int absent) throws FacesException {
    return has(key) ? whole(key) : absent;
  }

  /** A list of finite numbers that must be there; a single number is a list of one. */
  public double[] numbers(String key) throws FacesException {
    String kind = "a list of numbers";
    if (values.get(key) instanceof Number) {
      return new double[] {number(key)};
    }
    List<?> list = require(key, kind, List.class);
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(list.get(i) instanceof Number n)) {
        throw wrong(key, kind, list);
      }
      numbers[i] = finite(key, kind, n);
    }
    return numbers;
  }

  /** Yes or no, or the default where the key is absent. */
  public boolean flag(String key, boolean absent) throws FacesException {
    return has(key) ? require(key, "true or false", Boolean.class) : absent;
  }

  /** A list of texts that must be there; a single text is a list of one. */
  public List<String> texts(String key) throws FacesException {
    String kind = "a list of texts";
    if (values.get(key) instanceof String) {
      return List.of(text(key));
    }
    List<String> texts = new ArrayList<>();
    for (Object o : require(key, kind, List.class)) {
      if (!(o instanceof String s)) {
        throw wrong(key, kind, values.get(key));
      }
      texts.add(s);
    }
    return List.copyOf(texts);
  }

  /** One word of several, all lower case with hyphens for an enum's underscores. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) throws FacesException {
    String text = text(key);
    List<String> words = new ArrayList<>();
    for (E e : type.getEnumConstants()) {
      words.add(word(e));
      if (word(e).equalsIgnoreCase(text)) {
        return e;
      }
    }
    throw wrong(key, "one of " + String.join(", ", words), text);
  }

  /** As {@link #choice(String, Class)}, or the default where the key is absent. */
  public <E extends Enum<E>> E choice(String key, E absent) throws FacesException {
    return has(key) ? choice(key, absent.getDeclaringClass()) : absent;
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A mapping that must be there. */
  public Settings section(String key) throws FacesException {
    return section(key, require(key, "a section", Map.class));
  }

  /** A mapping that must be there, and that someone else checks: it counts as read. */
  Settings detached(String key) throws FacesException {
    section(key);
    return sections.remove(sections.size() - 1);
  }

  /** Whether the key holds a mapping; does not count as reading it. */
  boolean isSection(String key) {
    return values.get(key) instanceof Map;
  }

  /** A list of mappings that must be there. */
  List<Settings> sections(String key) throws FacesException {
    List<Settings> list = new ArrayList<>();
    for (Object o : require(key, "a list of sections", List.class)) {
      if (!(o instanceof Map<?, ?> map)) {
        throw wrong(key, "a list of sections", o);
      }
      list.add(section(key + "[" + list.size() + "]", map));
    }
    return list;
  }

  private Settings section(String key, Map<?, ?> map) {
    Map<String, Object> inner = new LinkedHashMap<>();
    map.forEach((k, v) -> inner.put((String) k, v));
    Settings section = new Settings(file, dotted(key), inner);
    sections.add(section);
    return section;
  }

  /** The keys in the order of the file; does not count as reading them. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Counts keys as read whose content is nobody's business here. */
  void pass(String... keys) {
    read.addAll(List.of(keys));
  }

  /**
   * To be called when all is read.
   *
   * @throws FacesException naming the first key, here or in a section, that nobody asked for
   */
  public void refuseUnread() throws FacesException {
    for (String key : values.keySet()) {
      if (!read.contains(key)) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The card %s has a key that FacesJ does not know: %s. Correct or remove it.",
                file,
                dotted(key)));
      }
    }
    for (Settings section : sections) {
      section.refuseUnread();
    }
  }

  /** A sentence about a value that is of the right kind but makes no sense. */
  public FacesException wrong(String key, String expected, Object found) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The key %s of the card %s must be %s, but is %s.",
            dotted(key),
            file,
            expected,
            found));
  }

  private <T> T require(String key, String kind, Class<T> type) throws FacesException {
    read.add(key);
    Object value = values.get(key);
    if (value == null) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The card %s lacks the key %s, which must be %s.",
              file,
              dotted(key),
              kind));
    }
    if (!type.isInstance(value)) {
      throw wrong(key, kind, value);
    }
    return type.cast(value);
  }

  private double finite(String key, String kind, Number number) throws FacesException {
    double value = number.doubleValue();
    if (!Double.isFinite(value)) {
      throw wrong(key, kind, number);
    }
    return value;
  }

  private String dotted(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The same mapping with nothing read yet. */
  Settings unread() {
    return new Settings(file, path, values);
  }

  /** The same mapping where the other's keys win. */
  Settings overlaid(Settings other) {
    Map<String, Object> both = new LinkedHashMap<>(values);
    both.putAll(other.values);
    return new Settings(file, path, both);
  }

  String file() {
    return file;
  }
}
