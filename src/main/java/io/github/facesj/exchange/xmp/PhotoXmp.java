package io.github.facesj.exchange.xmp;

import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the metadata of one place say about the faces of a photo.
 *
 * @param xmp the metadata
 * @param place words for a person, such as "the sidecar a.jpg.xmp"
 */
record PhotoXmp(XmpTree xmp, String place) implements FaceSource {

  /** More regions than this are no faces of one photo. */
  private static final int MOST_REGIONS = 5_000;

  /** What digiKam and Lightroom call the keyword above those that are people. */
  private static final String PEOPLE = "People";

  /** The orientation that stands here; the photo's own may be another. */
  Optional<Orientation> orientation() {
    return xmp.number(XmpSpace.TIFF, XmpSpace.TIFF.name("Orientation"))
        .map(Double::intValue)
        .filter(v -> v >= 1 && v <= 8)
        .map(Orientation::ofExif);
  }

  /**
   * The size of the picture as far as the metadata tell, for photos that are not at hand.
   *
   * @return empty where they do not say it
   */
  Optional<PhotoFrame> frame() {
    MwgRegions mwg = new MwgRegions(xmp);
    Orientation turn = orientation().orElse(Orientation.UPRIGHT);
    boolean upright = mwg.evidence(orientation()).writer() == RegionWriter.ADOBE;
    return mwg.dimensions()
        .filter(d -> Math.max(d[0], d[1]) < Integer.MAX_VALUE && Math.min(d[0], d[1]) >= 1)
        .map(
            d ->
                upright
                    ? new PhotoFrame((int) d[0], (int) d[1], turn)
                    : PhotoFrame.ofStored((int) d[0], (int) d[1], turn));
  }

  @Override
  public boolean hasFaces() {
    PhotoFrame any = new PhotoFrame(1, 1, Orientation.UPRIGHT);
    return ofAll(any).anyMatch(list -> !list.isEmpty());
  }

  @Override
  public List<RegionList> lists(PhotoFrame photo) throws FacesException {
    for (RegionList list : ofAll(photo).toList()) {
      if (list.regions().size() > MOST_REGIONS) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "There are %d regions in %s, and a photo has at most %d faces. Remove those that"
                    + " are none.",
                list.regions().size(),
                place,
                MOST_REGIONS));
      }
    }
    return ofAll(photo).filter(list -> !list.isEmpty()).toList();
  }

  /** In the order in which they are trusted. */
  private Stream<RegionList> ofAll(PhotoFrame photo) {
    MwgRegions mwg = new MwgRegions(xmp);
    MicrosoftRegions mp = new MicrosoftRegions(xmp);
    List<FaceRegion> regions = regions(mwg.faces());
    List<FaceRegion> twins = regions(mp.faces(List.of()));
    boolean same = repeats(twins, regions);
    FrameEvidence evidence = mwg.evidence(orientation());
    return Stream.of(
        new RegionList(
            "the regions (MWG) in " + place,
            regions,
            same ? evidence.repeatedByMicrosoft() : evidence,
            false,
            true,
            mwg.unusable()),
        new RegionList(
            "Microsoft's regions in " + place,
            twins,
            FrameEvidence.STORED,
            same,
            true,
            mp.unusable()),
        new IptcRegions(xmp, photo).list("IPTC's image regions in " + place),
        new AcdseeRegions(xmp).list("ACDSee's regions in " + place, orientation()));
  }

  private static List<FaceRegion> regions(List<MwgRegions.Numbered> numbered) {
    return numbered.stream().map(MwgRegions.Numbered::region).toList();
  }

  /** Whether Microsoft's list has the numbers of the other one. */
  boolean repeats() {
    return repeats(
        regions(new MicrosoftRegions(xmp).faces(List.of())), regions(new MwgRegions(xmp).faces()));
  }

  private static boolean repeats(List<FaceRegion> twins, List<FaceRegion> regions) {
    return twins.size() <= MOST_REGIONS
        && regions.size() <= MOST_REGIONS
        && twins.stream().anyMatch(t -> regions.stream().anyMatch(r -> isCopy(t, r)));
  }

  /** Programs write four to nine digits; corners and centres are rounded differently. */
  private static boolean isCopy(FaceRegion a, FaceRegion b) {
    return a.area().iou(b.area()) > 0.98;
  }

  /** People that are named without a place: by keywords, and by lists of those in the picture. */
  @Override
  public List<String> namesWithoutPlace() {
    List<String> names = new ArrayList<>(new MicrosoftRegions(xmp).namesWithoutPlace());
    names.addAll(xmp.texts(XmpSpace.IPTC, XmpSpace.IPTC.name("PersonInImage")));
    names.addAll(keywords(XmpSpace.DIGIKAM, "TagsList", "/"));
    names.addAll(keywords(XmpSpace.LIGHTROOM, "hierarchicalSubject", "|"));
    return names.stream().filter(n -> !n.isBlank()).distinct().toList();
  }

  /** The last part of keywords below that of people. */
  private List<String> keywords(XmpSpace space, String list, String separator) {
    String above = PEOPLE + separator;
    return xmp.texts(space, space.name(list)).stream()
        .filter(k -> k.startsWith(above))
        .map(k -> k.substring(k.lastIndexOf(separator) + 1))
        .toList();
  }
}
