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
import io.github.facesj.run.Attempted;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** What became of one photo. */
  private record Looked(Optional<Embedding> face, String problem) {

    static Looked of(Attempted<Optional<Embedding>> photo) {
      Optional<Embedding> face = photo.or(fault -> Optional.empty());
      String none = face.isPresent() ? "" : NO_FACE;
      return new Looked(face, photo.fault().map(Fault::sentence).orElse(none));
    }
  }

  private final Recognizer.Factory factory;
  private final int threads;

  /**
   * @param factory makes one recognizer for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public VerificationRun(Recognizer.Factory factory, int threads) {
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
    Set<String> names = new LinkedHashSet<>();
    for (Pair pair : list.pairs()) {
      names.add(pair.a());
      names.add(pair.b());
    }
    List<String> photos = List.copyOf(names);
    PhotoBatch<Recognizer> batch = new PhotoBatch<>(factory::create, threads);
    FaceEmbedder embedder = batch.first().embedder();
    List<Attempted<Optional<Embedding>>> looked =
        batch.all(
            "evaluation",
            photos,
            (recognizer, photo, stop) -> look(recognizer, list, photo, stop),
            progress);
    Map<String, Looked> byName = new LinkedHashMap<>();
    for (int i = 0; i < photos.size(); i++) {
      Looked photo = Looked.of(looked.get(i));
      byName.put(photos.get(i), photo);
      if (!photo.problem().isEmpty()) {
        progress.warn(
            new Problem(photos.get(i), photo.problem()),
            looked.get(i).fault().flatMap(Fault::mistake));
      }
    }
    List<PairScore> scores = new ArrayList<>();
    for (Pair pair : list.pairs()) {
      scores.add(score(pair, byName.get(pair.a()), byName.get(pair.b()), embedder));
    }
    return List.copyOf(scores);
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
