package io.github.facesj.fiji;

import io.github.facesj.analysis.QualityGate;
import io.github.facesj.batch.GallerySource;
import io.github.facesj.face.PersonNames;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.gallery.Enrolment;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be done about a gallery; each ends with the people that are then in it. */
public enum GalleryAction {
  /** Enrol the people of a folder in a new gallery. */
  BUILD,
  /** Enrol the people of a folder in a gallery that is there. */
  ADD,
  /** Forget a person, or one photo. */
  REMOVE,
  /** Give a person another name. */
  RENAME,
  /** Nothing: only the list. */
  LIST;

  /**
   * What the user gave.
   *
   * @param input folder of people, for build and add
   * @param system whether hidden and system folders in it are searched, too
   * @param person for remove and rename
   * @param name new name, for rename
   * @param photo one photo of the person, for remove; empty for all
   * @param quality least quality of a face to be enrolled
   */
  public record Request(
      String input, boolean system, String person, String name, String photo, double quality) {}

  /**
   * What came of it.
   *
   * @param gallery as it is now
   * @param skipped photos that were not enrolled
   * @param summary a line for a person
   */
  public record Outcome(Gallery gallery, List<Problem> skipped, String summary) {}

  /**
   * Does it, and writes the gallery where it changed.
   *
   * @param file the gallery
   * @param recognizers finds and embeds, for build and add
   */
  public Outcome run(Path file, Request request, Recognizers recognizers, Progress progress)
      throws FacesException {
    if (this != LIST) {
      WriteGuard.none().require(file, GalleryFile.FILE);
    }
    return switch (this) {
      case BUILD, ADD -> enrol(file, request, recognizers, progress);
      case REMOVE -> changed(file, removed(GalleryFile.read(file), request));
      case RENAME -> {
        require("person", request.person());
        require("name", request.name());
        yield changed(
            file, GalleryFile.read(file).rename(request.person().strip(), request.name().strip()));
      }
      default -> outcome(GalleryFile.read(file), List.of(), "");
    };
  }

  private Outcome enrol(Path file, Request request, Recognizers recognizers, Progress progress)
      throws FacesException {
    PhotoFolder folder =
        FolderScope.folder("The folder of people", request.input(), request.system());
    QualityGate gate = new QualityGate(request.quality());
    Gallery before = this == ADD ? GalleryFile.read(file) : null;
    Recognizers like = before == null ? recognizers : recognizers.like(before.model());
    GallerySource source = new GallerySource(like, like.faces().threads(), gate);
    Gallery gallery = source.empty();
    if (before != null) {
      before.requireModel(gallery.model(), gallery.sha256());
      gallery = before;
    }
    Enrolment enrolment = source.enrol(folder, progress);
    gallery = GallerySource.join(gallery, enrolment);
    GalleryFile.write(gallery, file);
    return outcome(gallery, enrolment.problems(), GallerySource.summary(enrolment));
  }

  private static Gallery removed(Gallery gallery, Request request) {
    require("person", request.person());
    return request.photo().isBlank()
        ? gallery.without(request.person().strip())
        : gallery.without(request.person().strip(), request.photo().strip());
  }

  private static Outcome changed(Path file, Gallery gallery) throws FacesException {
    GalleryFile.write(gallery, file);
    return outcome(gallery, List.of(), "");
  }

  private static Outcome outcome(Gallery gallery, List<Problem> skipped, String summary) {
    String people =
        String.format(
            Locale.ROOT,
            "The gallery holds %d people and %d faces of %s.",
            gallery.people().size(),
            gallery.faces().size(),
            gallery.model());
    List<String> lines = new ArrayList<>();
    if (!summary.isEmpty()) {
      lines.add(summary);
    }
    lines.add(people);
    lines.addAll(PersonNames.remarks(gallery.people()));
    return new Outcome(gallery, skipped, String.join("\n", lines));
  }

  private static void require(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Say which %s: %s=[...].", what, what));
    }
  }
}
