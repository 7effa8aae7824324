package io.github.facesj.exchange.xmp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of the regions of a photo when faces are written to it. A region that covers the
 * same face is that face: one of FacesJ's gets the new place, one of somebody else's keeps its own,
 * and a name that is there is never replaced by another. Regions of FacesJ whose face is gone are
 * removed; all others stay.
 */
final class RegionPlan {

  /**
   * What to do with one region that is there.
   *
   * @param region as it is to be; null to remove it
   * @param isChange whether that differs from what is there
   */
  record Change(FaceRegion region, boolean isChange) {
    boolean isRemoval() {
      return region == null;
    }
  }

  /**
   * What to do with all of them.
   *
   * @param there by the number in the list
   * @param added faces that have no region yet
   * @param faces each face as it will stand there
   * @param conflicts sentences about names that were not replaced
   */
  record Outcome(
      List<Change> there, List<FaceRegion> added, List<FaceRegion> faces, List<String> conflicts) {}

  private RegionPlan() {}

  static Outcome of(List<FaceRegion> there, List<FaceRegion> wanted) {
    int[] partner = RegionMatch.of(there, wanted);
    List<Change> kept = new ArrayList<>();
    List<FaceRegion> faces = new ArrayList<>(wanted);
    List<String> conflicts = new ArrayList<>();
    boolean[] placed = new boolean[wanted.size()];
    for (int i = 0; i < there.size(); i++) {
      FaceRegion old = there.get(i);
      if (partner[i] < 0) {
        kept.add(new Change(old.isOfOthers() ? old : null, !old.isOfOthers()));
        continue;
      }
      FaceRegion next = joined(old, wanted.get(partner[i]), conflicts);
      placed[partner[i]] = true;
      faces.set(partner[i], next);
      kept.add(new Change(next, !next.equals(old)));
    }
    List<FaceRegion> added = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (!placed[i]) {
        added.add(wanted.get(i));
      }
    }
    return new Outcome(Collections.unmodifiableList(kept), added, faces, conflicts);
  }

  private static FaceRegion joined(FaceRegion old, FaceRegion face, List<String> conflicts) {
    boolean theirs = old.isOfOthers() && !old.name().isEmpty();
    if (theirs && !face.name().isEmpty() && !RegionMatch.isSameName(face.name(), old.name())) {
      conflicts.add(conflict(face.name(), old.name()));
    }
    boolean keep = theirs || (old.isOfOthers() && face.name().isEmpty());
    String name = keep ? old.name() : face.name();
    return (old.written().isPresent() ? face : old).named(name);
  }

  /** What is said where a face has another name already. */
  static String conflict(String ours, String theirs) {
    return String.format(
        Locale.ROOT,
        "A face that is \"%s\" here is \"%s\" in the metadata already; that name was kept.",
        ours,
        theirs);
  }
}
