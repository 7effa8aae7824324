package io.github.facesj.exchange.dataset;

import io.github.facesj.run.Problems;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the categories of a COCO file say of its faces: their kind, or whose they are. A name of a
 * category is a person's only where its supercategory says so: it might as well be a car's.
 */
final class CocoCategories {

  /** Kinds of annotations that are faces, whoever they belong to. */
  private static final Pattern KIND =
      Pattern.compile(
          "(?:human |frontal )?(?:faces?|heads?|persons?|people|humans?)(?:[-_ ]?\\d+)?");

  private static final Set<String> PEOPLE =
      Set.of("person", "persons", "people", "human", "face", "faces");

  /** Categories that are told by name. */
  private static final int TOLD = 3;

  private final Map<Integer, CocoParts.Category> categories = new HashMap<>();
  private final Map<String, Integer> others = new TreeMap<>();

  void add(CocoParts.Category category) {
    if (category.id() != null && category.name() != null) {
      categories.put(category.id(), category);
    }
  }

  /** The person that a category names; empty if it names none. */
  String person(Integer id) {
    CocoParts.Category category = categories.get(id);
    if (category == null || KIND.matcher(lower(category.name())).matches()) {
      return "";
    }
    String above = category.supercategory();
    if (above != null && PEOPLE.contains(lower(above))) {
      return category.name();
    }
    others.merge(category.name(), 1, Integer::sum);
    return "";
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Tells of categories that are neither a kind of face nor surely a person. */
  void tell(Problems problems) {
    if (!others.isEmpty()) {
      int faces = others.values().stream().mapToInt(Integer::intValue).sum();
      problems.add(
          String.format(
              Locale.ROOT,
              "Annotations of categories that are no kind of face: %d (%s%s). They were read as"
                  + " faces without a name. If these are people, give the categories the"
                  + " supercategory person.",
              faces,
              String.join(", ", others.keySet().stream().limit(TOLD).toList()),
              others.size() > TOLD ? ", ..." : ""));
    }
  }
}
