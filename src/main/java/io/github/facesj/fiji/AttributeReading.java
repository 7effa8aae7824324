package io.github.facesj.fiji;

import io.github.facesj.embed.FaceAttributes;
import io.github.facesj.embed.FaceAttributes.Attribute;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.AttributeTable;
import io.github.facesj.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads something off the faces of an image window: expression, age, or what the model knows. */
public final class AttributeReading {

  private final FaceAttributes model;

  public AttributeReading(FaceAttributes model) {
    this.model = model;
  }

  /**
   * Reads every face.
   *
   * @param found with landmarks, by which faces without five points of a detector are aligned
   * @return one row for each face, and one for each picture without a face
   * @throws FacesException if the network fails
   */
  public Table table(ImageFaces found, Progress progress) throws FacesException {
    List<Optional<Attribute>> read = new ArrayList<>();
    List<PlaneFaces> done = new ArrayList<>();
    for (PlaneFaces plane : found.planes()) {
      if (progress.isCanceled()) {
        break;
      }
      progress.at(done.size(), found.planes().size(), "Reading faces");
      Pyramid photo = Pyramid.of(ImagePlusPixels.of(found.image(), plane.plane()));
      for (Face face : plane.faces()) {
        read.add(Optional.of(model.of(photo, aligned(face), Sampling.ANTIALIASED)));
      }
      if (plane.faces().isEmpty()) {
        read.add(Optional.empty());
      }
      done.add(plane);
    }
    ImageFaces seen = new ImageFaces(found.image(), done, found.origin());
    return AttributeTable.of(seen.rows(model.card().id(), model.card()), read);
  }

  private Face aligned(Face face) {
    Optional<Landmarks> found = face.landmarks();
    boolean own = model.points() == PointSource.DETECTOR && face.points().isPresent();
    return own || found.isEmpty() ? face : Face.of(face.box(), face.score(), found.get().toFive());
  }
}
