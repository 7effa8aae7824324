package io.github.facesj.batch;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.detect.Candidates;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Covers the faces of pictures, looks at the copy again, and says where a person should look. For
 * one thread at a time.
 */
public final class Anonymiser {

  /** A face found again overlaps the covered one at least this much. */
  private static final double SAME = 0.3;

  /** How often the copy is looked at, and what is found again covered again. */
  private static final int LOOKS = 3;

  /** Faces from this share of the detector's threshold on are reported. */
  public static final double DOUBT = 0.7;

  private final FaceAnalyzer finder;
  private final FaceCover cover;
  private final CoverRule rule;
  private final Optional<CoverJudge> judge;

  private Anonymiser(
      FaceAnalyzer finder, FaceCover cover, CoverRule rule, Optional<CoverJudge> judge) {
    this.finder = finder;
    this.cover = cover;
    this.rule = rule;
    this.judge = judge;
  }

  /** One that covers every face. */
  public static Anonymiser ofAll(FaceAnalyzer finder, FaceCover cover) {
    return new Anonymiser(finder, cover, CoverRule.EVERYBODY, Optional.empty());
  }

  /**
   * One that covers the faces of some people.
   *
   * @param identifier lists everybody of its gallery
   * @param sure from when on a face is surely somebody's
   * @throws IllegalArgumentException if the rule names people whom the gallery does not know
   */
  public static Anonymiser of(
      FaceAnalyzer finder,
      FaceCover cover,
      CoverRule rule,
      Identifier identifier,
      CertaintyRule sure) {
    rule.requireKnown(identifier.gallery());
    return new Anonymiser(finder, cover, rule, Optional.of(new CoverJudge(identifier, rule, sure)));
  }

  /**
   * Finds and covers faces.
   *
   * @param photo upright
   * @throws FacesException if a network fails, or the work was stopped: a copy of what was found
   *     until then would show faces
   */
  public Anonymised anonymise(FaceImage photo, Progress progress) throws FacesException {
    double threshold = finder.threshold();
    Candidates all = finder.candidates(photo, threshold * DOUBT, progress);
    List<Face> faces = finder.select(all, threshold);
    List<String> look = new ArrayList<>();
    for (Face face : finder.select(all, threshold * DOUBT)) {
      if (face.score() < threshold
          && faces.stream().noneMatch(f -> f.box().iou(face.box()) >= SAME)) {
        look.add(
            String.format(
                Locale.ROOT,
                "There may be a face %s: its score %.2f is below %.2f.",
                at(face),
                face.score(),
                threshold));
      }
    }
    return cover(photo, faces, look, progress);
  }

  /**
   * Covers faces that are known already, as far as the rule says so.
   *
   * @param photo upright
   * @param faces in pixels of the photo
   * @throws FacesException if a network fails
   */
  public Anonymised cover(FaceImage photo, List<Face> faces, Progress progress)
      throws FacesException {
    return cover(photo, faces, List.of(), progress);
  }

  private Anonymised cover(
      FaceImage photo, List<Face> faces, List<String> doubts, Progress progress)
      throws FacesException {
    List<Face> covered = new ArrayList<>();
    List<Face> kept = new ArrayList<>();
    List<Face> doubtful = new ArrayList<>();
    List<String> look = new ArrayList<>(doubts);
    if (judge.isEmpty()) {
      covered.addAll(faces);
    } else {
      List<CoverVerdict> verdicts = judge.get().judge(photo, faces, progress);
      for (int i = 0; i < faces.size(); i++) {
        CoverVerdict verdict = verdicts.get(i);
        (verdict.covered() ? covered : kept).add(faces.get(i));
        if (verdict.isDoubt()) {
          doubtful.add(faces.get(i));
          look.add(
              String.format(
                  Locale.ROOT,
                  "The face %s was covered to be on the safe side: %s.",
                  at(faces.get(i)),
                  verdict.doubt().replaceFirst("\\.$", "")));
        }
      }
    }
    FaceImage copy = cover.cover(photo, boxes(covered));
    List<Face> again = seen(copy, covered, kept, progress);
    for (int looks = 1; looks < LOOKS && !again.isEmpty(); looks++) {
      copy = cover.cover(copy, boxes(again));
      again = seen(copy, covered, kept, progress);
    }
    for (Face face : again) {
      look.add(
          String.format(
              Locale.ROOT,
              "Something like a face can still be seen %s, with a score of %.2f.",
              at(face),
              face.score()));
    }
    requireGoingOn(progress);
    return new Anonymised(copy, covered, kept, doubtful, look);
  }

  /** What was found before a stop is not all there is: a copy of it would show faces. */
  static void requireGoingOn(Progress progress) throws FacesException {
    if (progress.isCanceled()) {
      throw FacesException.passing("The work was stopped, so there is no copy.");
    }
  }

  /** Faces of the copy where one was covered. */
  private List<Face> seen(FaceImage copy, List<Face> covered, List<Face> kept, Progress progress)
      throws FacesException {
    if (covered.isEmpty()) {
      return List.of();
    }
    return finder.analyze(copy, progress).stream()
        .filter(f -> overlaps(f, covered) && !overlaps(f, kept))
        .toList();
  }

  private static boolean overlaps(Face face, List<Face> others) {
    return others.stream().anyMatch(o -> o.box().iou(face.box()) >= SAME);
  }

  private static List<Box> boxes(List<Face> faces) {
    return faces.stream().map(Face::box).toList();
  }

  private static String at(Face face) {
    Box b = face.box();
    return String.format(
        Locale.ROOT, "at x=%.0f, y=%.0f (%.0f x %.0f pixels)", b.x(), b.y(), b.width(), b.height());
  }

  /**
   * All that decides how a copy looks, as a person would write it in a macro, with the hashes of
   * models and gallery: copies of the same photo with the same words are the same.
   */
  public String parameters() {
    return String.format(
        Locale.ROOT,
        "how=%s margin=%s %s model=%s sha256=%s %s%s",
        cover.how().name().toLowerCase(Locale.ROOT),
        cover.margin(),
        rule.words(),
        finder.provenance().model(),
        finder.provenance().sha256(),
        finder.provenance().parameters(),
        judge.map(Anonymiser::words).orElse(""));
  }

  private static String words(CoverJudge judge) {
    return String.format(
        Locale.ROOT,
        " embedder=%s gallery=%s sure=%s maybe=%s margin=%s quality=%s %s",
        judge.identifier().recognizer().embedder().id(),
        judge.identifier().gallery().fingerprint(),
        judge.sure().sure(),
        judge.sure().maybe(),
        CertaintyRule.MARGIN,
        judge.sure().quality(),
        judge.identifier().recognizer().parameters());
  }

  /**
   * What a person should know of the whole run, in full sentences: how often a stranger stays
   * visible, and who of the gallery can hardly be known.
   */
  public List<String> notes() {
    return judge.map(j -> CoverNotes.of(rule, j.identifier(), j.sure())).orElse(List.of());
  }
}
