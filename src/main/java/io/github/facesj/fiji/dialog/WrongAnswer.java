package io.github.facesj.fiji.dialog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.ModuleItem;

/** Which answer a complaint is about, as far as its words tell. */
final class WrongAnswer {

  private WrongAnswer() {}

  /**
   * The parameter whose label the sentence has, else the one whose answer it repeats; the longest
   * of several.
   *
   * @param answers by the names of the parameters
   */
  static Optional<ModuleItem<?>> of(
      String sentence, List<ModuleItem<?>> items, Map<String, Object> answers) {
    String low = sentence.toLowerCase(Locale.ROOT);
    Comparator<ModuleItem<?>> byLabel = Comparator.comparingInt(item -> words(item).length());
    Optional<ModuleItem<?>> labelled =
        items.stream()
            .<ModuleItem<?>>map(item -> item)
            .filter(item -> low.contains(words(item)))
            .max(byLabel);
    if (labelled.isPresent()) {
      return labelled;
    }
    Comparator<ModuleItem<?>> byText =
        Comparator.comparingInt(item -> Values.text(answers.get(item.getName())).length());
    return items.stream()
        .<ModuleItem<?>>map(item -> item)
        .filter(item -> isRepeated(sentence, Values.text(answers.get(item.getName()))))
        .max(byText);
  }

  /** The label without what stands in brackets. */
  private static String words(ModuleItem<?> item) {
    return Question.label(item).replaceAll("\\(.*?\\)", "").strip().toLowerCase(Locale.ROOT);
  }

  /** Short answers, such as 1 or true, are in many sentences by chance. */
  private static boolean isRepeated(String sentence, String answer) {
    return answer.length() > 4 && sentence.contains(answer);
  }
}
