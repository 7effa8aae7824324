package io.github.facesj.exchange.xmp;

import io.github.facesj.image.Orientation;
import java.util.Optional;

/**
 * What metadata say about the picture that their areas are parts of.
 *
 * @param size width and height that the program noted, where it did
 * @param pixels whether areas are in pixels of that size, which is their picture's then
 * @param noted the orientation that stands in the same metadata; the photo's own may be another
 * @param writer who wrote it
 * @param known the picture, where FacesJ noted it
 * @param repeated whether Microsoft's list, which is of the stored picture, has the same numbers
 */
record FrameEvidence(
    Optional<double[]> size,
    boolean pixels,
    Optional<Orientation> noted,
    RegionWriter writer,
    Optional<RegionFrame.Kind> known,
    boolean repeated) {

  /** Of lists that say nothing, and lie in the stored picture by their definition. */
  static final FrameEvidence STORED =
      new FrameEvidence(
          Optional.empty(),
          false,
          Optional.empty(),
          RegionWriter.OTHER,
          Optional.of(RegionFrame.Kind.STORED),
          false);

  FrameEvidence repeatedByMicrosoft() {
    return new FrameEvidence(size, pixels, noted, writer, known, true);
  }
}
