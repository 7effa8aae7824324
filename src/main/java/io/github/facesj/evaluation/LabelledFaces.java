package io.github.facesj.evaluation;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Fault;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.PassedOverCount;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The embeddings of faces of known people. A face that was not found is a problem and is not among
 * them, so that measures on them are of what comes after detection.
 *
 * @param vectors one for each face
 * @param identities whom each shows
 * @param photos the photo of each
 * @param problems photos and faces that are missing
 */
public record LabelledFaces(
    Vectors vectors, List<String> identities, List<String> photos, List<Problem> problems) {

  /** Least overlap (IoU) of a found face and a labelled box. */
  private static final double OVERLAP = 0.3;

  private record Found(List<String> identities, List<Embedding> embeddings, List<Problem> gaps) {

    static Found nothing(Problem why) {
      return new Found(List.of(), List.of(), List.of(why));
    }
  }

  /**
   * Finds and embeds the labelled faces.
   *
   * @param folder that of the photos
   * @param factory makes one recognizer for each thread
   * @param threads photos worked on at the same time
   * @throws FacesException if a recognizer cannot be made, there is no face at all, or the run was
   *     canceled
   */
  public static LabelledFaces of(
      Path folder,
      List<LabelledPhoto> photos,
      Factory<Recognizer> factory,
      int threads,
      Progress progress)
      throws FacesException {
    List<WorkResult<Found>> looked =
        new PhotoBatch<>(folder, factory, threads)
            .all(
                "evaluation",
                photos,
                (recognizer, photo, stop) -> look(recognizer, folder, photo, stop),
                progress);
    List<float[]> rows = new ArrayList<>();
    List<String> identities = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      String name = photos.get(i).name();
      Found found = looked.get(i).or(f -> Found.nothing(f.at(name)));
      for (int f = 0; f < found.embeddings().size(); f++) {
        rows.add(found.embeddings().get(f).toArray());
        identities.add(found.identities().get(f));
        names.add(name);
      }
      Optional<Throwable> mistake = looked.get(i).fault().flatMap(Fault::mistake);
      found.gaps().forEach(gap -> progress.warn(gap, mistake));
      problems.addAll(found.gaps());
    }
    if (rows.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "None of the %d photos gave a face. The first: %s",
              photos.size(),
              problems.isEmpty() ? "none" : problems.get(0)));
    }
    return new LabelledFaces(
        Vectors.of(rows.get(0).length, rows),
        List.copyOf(identities),
        List.copyOf(names),
        List.copyOf(problems));
  }

  /** What became of each file of a folder with a folder for each person. */
  public FileTally tally(PhotoListing listing) {
    Set<String> broken = problems.stream().map(Problem::where).collect(Collectors.toSet());
    Set<String> used = new HashSet<>(photos);
    used.removeAll(broken);
    PassedOverCount over = new PassedOverCount();
    int problem = 0;
    for (Path photo : listing.photos()) {
      String name = PhotoFolder.relative(listing.folder(), photo);
      if (broken.contains(name)) {
        problem++;
      } else if (!used.contains(name)) {
        over.add("photos in no person's folder", "", name);
      }
    }
    List<PassedOver> all = new ArrayList<>(over.list());
    all.addAll(listing.passedOver());
    return new FileTally(used.size(), problem, 0, all);
  }

  /** Who really belongs together. */
  public Partition truth() {
    return Partition.of(numbers(identities));
  }

  /** For each face a number that it shares with the other faces of its photo. */
  public int[] photoNumbers() {
    return numbers(photos);
  }

  private static int[] numbers(List<String> texts) {
    Map<String, Integer> known = new HashMap<>();
    return texts.stream().mapToInt(t -> known.computeIfAbsent(t, n -> known.size())).toArray();
  }

  private static Found look(Recognizer recognizer, Path folder, LabelledPhoto photo, Progress stop)
      throws FacesException {
    List<String> identities = new ArrayList<>();
    List<Embedding> embeddings = new ArrayList<>();
    List<Problem> gaps = new ArrayList<>();
    FaceImage image = PhotoReader.read(PathText.resolve(folder, photo.name()), 0, stop);
    List<Face> left = new ArrayList<>();
    if (photo.labels().stream().anyMatch(l -> l.box().isPresent())) {
      left.addAll(recognizer.recognize(image, stop));
    }
    for (LabelledPhoto.Label label : photo.labels()) {
      Optional<Face> face =
          label.box().isPresent()
              ? Face.nearest(left, label.box().get(), OVERLAP)
              : recognizer.central(image, stop);
      if (face.isPresent()) {
        left.remove(face.get());
        identities.add(label.identity());
        embeddings.add(face.get().embedding().orElseThrow());
      } else {
        gaps.add(
            new Problem(
                photo.name(),
                String.format(Locale.ROOT, "The face of %s was not found.", label.identity())));
      }
    }
    return new Found(identities, embeddings, gaps);
  }
}
