package io.github.facesj.face;

import io.github.facesj.api.PublicApi;
import java.util.List;

/**
 * A line through points of one part of the face, for drawing.
 *
 * @param part what it outlines
 * @param points indices of the points in the order of the line
 * @param closed whether the last point is joined to the first
 */
@PublicApi
public record Outline(FacePart part, List<Integer> points, boolean closed) {

  public Outline {
    points = List.copyOf(points);
  }
}
