package io.github.facesj.analysis;

import io.github.facesj.detect.Candidates;
import io.github.facesj.detect.Detectors;
import io.github.facesj.detect.FaceSearch;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.Mirror;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The way of a photo: pixels in, faces out, with landmarks and embeddings if asked for:
 *
 * <pre>{@code
 * FaceAnalyzer analyzer =
 *     FaceAnalyzer.detecting(detector, SearchOptions.defaults())
 *         .landmarks(landmarks68)
 *         .embedding(embedder, Mirror.SUM);
 * List<Face> faces = analyzer.analyze(PhotoReader.read(file), Progress.SILENT);
 * }</pre>
 *
 * <p>For one thread at a time; several may share the models, which stay their owner's to close.
 */
public final class FaceAnalyzer {

  /** Parameters that choose among candidates, and change nothing in what the network sees. */
  private static final List<String> CHOOSING =
      List.of("score=", "overlap=", "smallest=", "join=", "square=");

  private final ModelCard card;
  private final SearchOptions options;
  private final FaceSearch search;
  private final FaceCompletion completion;

  private FaceAnalyzer(
      ModelCard card, SearchOptions options, FaceSearch search, FaceCompletion completion) {
    this.card = card;
    this.options = options;
    this.search = search;
    this.completion = completion;
  }

  /**
   * An analyzer that detects.
   *
   * @param detector an open model of task detection
   * @throws FacesException if the model's card asks for what FacesJ does not know
   */
  public static FaceAnalyzer detecting(OpenModel detector, SearchOptions options)
      throws FacesException {
    FaceSearch search = new FaceSearch(Detectors.of(detector), options);
    return new FaceAnalyzer(detector.card(), options, search, FaceCompletion.NOTHING);
  }

  /** An analyzer that finds landmarks, too; see {@link FaceCompletion#landmarks}. */
  public FaceAnalyzer landmarks(OpenModel model) throws FacesException {
    return completing(completion.landmarks(model));
  }

  /** An analyzer that embeds, too; see {@link FaceCompletion#embedding(OpenModel, Mirror)}. */
  public FaceAnalyzer embedding(OpenModel model, Mirror mirror) throws FacesException {
    return completing(completion.embedding(model, mirror));
  }

  /** An analyzer that finds the same faces and completes them otherwise. */
  public FaceAnalyzer completing(FaceCompletion other) {
    return new FaceAnalyzer(card, options, search, other);
  }

  /**
   * The faces of a picture: detected, then completed.
   *
   * @param image upright
   * @param progress asked between the steps whether to go on
   * @return faces in pixels of the picture, best score first; what was found so far after a cancel
   * @throws FacesException if a network fails
   */
  public List<Face> analyze(FaceImage image, Progress progress) throws FacesException {
    return analyze(Pyramid.of(image), progress);
  }

  /** The same in a picture that somebody else prepared, and looks at as well. */
  public List<Face> analyze(Pyramid photo, Progress progress) throws FacesException {
    return complete(photo, search.search(photo.photo(), progress).select(), progress);
  }

  /**
   * The second half of the way, for faces whose boxes are known: a box that a person drew is a
   * face.
   *
   * @param photo upright
   * @param faces in pixels of the picture
   * @return the same faces in the same order, with landmarks and embeddings as asked for
   * @throws FacesException if a network fails
   */
  public List<Face> complete(Pyramid photo, List<Face> faces, Progress progress)
      throws FacesException {
    return completion.complete(photo, faces, progress);
  }

  /**
   * Everything that looks like a face, from which {@link Candidates#select()} chooses as often as
   * one likes.
   *
   * @param image upright
   * @param floor lowest score, at most that of the options
   * @throws FacesException if the network fails
   */
  public Candidates candidates(FaceImage image, double floor, Progress progress)
      throws FacesException {
    return search.search(image, floor, progress);
  }

  /**
   * The faces among candidates that have another score than the options ask for, best first.
   *
   * @param score lowest score, from that of the search on
   */
  public List<Face> select(Candidates all, double score) {
    return all.select(score, overlap(), options.smallest(), options.square());
  }

  /**
   * The faces that {@link #analyze} would find, among candidates that an analyzer of the same
   * {@link #views()} saw.
   *
   * @param all from a score at most {@link #threshold()} on
   */
  public List<Face> select(Candidates all) {
    return all.with(options, threshold(), overlap()).select();
  }

  /**
   * What decides what the network sees, in words: two analyzers with the same see the same
   * candidates, and only choose among them differently.
   */
  public String views() {
    Provenance how = provenance();
    return Arrays.stream(how.parameters().split(" "))
        .filter(word -> CHOOSING.stream().noneMatch(word::startsWith))
        .collect(Collectors.joining(" ", how.model() + " " + how.sha256() + " ", ""));
  }

  /** Lowest score of a face, the model's own where the options leave it open. */
  public double threshold() {
    return search.threshold();
  }

  /** Largest overlap (IoU) of two faces, the model's own where the options leave it open. */
  public double overlap() {
    return search.overlap();
  }

  /** What a table says of how its faces were found, so that it can be made again. */
  public Provenance provenance() {
    return provenance(card, options, threshold(), overlap(), completion.parameters());
  }

  /**
   * What an analyzer that detects is going to say, without making one.
   *
   * @param detector card of a model of task detection
   * @throws FacesException if the card lacks a threshold
   */
  public static Provenance provenance(ModelCard detector, SearchOptions options)
      throws FacesException {
    double threshold = options.score().orElse(Detectors.threshold(detector));
    double overlap = options.overlap().orElse(Detectors.overlap(detector));
    return provenance(detector, options, threshold, overlap, "");
  }

  private static Provenance provenance(
      ModelCard card, SearchOptions options, double threshold, double overlap, String completion) {
    String parameters =
        String.format(
            Locale.ROOT,
            "score=%s overlap=%s smallest=%s turns=%b flip=%b border=%b scales=%s tiles=%d join=%s"
                + " square=%s%s",
            threshold,
            overlap,
            options.smallest(),
            options.turns(),
            options.flip(),
            options.border(),
            options.scales().stream().map(String::valueOf).collect(Collectors.joining(",")),
            options.tiles(),
            options.join().name().toLowerCase(Locale.ROOT),
            options.square().name().toLowerCase(Locale.ROOT),
            completion);
    return Provenance.now(card.id(), card.hashes(), parameters);
  }
}
