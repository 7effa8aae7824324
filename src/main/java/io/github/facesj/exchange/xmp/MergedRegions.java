package io.github.facesj.exchange.xmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The faces of several lists as one: regions that cover the same face are that face. What an
 * earlier list says goes before what a later one says; two names for one face are told.
 */
final class MergedRegions {

  /**
   * Regions in parts of the stored picture.
   *
   * @param source words for a person
   */
  record Placed(String source, List<FaceRegion> regions) {}

  private final List<FaceRegion> faces = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private final List<String> conflicts = new ArrayList<>();

  private MergedRegions() {}

  /**
   * @param lists the most trusted first
   */
  static MergedRegions of(List<Placed> lists) {
    MergedRegions merged = new MergedRegions();
    lists.forEach(merged::add);
    return merged;
  }

  /** Each face once, in the order in which the lists have them. */
  List<FaceRegion> faces() {
    return List.copyOf(faces);
  }

  /** Sentences about faces that have two names. */
  List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  private void add(Placed list) {
    int[] partner = RegionMatch.of(list.regions(), faces());
    for (int i = 0; i < partner.length; i++) {
      FaceRegion region = list.regions().get(i);
      if (partner[i] < 0) {
        faces.add(region);
        sources.add(list.source());
      } else {
        join(partner[i], region, list.source());
      }
    }
  }

  private void join(int at, FaceRegion other, String source) {
    FaceRegion known = faces.get(at);
    boolean named = !known.name().isEmpty();
    if (named && !other.name().isEmpty() && !RegionMatch.isSameName(known.name(), other.name())) {
      conflicts.add(
          String.format(
              Locale.ROOT,
              "One face has two names: \"%s\" in %s and \"%s\" in %s. The first was taken; make"
                  + " them the same, or remove the wrong one.",
              known.name(),
              sources.get(at),
              other.name(),
              source));
    }
    if (!named && !other.name().isEmpty()) {
      sources.set(at, source); // of the name, which is what people ask about
    }
    Optional<Double> score = known.score().or(other::score);
    faces.set(
        at,
        new FaceRegion(known.area(), named ? known.name() : other.name(), score, known.written()));
  }
}
