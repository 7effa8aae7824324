package io.github.facesj.exchange.dataset;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.List;

/**
 * The parts of a COCO file that faces need, with the names they have there
 * (cocodataset.org/#format-data). Whatever else is in a file is passed over.
 */
final class CocoParts {

  private CocoParts() {}

  /**
   * A picture.
   *
   * @param slice ours: its number in its stack, from 1
   */
  record Image(Long id, String file_name, Integer width, Integer height, Integer slice) {}

  /**
   * A face.
   *
   * @param bbox x, y, width, height
   * @param keypoints x, y, v in turn; v is 0 for a point that is not given
   * @param segmentation polygons, as lists of x, y in turn, or a mask
   */
  record Annotation(
      Long id,
      Long image_id,
      Integer category_id,
      List<BigDecimal> bbox,
      BigDecimal area,
      Integer iscrowd,
      Integer num_keypoints,
      List<BigDecimal> keypoints,
      BigDecimal score,
      Attributes attributes,
      JsonElement segmentation) {}

  /**
   * What CVAT calls attributes.
   *
   * @param rotation of the box round its centre, in degrees
   */
  record Attributes(String name, BigDecimal rotation) {}

  /**
   * A kind of annotation.
   *
   * @param keypoints names of its points
   * @param skeleton pairs of points to be joined
   */
  record Category(
      Integer id,
      String name,
      String supercategory,
      List<String> keypoints,
      List<List<Integer>> skeleton) {}
}
