package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;

/**
 * Brings the lists of one photo into the stored picture. Where a list may be of one picture or
 * another, the lists that are sure are asked first, then the faces in the photo, and at last the
 * user is told.
 */
final class RegionPlacement {

  /**
   * How much more must speak for one picture: in the middle of a portrait a face covers itself by
   * half however it is turned.
   */
  private static final double CLEARLY = 1.2;

  /** Where faces are in the photo, in parts of the stored picture, if anybody can say. */
  @FunctionalInterface
  interface Faces {
    Optional<List<Box>> inStored() throws FacesException;
  }

  private final PhotoFrame photo;
  private final Faces faces;
  private final boolean guess;
  private final List<String> problems = new ArrayList<>();
  private final List<FaceRegion> sure = new ArrayList<>();

  /**
   * @param guess whether the likeliest picture is taken where nothing decides; otherwise such a
   *     list is left out
   */
  RegionPlacement(PhotoFrame photo, Faces faces, boolean guess) {
    this.photo = photo;
    this.faces = faces;
    this.guess = guess;
  }

  /** What is not certain, or could not be placed. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * The lists in parts of the stored picture, in their order; those that cannot be placed are left
   * out, and told.
   */
  List<MergedRegions.Placed> place(List<RegionList> lists) {
    List<Optional<RegionFrame>> frames = frames(lists);
    List<MergedRegions.Placed> placed = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      RegionList list = lists.get(i);
      frames
          .get(i)
          .map(f -> new MergedRegions.Placed(list.source(), list.stored(f)))
          .ifPresent(placed::add);
    }
    return placed;
  }

  /** The picture of each list, or none where nobody knows it. */
  List<Optional<RegionFrame>> frames(List<RegionList> lists) {
    List<Optional<FrameChoice>> choices = new ArrayList<>();
    for (RegionList list : lists) {
      Optional<FrameChoice> choice = choice(list);
      choices.add(choice);
      choice
          .filter(c -> c.certainty() == FrameChoice.Certainty.SURE && !list.follows())
          .ifPresent(c -> sure.addAll(list.stored(c.possible().get(0))));
    }
    List<Optional<RegionFrame>> frames = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i).follows()) {
        frames.add(frames.get(i - 1));
      } else if (choices.get(i).isPresent()) {
        frames.add(frame(lists.get(i), choices.get(i).get()));
      } else {
        frames.add(Optional.empty());
      }
    }
    return frames;
  }

  private Optional<FrameChoice> choice(RegionList list) {
    if (list.regions().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FrameChoice.of(photo, list.evidence()));
    } catch (FacesException e) {
      problems.add(String.format(Locale.ROOT, "In %s: %s", list.source(), e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<RegionFrame> frame(RegionList list, FrameChoice choice) {
    RegionFrame first = choice.possible().get(0);
    if (choice.certainty() == FrameChoice.Certainty.SURE) {
      return Optional.of(first);
    }
    Optional<RegionFrame> twin = best(choice, f -> twins(list.stored(f)));
    if (twin.isPresent() && !twin.get().equals(RegionFrame.STORED)) {
      return twin;
    }
    if (choice.certainty() == FrameChoice.Certainty.STANDARD) {
      return Optional.of(first);
    }
    Optional<RegionFrame> seen = seen(list, choice);
    if (seen.isPresent()) {
      return seen;
    }
    if (twin.isPresent()) {
      return twin;
    }
    List<RegionFrame> lying = choice.possible().stream().filter(f -> !f.isUpright()).toList();
    if (list.evidence().repeated() && lying.size() == 1) {
      return Optional.of(lying.get(0)); // the same numbers twice say less than the photo itself
    }
    return told(list, choice);
  }

  private Optional<RegionFrame> seen(RegionList list, FrameChoice choice) {
    Optional<List<Box>> found;
    try {
      found = faces.inStored();
    } catch (FacesException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<FaceRegion> there =
        found.get().stream()
            .map(b -> new FaceRegion(b, "", Optional.empty(), Optional.empty()))
            .toList();
    return best(choice, f -> overlap(list.stored(f), there, (a, b) -> true));
  }

  private Optional<RegionFrame> told(RegionList list, FrameChoice choice) {
    if (choice.certainty() == FrameChoice.Certainty.NONE) {
      problems.add(
          String.format(
              Locale.ROOT,
              "The regions of %s were made for a picture of %s pixels, but this one has %d x %d: it"
                  + " was turned since, and nothing says which way. They were left out; mark the"
                  + " faces anew.",
              list.source(),
              choice.size(),
              photo.storedWidth(),
              photo.storedHeight()));
      return Optional.empty();
    }
    RegionFrame first = choice.possible().get(0);
    problems.add(
        String.format(
            Locale.ROOT,
            "It is not certain where the %d regions of %s lie (%s, and the photo is %d x %d,"
                + " orientation %d): they may be parts of %s, or of %s. %s",
            list.regions().size(),
            list.source(),
            choice.size(),
            photo.storedWidth(),
            photo.storedHeight(),
            photo.orientation().exif(),
            first.words(),
            choice.possible().get(1).words(),
            guess
                ? "They were read as the former; check one, and mark the faces anew if it is"
                    + " wrong."
                : "They were left as they are; mark the faces anew, or let their program write"
                    + " them again."));
    return guess ? Optional.of(first) : Optional.empty();
  }

  /** The picture for which clearly most speaks; none if that is so of two. */
  private static Optional<RegionFrame> best(
      FrameChoice choice, ToDoubleFunction<RegionFrame> votes) {
    RegionFrame best = null;
    double most = 0;
    double next = 0;
    for (RegionFrame frame : choice.possible()) {
      double sum = votes.applyAsDouble(frame);
      if (sum > most) {
        next = most;
        most = sum;
        best = frame;
      } else {
        next = Math.max(next, sum);
      }
    }
    return best == null || most < CLEARLY * next ? Optional.empty() : Optional.of(best);
  }

  /** How far regions cover those of the same person in lists that are sure. */
  private double twins(List<FaceRegion> regions) {
    return overlap(
        regions, sure, (a, b) -> !a.name().isEmpty() && RegionMatch.isSameName(a.name(), b.name()));
  }

  /** The sum of the overlaps of faces that are the same. */
  private static double overlap(
      List<FaceRegion> regions,
      List<FaceRegion> others,
      BiPredicate<FaceRegion, FaceRegion> counts) {
    int[] partner = RegionMatch.of(regions, others);
    double sum = 0;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0 && counts.test(regions.get(i), others.get(partner[i]))) {
        sum += regions.get(i).area().iou(others.get(partner[i]).area());
      }
    }
    return sum;
  }
}
