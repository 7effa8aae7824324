package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.NamedFace;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The faces of one photo from all places in which something is written about them.
 *
 * @param faces in pixels of the upright photo
 * @param problems sentences about what is not certain, contradicts itself or was left out
 */
record MergedFaces(List<NamedFace> faces, List<String> problems) {

  /** Names that are told one by one. */
  private static final int MOST_NAMES = 5;

  /**
   * @param sources the most trusted first
   * @param finder where faces are, in parts of the stored picture
   */
  static MergedFaces of(
      PhotoFrame photo, List<? extends FaceSource> sources, RegionPlacement.Faces finder)
      throws FacesException {
    List<String> problems = new ArrayList<>();
    List<RegionList> lists = new ArrayList<>();
    for (FaceSource source : sources) {
      try {
        lists.addAll(source.lists(photo));
      } catch (FacesException e) {
        problems.add(e.getMessage());
      }
    }
    lists.forEach(list -> problems.addAll(list.leftOut()));
    RegionPlacement placement = new RegionPlacement(photo, finder, true);
    MergedRegions merged = MergedRegions.of(placement.place(lists));
    problems.addAll(placement.problems());
    problems.addAll(merged.conflicts());
    List<NamedFace> faces = merged.faces().stream().map(r -> face(r, photo)).toList();
    problems.addAll(unplaced(sources, lists));
    return new MergedFaces(faces, problems.stream().distinct().toList());
  }

  private static NamedFace face(FaceRegion region, PhotoFrame photo) {
    Box a = region.area();
    double w = photo.storedWidth();
    double h = photo.storedHeight();
    Box stored = new Box(a.x() * w, a.y() * h, a.width() * w, a.height() * h);
    return new NamedFace(
        Face.of(photo.toUpright(stored), region.score().orElse(1.0)), region.name());
  }

  private static List<String> unplaced(List<? extends FaceSource> sources, List<RegionList> lists) {
    List<String> placed =
        lists.stream().flatMap(l -> l.regions().stream()).map(FaceRegion::name).toList();
    List<String> names =
        sources.stream()
            .flatMap(s -> s.namesWithoutPlace().stream())
            .distinct()
            .filter(n -> placed.stream().noneMatch(p -> RegionMatch.isSameName(p, n)))
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    String more = names.size() > MOST_NAMES ? ", ..." : "";
    return List.of(
        String.format(
            Locale.ROOT,
            "%d people are named without a place (%s%s), so nobody knows which faces are theirs."
                + " They were left out.",
            names.size(),
            String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))),
            more));
  }
}
