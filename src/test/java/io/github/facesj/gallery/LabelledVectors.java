package io.github.facesj.gallery;

import io.github.facesj.Needs;
import io.github.facesj.Reference;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.FaceEncoder;
import io.github.facesj.embed.FaceQuality;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The faces of photos of known people, as FacesJ finds, aligns and embeds them with its defaults:
 * of each photo the face nearest its centre. Each photo is looked at once, whatever the number of
 * embedders.
 *
 * @param faces of all photos in which one was found
 * @param photos how many there were
 */
record LabelledVectors(List<Known> faces, int photos) {

  /**
   * One photo's face.
   *
   * @param person whose it is
   * @param group a label of the data set, such as an age; empty where it has none
   * @param quality of the face, 0 to 1
   * @param vectors by the embedder's id
   */
  record Known(String person, String group, double quality, Map<String, Embedding> vectors) {}

  LabelledVectors {
    faces = List.copyOf(faces);
  }

  /**
   * @param folder below the shared photos
   * @param person of a photo by its name in the folder
   * @param group of a photo by its name
   */
  static LabelledVectors of(
      String folder,
      UnaryOperator<String> person,
      UnaryOperator<String> group,
      List<FaceEmbedder> embedders)
      throws Exception {
    Path root = Needs.shared("photos/" + folder);
    List<Path> photos = PhotoFolder.list(root, Progress.SILENT);
    List<Known> faces = new ArrayList<>();
    try (OpenModel detector = Reference.open("facesj-detector");
        OpenModel landmarks = Reference.open("facesj-landmarks68")) {
      FaceAnalyzer finder = FaceAnalyzer.detecting(detector, SearchOptions.defaults());
      FaceLandmarker pointer = FaceLandmarker.of(landmarks);
      for (Path path : photos) {
        FaceImage photo = PhotoReader.read(path);
        String name = PhotoFolder.relative(root, path);
        Optional<Face> face = central(photo, finder.analyze(photo, Progress.SILENT));
        if (face.isPresent()) {
          Pyramid pyramid = Pyramid.of(photo);
          Face pointed = pointer.find(pyramid, List.of(face.get()), Sampling.ANTIALIASED).get(0);
          Map<String, Embedding> vectors = new LinkedHashMap<>();
          for (FaceEmbedder embedder : embedders) {
            Face embedded =
                FaceEncoder.of(
                        embedder, Optional.of(pointer), PointSource.LANDMARKS, Sampling.ANTIALIASED)
                    .encode(pyramid, List.of(pointed))
                    .get(0);
            vectors.put(embedder.id(), embedded.embedding().orElseThrow());
          }
          faces.add(
              new Known(
                  person.apply(name),
                  group.apply(name),
                  FaceQuality.of(pyramid, pointed).value(),
                  vectors));
        }
      }
    }
    return new LabelledVectors(faces, photos.size());
  }

  private static Optional<Face> central(FaceImage photo, List<Face> faces) {
    return faces.stream()
        .min(
            Comparator.comparingDouble(
                f ->
                    Math.hypot(
                        f.box().centerX() - photo.width() / 2.0,
                        f.box().centerY() - photo.height() / 2.0)));
  }

  /** The same without some people. */
  LabelledVectors without(TreeSet<String> people) {
    return new LabelledVectors(
        faces.stream().filter(f -> !people.contains(f.person())).toList(), photos);
  }

  TreeSet<String> people() {
    return new TreeSet<>(faces.stream().map(Known::person).toList());
  }

  /** How many faces of each person there are. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    faces.forEach(f -> counts.merge(f.person(), 1, Integer::sum));
    return counts;
  }
}
