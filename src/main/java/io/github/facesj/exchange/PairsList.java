package io.github.facesj.exchange;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.table.Column;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pairs of photos for {@code Validation > Verification...} and other programs, made of photos that
 * show one face with a name: as many pairs of one person as of two, at most 3,000 of each as LFW
 * has, always the same for the same photos. A file that ends with {@code .txt} is LFW's list
 * (vis-www.cs.umass.edu/lfw, "pairs.txt"), for which photos must be called {@code
 * person/person_0001.jpg}; any other is a CSV with {@code a, b, same}. It is only written: pairs
 * have no boxes, and {@link io.github.facesj.evaluation.PairFiles} reads them.
 */
public final class PairsList implements FaceFormat {

  private static final FileKind KIND = FileKind.noted("a list of pairs");

  private static final int FOLDS = 10;
  private static final int MOST = 300 * FOLDS;
  private static final Pattern LFW = Pattern.compile("([^/]+)/\\1_(\\d{4}|[1-9]\\d{4,})[.][^./]+");

  /** Two photos. */
  private record Pair(String a, String b) {}

  private static final Schema<Map.Entry<Pair, Integer>> SCHEMA =
      Schema.of(
          Column.text("a", "a photo").of(pair -> pair.getKey().a()),
          Column.text("b", "another photo").of(pair -> pair.getKey().b()),
          Column.whole("same", "1 for photos of one person, 0 for two").of(Map.Entry::getValue));

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    TreeMap<String, TreeSet<String>> people = new TreeMap<>();
    int left = 0;
    for (PhotoFaces photo : photos) {
      if (photo.faces().size() == 1 && !photo.faces().get(0).name().isEmpty()) {
        people
            .computeIfAbsent(photo.faces().get(0).name(), p -> new TreeSet<>())
            .add(photo.photo());
      } else {
        left++;
      }
    }
    List<Pair> same = same(people);
    int size = Math.min(MOST, Math.min(same.size(), differentPairs(people)));
    if (size == 0) {
      throw new IllegalArgumentException(
          "Pairs need two people, and two photos of one of them, each with one face and a name."
              + " Name faces first.");
    }
    size = size >= FOLDS ? size / FOLDS * FOLDS : size;
    List<Pair> chosen = spread(same, size);
    List<Pair> different = different(people, size);
    if (PathText.name(target).endsWith(".txt")) {
      guard.create(target, KIND).write(lfw(chosen, different));
    } else {
      csv(chosen, different).write(target, KIND, guard);
    }
    return left == 0
        ? List.of()
        : List.of(
            new Problem(
                target.toString(),
                String.format(
                    Locale.ROOT,
                    "%d photos were left out, because they do not show exactly one face with a"
                        + " name.",
                    left)));
  }

  private static List<Pair> same(Map<String, ? extends Set<String>> people) {
    List<Pair> same = new ArrayList<>();
    for (Set<String> ofOne : people.values()) {
      List<String> photos = List.copyOf(ofOne);
      for (int distance = 1; distance < photos.size() && distance <= MOST; distance++) {
        for (int i = 0; i + distance < photos.size() && same.size() < 100 * MOST; i++) {
          same.add(new Pair(photos.get(i), photos.get(i + distance)));
        }
      }
    }
    return same;
  }

  private static int differentPairs(Map<String, ? extends Set<String>> people) {
    long all = people.values().stream().mapToLong(Set::size).sum();
    long square = people.values().stream().mapToLong(p -> (long) p.size() * p.size()).sum();
    return (int) Math.min(Integer.MAX_VALUE, (all * all - square) / 2);
  }

  private static List<Pair> spread(List<Pair> pairs, int size) {
    List<Pair> chosen = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      chosen.add(pairs.get((int) ((long) i * pairs.size() / size)));
    }
    return chosen;
  }

  /** The same random pairs for the same photos. */
  private static List<Pair> different(Map<String, ? extends Set<String>> people, int size) {
    List<String> photos = new ArrayList<>();
    List<Integer> owner = new ArrayList<>();
    int person = 0;
    for (Set<String> ofOne : people.values()) {
      for (String photo : ofOne) {
        photos.add(photo);
        owner.add(person);
      }
      person++;
    }
    Set<Pair> different = new LinkedHashSet<>();
    Random random = new Random(photos.size());
    while (different.size() < size) {
      int a = random.nextInt(photos.size());
      int b = random.nextInt(photos.size());
      if (owner.get(a) < owner.get(b)) {
        different.add(new Pair(photos.get(a), photos.get(b)));
      }
    }
    return List.copyOf(different);
  }

  private static Table csv(List<Pair> same, List<Pair> different) {
    // Pairs alternate, so that every fold that a reader cuts has some of both.
    List<Map.Entry<Pair, Integer>> mixed = new ArrayList<>();
    for (int i = 0; i < same.size(); i++) {
      mixed.add(Map.entry(same.get(i), 1));
      mixed.add(Map.entry(different.get(i), 0));
    }
    return SCHEMA.table(mixed);
  }

  private static String lfw(List<Pair> same, List<Pair> different) {
    boolean folded = same.size() >= FOLDS;
    int size = folded ? same.size() / FOLDS : same.size();
    StringBuilder text = new StringBuilder(folded ? FOLDS + "\t" + size + "\n" : size + "\n");
    for (int from = 0; from < same.size(); from += size) {
      for (Pair pair : same.subList(from, from + size)) {
        String[] a = lfw(pair.a);
        String[] b = lfw(pair.b);
        text.append(String.format(Locale.ROOT, "%s\t%s\t%s\n", a[0], a[1], b[1]));
      }
      for (Pair pair : different.subList(from, from + size)) {
        String[] a = lfw(pair.a);
        String[] b = lfw(pair.b);
        text.append(String.format(Locale.ROOT, "%s\t%s\t%s\t%s\n", a[0], a[1], b[0], b[1]));
      }
    }
    return text.toString();
  }

  private static String[] lfw(String photo) {
    Matcher name = LFW.matcher(photo);
    if (!name.matches() || name.group(2).equals("0000")) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "LFW's list needs photos called person/person_0001.jpg, but one is called %s. Give"
                  + " the file the ending .csv, which takes any name.",
              photo));
    }
    return new String[] {
      FormatRequirements.line("The person", name.group(1)), name.group(2).replaceFirst("^0+", "")
    };
  }

  @Override
  public ReadFaces parse(Path source) {
    throw new IllegalArgumentException(
        "Pairs say nothing of where faces are, so they cannot be imported. Validation >"
            + " Verification... reads them.");
  }
}
