package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.overlay.FaceOverlays;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.fiji.overlay.LandmarkRois;
import io.github.facesj.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Faces that were read from files, for those who want to see them. */
public final class FaceImport {

  private final ReadFaces read;

  public FaceImport(ReadFaces read) {
    this.read = read;
  }

  /** More than a person looks through; a million rows in a window need gigabytes. */
  private static final int MOST_SHOWN = 100_000;

  /** The faces as a table to look at, one row for each, and one for a photo without any. */
  public Table shown() {
    return PeopleCsv.table(read.photos().subList(0, Math.min(MOST_SHOWN, read.photos().size())));
  }

  /** A line that says what the table does not show; empty where it shows all. */
  public String unshown() {
    return read.photos().size() <= MOST_SHOWN
        ? ""
        : String.format(
            Locale.ROOT,
            "\n"
                + "The window shows the faces of the first %d pictures; a file named with csv=[...]"
                + " has all.",
            MOST_SHOWN);
  }

  /** The pictures of an image that faces are of; by its name, or the only photo there is. */
  public List<PhotoFaces> of(ImagePlus image) {
    List<PhotoFaces> mine =
        read.photos().stream().filter(p -> isNamed(p.photo(), image.getTitle())).toList();
    boolean one = read.photos().stream().map(PhotoFaces::photo).distinct().count() == 1;
    return mine.isEmpty() && one ? read.photos() : mine;
  }

  /** {@code a/b.jpg}, {@code b.jpg} and {@code b} are the image b.jpg. */
  private static boolean isNamed(String photo, String title) {
    String name = photo.substring(photo.lastIndexOf('/') + 1);
    return name.equals(title) || name.equals(title.replaceFirst("[.][^.]+$", ""));
  }

  /**
   * Draws faces on an image and adds them to the ROI Manager.
   *
   * @return a line for a person
   * @throws IllegalArgumentException if a face is of a slice that the image does not have
   */
  public static String show(
      ImagePlus image, List<PhotoFaces> pictures, boolean overlay, boolean manager) {
    List<PlanePosition> planes = PlanePosition.all(image);
    List<Roi> rois = new ArrayList<>();
    for (PhotoFaces picture : pictures) {
      PlanePosition at =
          planes.stream()
              .filter(plane -> plane.stackIndex(image) == picture.slice())
              .findFirst()
              .orElseThrow(() -> noSlice(image, picture.slice()));
      List<Face> faces = picture.faces().stream().map(NamedFace::face).toList();
      Function<Face, String> label = face -> label(picture.faces().get(faces.indexOf(face)));
      List<Roi> landmarks = LandmarkRois.of(image, at, faces, false);
      if (overlay) {
        FaceOverlays.show(image, at, faces, label);
        FaceOverlays.append(image, landmarks);
      }
      rois.addAll(FaceRois.of(image, at, faces, label));
      rois.addAll(landmarks);
    }
    if (manager) {
      FaceRois.addToManager(rois);
    }
    int count = pictures.stream().mapToInt(p -> p.faces().size()).sum();
    return pictures.isEmpty()
        ? String.format(
            Locale.ROOT, "none of the photos is called %s, so nothing was drawn", image.getTitle())
        : String.format(Locale.ROOT, "%d faces drawn on %s", count, image.getTitle());
  }

  private static IllegalArgumentException noSlice(ImagePlus image, int slice) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "There are faces of slice %d, but the image %s has %d, or shows another channel. Use"
                + " overlay=false.",
            slice,
            image.getTitle(),
            image.getStackSize()));
  }

  /** A line for a person. */
  public static String summary(ReadFaces read) {
    int count = read.photos().stream().mapToInt(p -> p.faces().size()).sum();
    return String.format(
        Locale.ROOT,
        "%d faces of %d pictures read, %d problems",
        count,
        read.photos().size(),
        read.problems().size());
  }

  /** The folder in which photos are looked for if none is named: the one that was read. */
  public static Optional<Path> folder(Path source) {
    return Files.isDirectory(source)
        ? Optional.of(source)
        : Optional.ofNullable(source.toAbsolutePath().getParent());
  }

  private static String label(NamedFace face) {
    return face.name().isEmpty() ? FaceRois.SCORE.apply(face.face()) : face.name();
  }
}
