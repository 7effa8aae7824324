package io.github.facesj.picture;

import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import java.util.Comparator;
import java.util.List;

/**
 * One picture laid on faces: glasses, hats, anything.
 *
 * @param sticker the picture
 * @param placement where it goes
 * @param opacity 0 to 1; 1 for as it is
 */
public record Decoration(Sticker sticker, Placement placement, double opacity) {

  /**
   * @throws IllegalArgumentException if the opacity is not between 0 and 1
   */
  public Decoration {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException(
          "The opacity of a picture must be between 0 and 1, but was " + opacity + ".");
    }
  }

  /**
   * A copy of a photo with the picture on each face; larger faces, which are in front, last.
   *
   * @param faces those without landmarks and points are left out
   */
  public FaceImage on(FaceImage photo, List<Face> faces) {
    int[] rgb = photo.pixels().clone();
    faces.stream()
        .filter(f -> f.landmarks().isPresent() || f.points().isPresent())
        .sorted(Comparator.comparingDouble((Face f) -> f.box().area()))
        .map(f -> f.landmarks().or(f::points).orElseThrow())
        .forEach(points -> lay(photo, rgb, points));
    return FaceImage.of(photo.width(), photo.height(), rgb);
  }

  private void lay(FaceImage photo, int[] rgb, Landmarks points) {
    sticker.lay(photo, rgb, placement.on(points, sticker.width(), sticker.height()), opacity);
  }
}
