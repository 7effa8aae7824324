package io.github.facesj.batch;

import io.github.facesj.analysis.QualityGate;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.face.Face;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Enrolment;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.image.Pyramid;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a gallery of a folder of folders, one for each person. */
public final class GallerySource {

  private final Factory<Recognizer> factory;
  private final int threads;
  private final QualityGate gate;

  /**
   * @param factory makes one recognizer for each thread
   * @param threads photos worked on at the same time, at least 1
   * @param gate which faces are good enough
   */
  public GallerySource(Factory<Recognizer> factory, int threads, QualityGate gate) {
    this.factory = factory;
    this.threads = threads;
    this.gate = gate;
  }

  /**
   * A gallery without people for this embedder.
   *
   * @throws FacesException if a model is missing
   */
  public Gallery empty() throws FacesException {
    return Gallery.empty(factory.create().embedding());
  }

  /**
   * Enrols the people of a folder.
   *
   * @param input holds one folder for each person
   * @return who was enrolled, and which photos were not
   * @throws FacesException if the folder cannot be read or holds no people, if not one photo could
   *     be enrolled, or if the run was canceled
   */
  public Enrolment enrol(PhotoFolder input, Progress progress) throws FacesException {
    Path folder = input.path();
    PhotoListing listing = PeopleFolder.of(input, progress);
    List<Path> photos = listing.photos();
    List<Enrolled> enrolled = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    new PhotoBatch<>(folder, factory, threads)
        .each(
            photos.iterator(),
            (Recognizer recognizer, Path photo, Progress stop) ->
                Enrolment.one(photo, name(folder, photo), faces(recognizer, photo, stop)),
            (Path photo, WorkResult<Enrolled> result) -> {
              result.value().ifPresent(enrolled::add);
              if (result.fault().isPresent()) {
                Problem problem = result.fault().get().at(name(folder, photo));
                problems.add(problem);
                progress.warn(problem, result.fault().get().mistake());
              }
              int done = enrolled.size() + problems.size();
              progress.at(done, photos.size(), name(folder, photo));
            },
            progress);
    Enrolment enrolment =
        new Enrolment(enrolled, problems, Optional.of(listing.tally(problems.size(), 0)));
    if (progress.isCanceled()) {
      throw new FacesException("The enrolment was stopped, so there is no gallery.");
    }
    if (enrolment.faces().isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Not one of the %d photos in %s could be enrolled. The first: %s",
              enrolment.problems().size(),
              folder,
              enrolment.problems().get(0)));
    }
    return enrolment;
  }

  /** The same of a folder without what is hidden or a system's. */
  public Enrolment enrol(Path folder, Progress progress) throws FacesException {
    return enrol(PhotoFolder.of(folder), progress);
  }

  private static String name(Path folder, Path photo) {
    return PhotoFolder.relative(folder, photo);
  }

  private List<Face> faces(Recognizer recognizer, Path photo, Progress stop) throws FacesException {
    Pyramid picture = Pyramid.of(PhotoReader.read(photo, 0, stop));
    List<Face> faces = recognizer.recognize(picture, stop);
    if (faces.size() == 1) {
      gate.require(picture, faces.get(0));
    }
    return faces;
  }

  /**
   * A gallery with the faces of an enrolment, each in place of one of the same person and photo.
   */
  public static Gallery join(Gallery gallery, Enrolment enrolment) {
    Gallery joined = gallery;
    for (Enrolled face : enrolment.faces()) {
      boolean known =
          joined.faces().stream()
              .anyMatch(f -> f.person().equals(face.person()) && f.photo().equals(face.photo()));
      joined = known ? joined.without(face.person(), face.photo()) : joined;
    }
    return joined.with(enrolment.faces());
  }

  /** One line for a person: how many were enrolled, and what was not. */
  public static String summary(Enrolment enrolment) {
    long people = enrolment.faces().stream().map(Enrolled::person).distinct().count();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d photos of %d people enrolled, %d photos not",
            enrolment.faces().size(),
            people,
            enrolment.problems().size()));
    for (Problem problem : enrolment.problems()) {
      lines.add(problem.toString());
    }
    enrolment.files().map(FileTally::table).ifPresent(lines::add);
    return String.join("\n", lines);
  }
}
