package io.github.facesj.fiji.dialog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/**
 * What a person last answered in each dialog, and the last paths. Only dialogs read it, so no macro
 * and no script ever depends on it.
 */
final class DialogMemory {

  /** How many paths are offered again. */
  static final int RECENT = 8;

  private static final String NODE = "io/github/facesj/dialogs";

  private final Preferences node;

  /**
   * @param node where it is kept, all below this one
   */
  DialogMemory(Preferences node) {
    this.node = node;
  }

  /** The memory of the user of this computer. */
  static DialogMemory ofUser() {
    return new DialogMemory(Preferences.userRoot().node(NODE));
  }

  /** The answers as text, by the names of the parameters; empty where the command is new. */
  Map<String, String> answers(String command) {
    Map<String, String> answers = new LinkedHashMap<>();
    Preferences kept = node.node("answers").node(command);
    try {
      for (String name : kept.keys()) {
        answers.put(name, plain(kept.get(name, "")));
      }
    } catch (BackingStoreException e) {
      return Map.of(); // a dialog that remembers nothing is one with its defaults
    }
    return answers;
  }

  /** Keeps these answers in place of those before; what is too long for the system is left out. */
  void remember(String command, Map<String, String> answers) {
    Preferences kept = node.node("answers").node(command);
    answers.forEach((name, text) -> put(kept, name, text));
  }

  /**
   * The paths last given for a parameter of this name, in whichever command; the last one first.
   */
  List<String> recent(String parameter) {
    Preferences kept = node.node("paths").node(parameter);
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < RECENT; i++) {
      String path = kept.get(Integer.toString(i), "");
      if (!path.isEmpty()) {
        paths.add(plain(path));
      }
    }
    return paths;
  }

  /** Puts a path before the others. */
  void use(String parameter, String path) {
    if (path.isBlank()) {
      return;
    }
    List<String> paths = new ArrayList<>(recent(parameter));
    paths.remove(path);
    paths.add(0, path);
    Preferences kept = node.node("paths").node(parameter);
    for (int i = 0; i < Math.min(RECENT, paths.size()); i++) {
      put(kept, Integer.toString(i), paths.get(i));
    }
  }

  private static void put(Preferences kept, String key, String text) {
    String value = escaped(text);
    if (value.length() <= Preferences.MAX_VALUE_LENGTH) {
      kept.put(key, value);
    } else {
      kept.remove(key);
    }
  }

  /**
   * Systems keep preferences as XML, in a registry or a list: none of them takes every character.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c == '\\' || c < ' ' || c > '~') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  private static String plain(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.startsWith("\\u", i) && i + 6 <= escaped.length()) {
        text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        text.append(escaped.charAt(i));
      }
    }
    return text.toString();
  }
}
