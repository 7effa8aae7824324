package io.github.facesj.fiji.dialog;

import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import org.scijava.module.ModuleItem;

/**
 * Shows each choice with what it means, where the parameter's description says it: {@code blur,
 * pixelate: so strong that nobody is known; box: black.}
 */
final class ChoiceWords extends DefaultListCellRenderer {

  private static final long serialVersionUID = 1L;

  /** A word or several, a colon, and all up to the next semicolon or the end of the sentence. */
  private static final Pattern MEANING =
      Pattern.compile("(?:^|[;.] )([a-z0-9_]+(?:, [a-z0-9_]+)*): ([^;.]+)");

  private final Map<String, String> meanings;

  ChoiceWords(ModuleItem<?> item) {
    meanings = meanings(item.getDescription());
  }

  /** The meanings by the words. */
  static Map<String, String> meanings(String description) {
    Map<String, String> meanings = new LinkedHashMap<>();
    if (description != null) {
      for (MatchResult found : MEANING.matcher(description).results().toList()) {
        for (String word : found.group(1).split(", ")) {
          meanings.put(word, found.group(2).strip());
        }
      }
    }
    return meanings;
  }

  @Override
  public Component getListCellRendererComponent(
      JList<?> list, Object value, int index, boolean selected, boolean focused) {
    String word = String.valueOf(value);
    String meaning = meanings.get(word);
    return super.getListCellRendererComponent(
        list, meaning == null ? word : word + ": " + meaning, index, selected, focused);
  }
}
