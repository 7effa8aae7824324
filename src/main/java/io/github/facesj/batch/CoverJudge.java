package io.github.facesj.batch;

import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.embed.FaceQuality;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.gallery.Cohort;
import io.github.facesj.gallery.Identification;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides which faces of a photo are covered where that depends on who they are. A face that cannot
 * be compared is covered, and of two that surely are one person, the less near one. For one thread
 * at a time.
 */
final class CoverJudge {

  private final Identifier identifier;
  private final CoverRule rule;
  private final CertaintyRule sure;

  /**
   * @param identifier lists everybody of the gallery
   */
  CoverJudge(Identifier identifier, CoverRule rule, CertaintyRule sure) {
    this.identifier = identifier;
    this.rule = rule;
    this.sure = sure;
  }

  Identifier identifier() {
    return identifier;
  }

  CertaintyRule sure() {
    return sure;
  }

  /** A face that could be compared. */
  private record Compared(IdentifiedFace face, double quality) {

    Embedding embedding() {
      return face.face().embedding().orElseThrow();
    }

    Identification.Candidate nearest() {
      return face.who().candidates().get(0);
    }
  }

  /**
   * @return one verdict for each face, in their order
   * @throws FacesException if it lies with the machine or the moment that nobody can be compared,
   *     or the work was stopped
   */
  List<CoverVerdict> judge(FaceImage photo, List<Face> faces, Progress progress)
      throws FacesException {
    Pyramid pyramid = Pyramid.of(photo);
    List<Optional<Compared>> compared = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Face face : faces) {
      Anonymiser.requireGoingOn(progress);
      Optional<Compared> found = Optional.empty();
      String problem = "";
      try {
        found = Optional.of(compare(photo, pyramid, face, progress));
      } catch (FacesException e) {
        if (e.isPassing()) {
          throw e;
        }
        problem = e.getMessage();
      } catch (IllegalArgumentException e) {
        problem = e.getMessage();
      }
      compared.add(found);
      problems.add(problem);
    }
    List<Compared> clear =
        compared.stream()
            .flatMap(Optional::stream)
            .filter(c -> c.quality() >= sure.quality())
            .sorted(Comparator.comparingDouble(Compared::quality).reversed())
            .toList();
    // Blur makes faces less alike, so that the better half may be more alike than all.
    CertaintyRule here =
        sure.among(likeness(clear)).among(likeness(clear.subList(0, (clear.size() + 1) / 2)));
    List<CoverVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      String problem = problems.get(i);
      verdicts.add(
          compared
              .get(i)
              .map(c -> rule.judge(c.face().who(), c.quality(), here))
              .orElseGet(() -> CoverVerdict.doubt("it cannot be compared: " + problem)));
    }
    onlyOneOfEach(compared, verdicts);
    return verdicts;
  }

  private Compared compare(FaceImage photo, Pyramid pyramid, Face face, Progress progress)
      throws FacesException {
    IdentifiedFace known = identifier.identify(photo, List.of(face), progress).get(0);
    Face pointed = identifier.recognizer().pointed(pyramid, List.of(known.face()), progress).get(0);
    return new Compared(known, FaceQuality.of(pyramid, pointed).value());
  }

  private static OptionalDouble likeness(List<Compared> faces) {
    return Cohort.likenessOf(faces.stream().map(Compared::embedding).toList());
  }

  private void onlyOneOfEach(List<Optional<Compared>> compared, List<CoverVerdict> verdicts) {
    if (rule.whom() == CoverTarget.ONLY) {
      return;
    }
    Map<String, Integer> nearest = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (!verdicts.get(i).covered()) {
        nearest.merge(person(compared, i), i, (a, b) -> nearer(compared, a, b));
      }
    }
    for (int i = 0; i < verdicts.size(); i++) {
      if (!verdicts.get(i).covered() && nearest.get(person(compared, i)) != i) {
        verdicts.set(
            i, CoverVerdict.doubt("another face of the photo is more like " + person(compared, i)));
      }
    }
  }

  private static String person(List<Optional<Compared>> compared, int i) {
    return compared.get(i).orElseThrow().nearest().person();
  }

  private static int nearer(List<Optional<Compared>> compared, int a, int b) {
    double ofA = compared.get(a).orElseThrow().nearest().distance();
    double ofB = compared.get(b).orElseThrow().nearest().distance();
    return ofB < ofA ? b : a;
  }
}
