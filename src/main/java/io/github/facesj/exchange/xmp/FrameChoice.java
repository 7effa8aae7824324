package io.github.facesj.exchange.xmp;

import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The pictures that areas may be parts of. docs/FORMATS.md has the table of the programs that this
 * follows, with sources.
 *
 * @param possible the likeliest first, all different
 * @param certainty of the first
 * @param size that the metadata note, in words
 */
record FrameChoice(List<RegionFrame> possible, Certainty certainty, String size) {

  /** What may be done with the likeliest picture. */
  enum Certainty {
    /** Nothing else fits. */
    SURE,
    /** The standard says so, and only a second list of the same faces could contradict it. */
    STANDARD,
    /** Something else may be meant: the photo itself is asked, or the user told. */
    OPEN,
    /** As likely as another one. */
    NONE
  }

  /** Sizes of copies are rounded to whole pixels; a crop changes the proportions more. */
  private static final double SAME_PROPORTIONS = 0.01;

  /**
   * @throws FacesException if the metadata were made for a picture of other proportions
   */
  static FrameChoice of(PhotoFrame photo, FrameEvidence evidence) throws FacesException {
    Orientation own = photo.orientation();
    Orientation noted = evidence.noted().orElse(own);
    String size = evidence.size().map(FrameChoice::words).orElse("no size noted");
    List<RegionFrame> all = candidates(own, noted);
    if (evidence.known().isPresent()) {
      boolean upright = evidence.known().get() == RegionFrame.Kind.UPRIGHT;
      all =
          all.stream()
              .filter(f -> f.isUpright() == upright || f.isSameAs(RegionFrame.STORED))
              .toList();
    }
    if (evidence.size().isEmpty()) {
      return withoutSize(all, own == noted, evidence.writer());
    }
    double[] given = evidence.size().get();
    List<RegionFrame> measured = all.stream().filter(f -> fits(given, f.size(photo))).toList();
    List<RegionFrame> adobe =
        all.stream()
            .filter(f -> !f.isUpright() && fits(given, f.sizeUpright(photo, noted)))
            .toList();
    if (measured.isEmpty() && adobe.isEmpty()) {
      return turnedSince(photo, given, own == noted && !own.swapsAxes());
    }
    boolean sameTurn = own == noted;
    List<RegionFrame> possible =
        switch (evidence.pixels() ? RegionWriter.OTHER : evidence.writer()) {
          case ADOBE -> adobe.isEmpty() ? measured : adobe;
          case PERHAPS_ADOBE ->
              measured.contains(RegionFrame.STORED) ? measured : joined(adobe, measured);
          case ACDSEE -> uprightFirst(measured.isEmpty() ? adobe : measured);
          case OTHER ->
              (evidence.pixels() && !measured.isEmpty()) || measured.contains(RegionFrame.STORED)
                  ? measured
                  : joined(measured, adobe);
        };
    boolean standard =
        possible.get(0).equals(RegionFrame.STORED)
            && (measured.contains(RegionFrame.STORED) || evidence.known().isPresent());
    boolean plain = sameTurn && (standard || evidence.writer() == RegionWriter.ADOBE);
    return new FrameChoice(possible, plain ? Certainty.STANDARD : Certainty.OPEN, size).sure();
  }

  private FrameChoice sure() {
    return possible.size() == 1 ? new FrameChoice(possible, Certainty.SURE, size) : this;
  }

  private static FrameChoice withoutSize(
      List<RegionFrame> all, boolean sameTurn, RegionWriter writer) {
    boolean acdsee = writer == RegionWriter.ACDSEE;
    return new FrameChoice(
            acdsee ? uprightFirst(all) : all,
            sameTurn && !acdsee ? Certainty.STANDARD : Certainty.OPEN,
            "no size noted")
        .sure();
  }

  /** The pixels were turned by a quarter, and no note says which way. */
  private static FrameChoice turnedSince(PhotoFrame photo, double[] given, boolean unturned)
      throws FacesException {
    double[] swapped = {given[1], given[0]};
    if (unturned && fits(swapped, RegionFrame.STORED.size(photo))) {
      List<RegionFrame> turns =
          List.of(
              RegionFrame.before(Orientation.TURN_RIGHT),
              RegionFrame.before(Orientation.TURN_LEFT));
      return new FrameChoice(turns, Certainty.NONE, words(given));
    }
    throw new FacesException(
        String.format(
            Locale.ROOT,
            "The regions were made for a picture of %s pixels, but this one has %d x %d: it was"
                + " cropped since, and nobody knows where the faces are. Mark them anew.",
            words(given),
            photo.storedWidth(),
            photo.storedHeight()));
  }

  private static String words(double[] size) {
    return String.format(Locale.ROOT, "%.0f x %.0f", size[0], size[1]);
  }

  /** All pictures that a program may have measured, in the order of their likelihood. */
  private static List<RegionFrame> candidates(Orientation own, Orientation noted) {
    List<RegionFrame> all = new ArrayList<>(List.of(RegionFrame.STORED));
    if (own == Orientation.UPRIGHT && noted != own) {
      add(all, RegionFrame.before(noted));
    }
    add(all, RegionFrame.upright(noted));
    add(all, RegionFrame.upright(own));
    return all;
  }

  private static void add(List<RegionFrame> all, RegionFrame frame) {
    if (all.stream().noneMatch(frame::isSameAs)) {
      all.add(frame);
    }
  }

  private static List<RegionFrame> joined(List<RegionFrame> first, List<RegionFrame> second) {
    List<RegionFrame> all = new ArrayList<>(first);
    second.forEach(f -> add(all, f));
    return all;
  }

  private static List<RegionFrame> uprightFirst(List<RegionFrame> frames) {
    Optional<RegionFrame> upright = frames.stream().filter(RegionFrame::isUpright).findFirst();
    return upright.map(f -> joined(List.of(f), frames)).orElse(frames);
  }

  private static boolean fits(double[] size, double[] other) {
    double a = size[0] * other[1];
    double b = size[1] * other[0];
    return Math.abs(a - b) <= SAME_PROPORTIONS * Math.max(a, b);
  }
}
