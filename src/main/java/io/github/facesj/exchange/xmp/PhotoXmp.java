package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.Orientation;
import io.github.facesj.image.PhotoFrame;
import io.github.facesj.io.SafeXml;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The faces in the metadata of one photo, in pixels of the upright picture. */
final class PhotoXmp {

  /** Sizes of copies are rounded to whole pixels; a crop changes the proportions more. */
  private static final double SAME_PROPORTIONS = 0.01;

  private final XmpTree xmp;

  PhotoXmp(XmpTree xmp) {
    this.xmp = xmp;
  }

  /**
   * The size of the picture as far as the metadata tell, for photos that are not at hand.
   *
   * @return empty where they do not say it
   */
  Optional<PhotoFrame> frame() {
    Orientation orientation =
        xmp.number(XmpSpace.TIFF, XmpSpace.TIFF.name("Orientation"))
            .map(v -> Orientation.ofExif(v.intValue()))
            .orElse(Orientation.UPRIGHT);
    return new MwgRegions(xmp)
        .dimensions()
        .filter(d -> Math.max(d[0], d[1]) < Integer.MAX_VALUE && Math.min(d[0], d[1]) >= 1)
        .map(d -> PhotoFrame.ofStored((int) d[0], (int) d[1], orientation));
  }

  /**
   * The faces, of the regions of the Metadata Working Group or else of Microsoft's.
   *
   * @throws FacesException if they were made for a picture of other proportions
   */
  List<NamedFace> faces(PhotoFrame frame) throws FacesException {
    MwgRegions mwg = new MwgRegions(xmp);
    List<MwgRegions.Numbered> found = mwg.faces();
    PhotoFrame of = frame;
    if (found.isEmpty()) {
      found = new MicrosoftRegions(xmp).faces(List.of());
    } else {
      of = madeFor(frame, mwg.dimensions());
    }
    List<NamedFace> faces = new ArrayList<>();
    for (MwgRegions.Numbered numbered : found) {
      FaceRegion region = numbered.region();
      Box a = region.area();
      double w = of.storedWidth();
      double h = of.storedHeight();
      Box stored = new Box(a.x() * w, a.y() * h, a.width() * w, a.height() * h);
      Face face = Face.of(of.toUpright(stored), region.score().orElse(1.0));
      faces.add(new NamedFace(face, region.name()));
    }
    return faces;
  }

  /** Sentences about regions that are no faces only because their numbers are none. */
  List<String> unusable() {
    List<String> sentences = new ArrayList<>(new MwgRegions(xmp).unusable());
    sentences.addAll(new MicrosoftRegions(xmp).unusable());
    return sentences;
  }

  /** Some programs turn the picture first, and say so only by its width and height. */
  private static PhotoFrame madeFor(PhotoFrame frame, Optional<double[]> size)
      throws FacesException {
    if (size.isEmpty() || fits(size.get(), frame.storedWidth(), frame.storedHeight())) {
      return frame;
    }
    if (fits(size.get(), frame.width(), frame.height())) {
      return new PhotoFrame(frame.width(), frame.height(), Orientation.UPRIGHT);
    }
    throw new FacesException(
        String.format(
            Locale.ROOT,
            "The regions were made for a picture of %.0f x %.0f pixels, but this one has %d x %d:"
                + " it was cropped since, and nobody knows where the faces are. Mark them anew.",
            size.get()[0],
            size.get()[1],
            frame.storedWidth(),
            frame.storedHeight()));
  }

  private static boolean fits(double[] size, int width, int height) {
    double a = size[0] * height;
    double b = size[1] * width;
    return Math.abs(a - b) <= SAME_PROPORTIONS * Math.max(a, b);
  }

  /**
   * Writes faces to the metadata, both kinds of regions; what else is there stays.
   *
   * @return sentences about names that are there and were not replaced
   * @throws FacesException if the regions that are there were made for another picture
   */
  List<String> write(PhotoFaces photo, PhotoFrame frame) throws FacesException {
    MwgRegions mwg = new MwgRegions(xmp);
    List<MwgRegions.Numbered> known = mwg.faces();
    if (!known.isEmpty() && !madeFor(frame, mwg.dimensions()).equals(frame)) {
      throw new FacesException(
          "The regions that are there were made for the picture turned upright, not as it is"
              + " stored, so they cannot be mixed with others. Remove them, or let the program that"
              + " wrote them write them anew.");
    }
    MicrosoftRegions mp = new MicrosoftRegions(xmp);
    List<MwgRegions.Numbered> knownMp = mp.faces(known);
    List<FaceRegion> wanted = photo.faces().stream().flatMap(f -> region(f, frame)).toList();
    RegionPlan.Outcome plan = RegionPlan.of(regions(known), wanted);
    RegionPlan.Outcome twins = RegionPlan.of(regions(knownMp), plan.faces());
    mwg.write(plan, known, frame);
    mp.write(twins, knownMp);
    return Stream.concat(plan.conflicts().stream(), twins.conflicts().stream()).distinct().toList();
  }

  private static List<FaceRegion> regions(List<MwgRegions.Numbered> numbered) {
    return numbered.stream().map(MwgRegions.Numbered::region).toList();
  }

  /** The part of the face that lies in the photo, because regions cannot reach beyond it. */
  private static Stream<FaceRegion> region(NamedFace face, PhotoFrame frame) {
    Box b = frame.toStored(face.face().box());
    double w = frame.storedWidth();
    double h = frame.storedHeight();
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
