package io.github.facesj.exchange.xmp;

import io.github.facesj.face.PersonName;
import java.util.List;

/**
 * Faces of one photo in one place and one format.
 *
 * @param source words for a person, such as "the sidecar a.jpg.xmp"
 * @param regions in parts of a picture; their names become those that all of FacesJ knows
 * @param evidence which picture that is
 * @param follows whether it repeats the list before it, and so is in parts of the same picture
 * @param isWritten whether FacesJ writes this format, too
 * @param leftOut sentences about what is no face only because of its numbers
 */
record RegionList(
    String source,
    List<FaceRegion> regions,
    FrameEvidence evidence,
    boolean follows,
    boolean isWritten,
    List<String> leftOut) {

  RegionList {
    regions = regions.stream().map(r -> r.named(PersonName.known(r.name()))).toList();
    leftOut = List.copyOf(leftOut);
  }

  boolean isEmpty() {
    return regions.isEmpty() && leftOut.isEmpty();
  }

  /** The same regions in parts of the stored picture. */
  List<FaceRegion> stored(RegionFrame frame) {
    return regions.stream().map(r -> r.at(frame.toStored(r.area()))).toList();
  }
}
