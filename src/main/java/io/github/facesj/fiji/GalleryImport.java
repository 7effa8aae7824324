package io.github.facesj.fiji;

import io.github.facesj.analysis.QualityGate;
import io.github.facesj.batch.GallerySource;
import io.github.facesj.batch.NamedEnrolment;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.PersonNames;
import io.github.facesj.gallery.Enrolment;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * People whom another program named, in a gallery.
 *
 * @param summary a line for a person
 * @param problems boxes and photos that were not enrolled
 */
public record GalleryImport(String summary, List<Problem> problems) {

  /**
   * Enrols the people of named boxes, in addition to those in the gallery.
   *
   * @param file the gallery, which is made if it is not there
   * @param folder of the photos; not needed where the faces have vectors
   * @throws FacesException if the gallery cannot be read or written, a model is missing, or nobody
   *     could be enrolled
   * @throws IllegalArgumentException if the gallery is of another model than the vectors
   */
  public static GalleryImport into(
      Path file,
      List<PhotoFaces> photos,
      Optional<Path> folder,
      Recognizers recognizers,
      Progress progress)
      throws FacesException {
    Optional<Gallery> before =
        Files.exists(file) ? Optional.of(GalleryFile.read(file)) : Optional.empty();
    Gallery empty;
    Enrolment enrolment;
    Optional<Provenance> run = vectors(photos);
    if (run.isPresent()) {
      empty = Gallery.empty(run.get());
      enrolment = NamedEnrolment.ofVectors(photos);
    } else {
      Path at =
          folder.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "To enrol people, name the folder of their photos with photos=[...]."));
      Recognizers like = before.isPresent() ? recognizers.like(before.get().model()) : recognizers;
      int threads = like.faces().threads();
      empty = new GallerySource(like, threads, QualityGate.OPEN).empty();
      enrolment = NamedEnrolment.of(photos, at, like, threads, progress);
    }
    if (progress.isCanceled()) {
      throw new FacesException("The enrolment was stopped, and the gallery is as it was.");
    }
    if (enrolment.faces().isEmpty()) {
      throw new FacesException(
          enrolment.problems().isEmpty()
              ? "No face has a name, so there is nobody to enrol."
              : "Nobody could be enrolled. The first: " + enrolment.problems().get(0));
    }
    if (before.isPresent()) {
      before.get().requireModel(empty.model(), empty.sha256());
    }
    Gallery joined = GallerySource.join(before.orElse(empty), enrolment);
    GalleryFile.write(joined, file);
    return new GalleryImport(
        String.format(
                Locale.ROOT,
                "%d faces enrolled; the gallery holds %d people and %d faces of %s",
                enrolment.faces().size(),
                joined.people().size(),
                joined.faces().size(),
                joined.model())
            + PersonNames.remarks(joined.people()).stream()
                .map(remark -> "\n" + remark)
                .collect(Collectors.joining()),
        enrolment.problems());
  }

  /** What made the vectors, where all faces with a name have one. */
  private static Optional<Provenance> vectors(List<PhotoFaces> photos) {
    List<PhotoFaces> named =
        photos.stream().filter(p -> p.faces().stream().anyMatch(f -> !f.name().isEmpty())).toList();
    boolean all =
        named.stream()
            .flatMap(p -> p.faces().stream())
            .filter(f -> !f.name().isEmpty())
            .allMatch(f -> f.face().embedding().isPresent());
    return all ? named.stream().findFirst().map(PhotoFaces::run) : Optional.empty();
  }
}
