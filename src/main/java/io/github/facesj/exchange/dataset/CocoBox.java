package io.github.facesj.exchange.dataset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.github.facesj.face.Box;
import io.github.facesj.io.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Where an annotation of COCO is: in its box, turned or not, or round its polygons. */
final class CocoBox {

  private CocoBox() {}

  /** Whether only a mask says where it is. */
  static boolean isMask(CocoParts.Annotation a) {
    return !hasBox(a) && a.segmentation() != null && a.segmentation().isJsonObject();
  }

  /** Whether it is turned round its centre, as CVAT notes it. */
  static boolean isTurned(CocoParts.Annotation a) {
    return rotation(a) != 0;
  }

  private static boolean hasBox(CocoParts.Annotation a) {
    return a.bbox() != null && !a.bbox().isEmpty();
  }

  private static double rotation(CocoParts.Annotation a) {
    return a.attributes() == null || a.attributes().rotation() == null
        ? 0
        : CocoFace.numbers(List.of(a.attributes().rotation()), BigDecimal.ZERO)[0] % 360;
  }

  /**
   * The upright box; of a turned one that round its corners.
   *
   * @throws IllegalArgumentException if it has none
   */
  static Box of(CocoParts.Annotation a) {
    if (!hasBox(a) && a.segmentation() != null && a.segmentation().isJsonArray()) {
      return round(a.segmentation().getAsJsonArray());
    }
    double[] b = CocoFace.numbers(hasBox(a) ? a.bbox() : List.of(), BigDecimal.ZERO);
    if (b.length != 4) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "it has a box of %d numbers", b.length));
    }
    Box box = new Box(b[0], b[1], b[2], b[3]);
    if (!isTurned(a)) {
      return box;
    }
    double angle = Math.toRadians(rotation(a));
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    double width = box.width() * cos + box.height() * sin;
    double height = box.width() * sin + box.height() * cos;
    return new Box(
        box.x() + (box.width() - width) / 2, box.y() + (box.height() - height) / 2, width, height);
  }

  private static Box round(JsonArray polygons) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (JsonElement polygon : polygons) {
      double[] xy =
          polygon.getAsJsonArray().asList().stream().mapToDouble(CocoBox::number).toArray();
      for (int i = 0; i + 1 < xy.length; i += 2) {
        left = Math.min(left, xy[i]);
        right = Math.max(right, xy[i]);
        top = Math.min(top, xy[i + 1]);
        bottom = Math.max(bottom, xy[i + 1]);
      }
    }
    if (!(left <= right)) {
      throw new IllegalArgumentException("it has neither a box nor a polygon");
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private static double number(JsonElement value) {
    return Decimals.parse(value.getAsString()).doubleValue();
  }
}
