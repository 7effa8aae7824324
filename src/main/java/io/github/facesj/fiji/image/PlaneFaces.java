package io.github.facesj.fiji.image;

import io.github.facesj.face.Face;
import java.util.List;

/**
 * The faces of one picture of a stack.
 *
 * @param plane which picture
 * @param faces in pixels of the picture, best score first
 */
public record PlaneFaces(PlanePosition plane, List<Face> faces) {

  public PlaneFaces {
    faces = List.copyOf(faces);
  }
}
