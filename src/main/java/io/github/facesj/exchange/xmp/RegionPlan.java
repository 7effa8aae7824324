package io.github.facesj.exchange.xmp;

import java.util.ArrayList;
import java.util.Arrays;
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
   * Least overlap (IoU) of two boxes of one face, as nextcloud/recognize matches boxes of different
   * makers (tests/analyse-face-assignments.js).
   */
  private static final double SAME = 0.3;

  /**
   * What to do with one region that is there: null to remove it, else as it is to be.
   *
   * @param there by its number in the list
   * @param added faces that have no region yet
   * @param faces each face as it will stand there
   * @param conflicts sentences about names that were not replaced
   */
  record Outcome(
      List<FaceRegion> there,
      List<FaceRegion> added,
      List<FaceRegion> faces,
      List<String> conflicts) {}

  private RegionPlan() {}

  static Outcome of(List<FaceRegion> there, List<FaceRegion> wanted) {
    int[] partner = partners(there, wanted);
    List<FaceRegion> kept = new ArrayList<>();
    List<FaceRegion> faces = new ArrayList<>(wanted);
    List<String> conflicts = new ArrayList<>();
    boolean[] placed = new boolean[wanted.size()];
    for (int i = 0; i < there.size(); i++) {
      FaceRegion old = there.get(i);
      if (partner[i] < 0) {
        kept.add(old.isOfOthers() ? old : null);
        continue;
      }
      FaceRegion next = joined(old, wanted.get(partner[i]), conflicts);
      placed[partner[i]] = true;
      faces.set(partner[i], next);
      kept.add(next);
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
    if (theirs && !face.name().isEmpty() && !face.name().equals(old.name())) {
      conflicts.add(
          String.format(
              Locale.ROOT,
              "A face that is \"%s\" here is \"%s\" in the metadata already; that name was kept.",
              face.name(),
              old.name()));
    }
    boolean keep = theirs || (old.isOfOthers() && face.name().isEmpty());
    String name = keep ? old.name() : face.name();
    return (old.written().isPresent() ? face : old).named(name);
  }

  /** For each region the number of the face it covers, or -1: best overlaps first. */
  private static int[] partners(List<FaceRegion> there, List<FaceRegion> wanted) {
    int[] partner = new int[there.size()];
    Arrays.fill(partner, -1);
    boolean[] taken = new boolean[wanted.size()];
    while (true) {
      double best = SAME;
      int[] pair = null;
      for (int i = 0; i < there.size(); i++) {
        for (int k = 0; k < wanted.size() && partner[i] < 0; k++) {
          double overlap = taken[k] ? 0 : there.get(i).area().iou(wanted.get(k).area());
          if (overlap > best || (pair == null && overlap == best)) {
            best = overlap;
            pair = new int[] {i, k};
          }
        }
      }
      if (pair == null) {
        return partner;
      }
      partner[pair[0]] = pair[1];
      taken[pair[1]] = true;
    }
  }
}
