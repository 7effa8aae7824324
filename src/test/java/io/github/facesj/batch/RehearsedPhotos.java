package io.github.facesj.batch;

import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.PointSource;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.RehearsedModel;
import io.github.facesj.model.RehearsedModel.Trouble;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A folder of small photos with faces, one folder for each person, and models that know them by
 * heart: whole runs over it take milliseconds, and fail where a test wants them to.
 */
public final class RehearsedPhotos implements AutoCloseable {

  /** Names relative to the folder, in its order. */
  public static final List<String> NAMES =
      List.of("ada/1.png", "ada/2.png", "bo/1.png", "bo/2.png", "dora/1.png", "dora/2.png");

  private static final int SIDE = 160;
  private static final FileTime MADE = FileTime.fromMillis(1_700_000_000_000L);

  private final Path folder;
  private final Map<String, byte[]> originals = new LinkedHashMap<>();
  private final List<OpenModel> real;
  private final RehearsedModel detector;
  private final RehearsedModel landmarks;
  private final RehearsedModel embedder;

  public RehearsedPhotos(Path folder) throws Exception {
    this.folder = folder;
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    real =
        List.of(
            store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1),
            store.open(store.catalogue().get("facesj-landmarks68", Task.LANDMARKS), 1),
            store.open(store.catalogue().get("facesj-embedder", Task.EMBEDDING), 1));
    detector = new RehearsedModel(real.get(0));
    landmarks = new RehearsedModel(real.get(1));
    embedder = new RehearsedModel(real.get(2));
    write(folder);
    for (String name : NAMES) {
      originals.put(name, Files.readAllBytes(folder.resolve(name)));
      models().forEach(m -> m.rehearse(name));
      FaceImage image = PhotoReader.read(folder.resolve(name));
      recognizer().recognize(image, Progress.SILENT);
      recognizer().central(image, Progress.SILENT);
    }
    noTrouble();
  }

  private List<RehearsedModel> models() {
    return List.of(detector, landmarks, embedder);
  }

  /** Puts all photos back as they were. */
  public void restore() throws Exception {
    for (String name : NAMES) {
      Path photo = folder.resolve(name);
      Files.write(photo, originals.get(name));
      Files.setLastModifiedTime(photo, MADE);
    }
  }

  /** Makes the photos, always the same to the last bit and of the same time. */
  public static void write(Path folder) throws Exception {
    for (String name : NAMES) {
      Path photo = folder.resolve(name);
      Files.deleteIfExists(photo);
      Files.createDirectories(photo.getParent());
      String person = photo.getParent().getFileName().toString();
      String sample = "portraits/" + person + "/" + person + "_" + name.charAt(name.length() - 5);
      FaceImage large = PhotoReader.read(Sample.path(sample + ".jpg"));
      int[] rgb =
          new Resizer()
              .resize(large.pixels(), large.width(), large.height(), SIDE, SIDE, Resampling.AREA);
      PictureFile.write(photo, FaceImage.of(SIDE, SIDE, rgb));
      Files.setLastModifiedTime(photo, MADE);
    }
  }

  public Path folder() {
    return folder;
  }

  /** What happens when a network meets a photo. */
  public void trouble(Function<String, Optional<Trouble>> plan) {
    models().forEach(m -> m.perform(plan));
  }

  public void noTrouble() {
    trouble(photo -> Optional.empty());
  }

  public FaceAnalyzer analyzer() throws FacesException {
    return analyzer(SearchOptions.defaults());
  }

  public FaceAnalyzer analyzer(SearchOptions options) throws FacesException {
    return FaceAnalyzer.detecting(detector.open(), options);
  }

  public FaceLandmarker landmarker() throws FacesException {
    return FaceLandmarker.of(landmarks.open());
  }

  public Recognizer recognizer() throws FacesException {
    return Recognizer.of(
        detector.open(),
        SearchOptions.defaults(),
        FaceEmbedder.of(embedder.open()),
        landmarker(),
        PointSource.LANDMARKS);
  }

  @Override
  public void close() {
    real.forEach(OpenModel::close);
  }
}
