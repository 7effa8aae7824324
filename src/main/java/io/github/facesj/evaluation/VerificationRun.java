package io.github.facesj.evaluation;

import io.github.facesj.align.Template;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Compares pairs of photos. Each photo is looked at once, however many pairs it is in; a photo
 * without a face, or one that cannot be read, is a problem of its pairs and never a distance. The
 * photos of InsightFace's sets are aligned already: there the crop is the face.
 */
public final class VerificationRun {

  private static final String NO_FACE = "No face was found.";

  /**
   * What became of one photo.
   *
   * @param settled whether another look would come to the same
   */
  private record Looked(Optional<Embedding> face, String problem, boolean settled) {

    static Looked of(WorkResult<Optional<Embedding>> photo) {
      Optional<Embedding> face = photo.or(fault -> Optional.empty());
      String none = face.isPresent() ? "" : NO_FACE;
      return new Looked(
          face,
          photo.fault().map(Fault::sentence).orElse(none),
          photo.fault().filter(Fault::isPassing).isEmpty());
    }
  }

  private final Factory<Recognizer> factory;
  private final int threads;

  /**
   * @param factory makes one recognizer for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public VerificationRun(Factory<Recognizer> factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /**
   * Compares all pairs.
   *
   * @return one result for each pair, in the order of the list
   * @throws FacesException if a recognizer cannot be made, or the run was canceled: half a list
   *     would give a wrong figure
   */
  public List<PairScore> compare(PairList list, Progress progress) throws FacesException {
    return run(list, PairRows.NOWHERE, progress);
  }

  /**
   * Compares the pairs that an earlier run has not, and writes each as soon as it is compared.
   *
   * @return one result for each pair, in the order of the list
   * @throws FacesException if a recognizer cannot be made, a row cannot be written, or the run was
   *     canceled; the rows so far are kept
   */
  public List<PairScore> compare(PairList list, UnfinishedPairs rows, Progress progress)
      throws FacesException {
    return run(list, rows, progress);
  }

  private List<PairScore> run(PairList list, PairRows rows, Progress progress)
      throws FacesException {
    PhotoBatch<Recognizer> batch = new PhotoBatch<>(factory, threads);
    Comparison comparison = new Comparison(list, rows, batch.first().embedder(), progress);
    boolean complete =
        batch.each(
            comparison.photos().iterator(),
            (recognizer, photo, stop) -> look(recognizer, list, photo, stop),
            comparison::add,
            progress);
    if (!complete) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The verification was stopped after %d of %d pairs. %s.",
              comparison.done,
              list.pairs().size(),
              rows.whatIsKept()));
    }
    return List.of(comparison.scores);
  }

  /** The pairs in the order of the list, each compared as soon as both photos are looked at. */
  private static final class Comparison {

    private final List<Pair> pairs;
    private final PairRows rows;
    private final FaceEmbedder embedder;
    private final Progress progress;
    private final PairScore[] scores;
    private final Map<String, Looked> looked = new HashMap<>();
    private int done;

    Comparison(PairList list, PairRows rows, FaceEmbedder embedder, Progress progress) {
      this.pairs = list.pairs();
      this.rows = rows;
      this.embedder = embedder;
      this.progress = progress;
      this.scores = new PairScore[pairs.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = rows.known(i, pairs.get(i)).orElse(null);
      }
      skipKnown();
    }

    /** The photos to look at, in the order in which the pairs need them. */
    Set<String> photos() {
      Set<String> names = new LinkedHashSet<>();
      for (int i = 0; i < scores.length; i++) {
        if (scores[i] == null) {
          names.add(pairs.get(i).a());
          names.add(pairs.get(i).b());
        }
      }
      return names;
    }

    void add(String name, WorkResult<Optional<Embedding>> result) throws FacesException {
      Looked photo = Looked.of(result);
      looked.put(name, photo);
      if (!photo.problem().isEmpty()) {
        progress.warn(new Problem(name, photo.problem()), result.fault().flatMap(Fault::mistake));
      }
      while (done < scores.length
          && looked.containsKey(pairs.get(done).a())
          && looked.containsKey(pairs.get(done).b())) {
        Looked a = looked.get(pairs.get(done).a());
        Looked b = looked.get(pairs.get(done).b());
        scores[done] = score(pairs.get(done), a, b, embedder);
        rows.add(done, scores[done], a.settled() && b.settled());
        done++;
        skipKnown();
      }
      progress.at(done, scores.length, name);
    }

    private void skipKnown() {
      while (done < scores.length && scores[done] != null) {
        done++;
      }
    }
  }

  private static PairScore score(Pair pair, Looked a, Looked b, FaceEmbedder embedder) {
    List<String> problems = new ArrayList<>();
    if (!a.problem().isEmpty()) {
      problems.add(pair.a() + ": " + a.problem());
    }
    if (!b.problem().isEmpty() && !pair.a().equals(pair.b())) {
      problems.add(pair.b() + ": " + b.problem());
    }
    OptionalDouble distance =
        problems.isEmpty()
            ? OptionalDouble.of(
                embedder.distance().between(a.face().orElseThrow(), b.face().orElseThrow()))
            : OptionalDouble.empty();
    return new PairScore(pair, distance, String.join(" ", problems));
  }

  private static Optional<Embedding> look(
      Recognizer recognizer, PairList list, String photo, Progress stop) throws FacesException {
    FaceImage image = list.photos().open(photo, stop);
    return list.aligned()
        ? Optional.of(ofCrop(recognizer.embedder(), image))
        : recognizer.central(image, stop).flatMap(Face::embedding);
  }

  /** A crop in ArcFace's position, brought into that of the embedder where that is another. */
  private static Embedding ofCrop(FaceEmbedder embedder, FaceImage crop) throws FacesException {
    Template arcface = Template.ARCFACE;
    if (crop.width() != arcface.width() || crop.height() != arcface.height()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "An aligned crop must have %d x %d pixels, but this one has %d x %d.",
              arcface.width(),
              arcface.height(),
              crop.width(),
              crop.height()));
    }
    if (embedder.alignment().equals(arcface)) {
      return embedder.embed(List.of(crop)).get(0);
    }
    Face face = Face.of(new Box(0, 0, crop.width(), crop.height()), 1, arcface.points());
    return embedder
        .embed(Pyramid.of(crop), List.of(face), Sampling.ANTIALIASED)
        .get(0)
        .embedding()
        .orElseThrow();
  }
}
