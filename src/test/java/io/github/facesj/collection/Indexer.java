package io.github.facesj.collection;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.PointSource;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;

/** Indexes with the models that ship with FacesJ, as the command does. */
public final class Indexer implements AutoCloseable {

  private final OpenModel detector;
  private final OpenModel landmarks;
  private final OpenModel embedder;

  public Indexer() throws FacesException {
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    detector = store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1);
    landmarks = store.open(store.catalogue().get("facesj-landmarks68", Task.LANDMARKS), 1);
    embedder = store.open(store.catalogue().get("facesj-embedder", Task.EMBEDDING), 1);
  }

  /** For one thread; the models stay this indexer's. */
  public Recognizer recognizer(SearchOptions search) throws FacesException {
    return Recognizer.of(
        detector,
        search,
        FaceEmbedder.of(embedder),
        FaceLandmarker.of(landmarks),
        PointSource.LANDMARKS);
  }

  public IndexReport run(Path folder, Path archive, Progress progress) throws FacesException {
    return new IndexRun(() -> recognizer(SearchOptions.defaults()), 2)
        .run(folder, archive, progress);
  }

  public IndexReport run(Path folder, Path archive) throws FacesException {
    return run(folder, archive, Progress.SILENT);
  }

  @Override
  public void close() {
    detector.close();
    landmarks.close();
    embedder.close();
  }

  /** A process that indexes a folder: {@code FOLDER ARCHIVE}. */
  public static void main(String[] args) throws FacesException {
    try (Indexer indexer = new Indexer()) {
      indexer.run(Path.of(args[0]), Path.of(args[1]));
    }
  }
}
