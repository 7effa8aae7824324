package io.github.facesj.fiji;

import ij.ImagePlus;
import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.batch.IdentityTable;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.image.SelectionArea;
import io.github.facesj.fiji.overlay.FaceOverlays;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who the faces of an image window, or of its selection, may be. */
public final class ImageIdentification {

  private final ImagePlus image;
  private final Identifier identifier;
  private final List<PlanePosition> planes = new ArrayList<>();
  private final List<List<IdentifiedFace>> found = new ArrayList<>();

  public ImageIdentification(ImagePlus image, Identifier identifier) {
    this.image = image;
    this.identifier = identifier;
  }

  /**
   * Looks at pictures of the image.
   *
   * @param progress is told before each picture, and may stop between two
   * @throws FacesException if a network fails
   * @throws IllegalArgumentException if the selection lies outside the image
   */
  public void identify(List<PlanePosition> wanted, Progress progress) throws FacesException {
    Optional<SelectionArea> area = SelectionArea.of(image);
    for (PlanePosition plane : wanted) {
      if (progress.isCanceled()) {
        break;
      }
      progress.at(planes.size(), wanted.size(), "Identifying faces in " + image.getTitle());
      FaceImage whole = ImagePlusPixels.of(image, plane);
      found.add(
          area.isEmpty()
              ? identifier.identify(whole, progress)
              : within(whole, area.get(), progress));
      planes.add(plane);
    }
    progress.at(planes.size(), wanted.size(), "");
  }

  private List<IdentifiedFace> within(FaceImage whole, SelectionArea area, Progress progress)
      throws FacesException {
    Box b = area.bounds();
    FaceImage part = whole.crop((int) b.x(), (int) b.y(), (int) b.width(), (int) b.height());
    return identifier.identify(part, progress).stream()
        .map(f -> new IdentifiedFace(f.face().translate(b.x(), b.y()), f.who()))
        .filter(f -> area.holds(f.face()))
        .toList();
  }

  /** One row for each face, and one for each picture without a face. */
  public Table table() {
    IdentityTable table = new IdentityTable(identifier);
    for (int i = 0; i < planes.size(); i++) {
      table.add(image.getTitle(), planes.get(i).stackIndex(image), found.get(i));
    }
    return table.table();
  }

  /** For a person: how many faces were named, and how often that would be a stranger. */
  public String summary() {
    List<IdentifiedFace> all = found.stream().flatMap(List::stream).toList();
    long named = all.stream().filter(f -> f.who().match().isPresent()).count();
    return String.format(
        Locale.ROOT, "%d of %d faces named, %s", named, all.size(), identifier.threshold());
  }

  /** Writes the names at the faces; other elements of the overlay stay. */
  public void overlay() {
    for (int i = 0; i < planes.size(); i++) {
      List<IdentifiedFace> here = found.get(i);
      List<Face> faces = here.stream().map(IdentifiedFace::face).toList();
      FaceOverlays.show(
          image,
          planes.get(i),
          faces,
          face -> here.get(faces.indexOf(face)).label(identifier.threshold()));
    }
  }
}
