package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.io.SafeXml;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Faces added to the metadata of one photo in one place. What is there stays; names that stand in
 * other places of the same photo stay, too, and go along, so that a program that looks into this
 * one only does not miss them.
 */
final class XmpUpdate {

  private final PhotoXmp target;
  private final PhotoFrame photo;
  private final List<String> conflicts = new ArrayList<>();

  /**
   * @param target what is changed
   * @param photo its size, and how it is stored
   */
  XmpUpdate(PhotoXmp target, PhotoFrame photo) {
    this.target = target;
    this.photo = photo;
  }

  /**
   * Writes faces as both kinds of regions.
   *
   * @param others all else that is written about the photo
   * @return sentences about names that are there and were not replaced, and about what could not be
   *     taken along
   * @throws FacesException if the regions that are there were made for another picture, or nobody
   *     knows for which
   */
  List<String> write(PhotoFaces faces, List<? extends FaceSource> others) throws FacesException {
    List<FaceRegion> wanted = faces.faces().stream().flatMap(this::region).toList();
    RegionPlacement placement =
        new RegionPlacement(
            photo, () -> Optional.of(wanted.stream().map(FaceRegion::area).toList()), false);
    MwgRegions mwg = new MwgRegions(target.xmp());
    List<MwgRegions.Numbered> there = mwg.faces();
    RegionFrame frame = frame(placement, there.isEmpty());
    List<FaceRegion> known = stored(there, frame);
    MicrosoftRegions mp = new MicrosoftRegions(target.xmp());
    boolean same = target.repeats();
    RegionFrame twinFrame = same ? frame : RegionFrame.STORED;
    List<MwgRegions.Numbered> twins =
        mp.faces(same ? there.stream().map(MwgRegions.Numbered::region).toList() : known);

    List<FaceRegion> all = withOthers(wanted, placement, others);
    RegionPlan.Outcome plan = RegionPlan.of(known, all);
    RegionPlan.Outcome twinPlan = RegionPlan.of(stored(twins, twinFrame), plan.faces());
    mwg.write(plan, there, frame, photo);
    mp.write(twinPlan, twins, twinFrame);
    return Stream.of(conflicts, plan.conflicts(), twinPlan.conflicts(), placement.problems())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static List<FaceRegion> stored(List<MwgRegions.Numbered> regions, RegionFrame frame) {
    return regions.stream()
        .map(MwgRegions.Numbered::region)
        .map(r -> r.at(frame.toStored(r.area())))
        .toList();
  }

  /** The picture of the regions that are there, in which ours are written as well. */
  private RegionFrame frame(RegionPlacement placement, boolean empty) throws FacesException {
    if (empty) {
      return RegionFrame.STORED;
    }
    List<RegionList> lists = target.lists(photo);
    Optional<RegionFrame> frame = placement.frames(lists).get(0);
    if (frame.isEmpty()) {
      throw new FacesException(String.join(" ", placement.problems()));
    }
    return frame.get();
  }

  /** Names of other places go before ours, and faces that only they have are added. */
  private List<FaceRegion> withOthers(
      List<FaceRegion> wanted, RegionPlacement placement, List<? extends FaceSource> others)
      throws FacesException {
    List<RegionList> beside = new ArrayList<>();
    for (RegionList list : target.lists(photo)) {
      if (!list.isWritten()) {
        beside.add(list);
      }
    }
    List<RegionList> elsewhere = new ArrayList<>();
    for (FaceSource other : others) {
      elsewhere.addAll(other.lists(photo));
    }
    List<FaceRegion> named = named(wanted, MergedRegions.of(placement.place(beside)).faces());
    List<FaceRegion> copies = MergedRegions.of(placement.place(elsewhere)).faces();
    List<FaceRegion> all = new ArrayList<>(named(named, copies));
    int[] partner = RegionMatch.of(copies, named);
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        FaceRegion copy = copies.get(i);
        all.add(new FaceRegion(copy.area(), copy.name(), copy.score(), Optional.of(copy.name())));
      }
    }
    return all;
  }

  private List<FaceRegion> named(List<FaceRegion> wanted, List<FaceRegion> known) {
    List<FaceRegion> named = new ArrayList<>(wanted);
    int[] partner = RegionMatch.of(wanted, known);
    for (int i = 0; i < partner.length; i++) {
      String name = partner[i] < 0 ? "" : known.get(partner[i]).name();
      FaceRegion face = wanted.get(i);
      if (!name.isEmpty()) {
        if (!face.name().isEmpty() && !RegionMatch.isSameName(face.name(), name)) {
          conflicts.add(RegionPlan.conflict(face.name(), name));
        }
        named.set(i, new FaceRegion(face.area(), name, face.score(), Optional.of(name)));
      }
    }
    return named;
  }

  /** The part of the face that lies in the photo, because regions cannot reach beyond it. */
  private Stream<FaceRegion> region(NamedFace face) {
    Box b = photo.toStored(face.face().box());
    double w = photo.storedWidth();
    double h = photo.storedHeight();
    Box cut =
        Box.ofCorners(
            Math.max(0, b.x()) / w,
            Math.max(0, b.y()) / h,
            Math.min(w, b.right()) / w,
            Math.min(h, b.bottom()) / h);
    return cut.width() > 0 && cut.height() > 0
        ? Stream.of(
            new FaceRegion(
                cut,
                SafeXml.text("The person", face.name()),
                Optional.of(face.face().score()),
                Optional.of(face.name())))
        : Stream.empty();
  }
}
