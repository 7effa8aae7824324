package io.github.facesj.detect;

import io.github.facesj.model.Settings;
import io.github.facesj.run.FacesException;

/**
 * The constants of the MTCNN cascade (Zhang et al. 2016); defaults stand in the card and are those
 * of davidsandberg/facenet {@code detect_face.py}.
 *
 * @param smallest side of the smallest face looked for, in pixels
 * @param factor ratio of neighbouring scales of the pyramid
 * @param proposalScore least score after the first network
 * @param refinementScore least score after the second network
 * @param scaleOverlap greatest IoU within a scale
 * @param pyramidOverlap greatest IoU over all scales
 * @param refinementOverlap greatest IoU after the second network
 * @param outputOverlap greatest intersection over the smaller box after the third network
 * @param proposal outputs of the first network
 * @param refinement outputs of the second network
 * @param output outputs of the third network
 */
record MtcnnSettings(
    double smallest,
    double factor,
    double proposalScore,
    double refinementScore,
    double scaleOverlap,
    double pyramidOverlap,
    double refinementOverlap,
    double outputOverlap,
    Names proposal,
    Names refinement,
    Names output) {

  /**
   * Names of one network's outputs.
   *
   * @param scores none and face
   * @param boxes shifts of the four sides
   * @param points x0 to x4, y0 to y4; empty where the network gives none
   */
  record Names(String scores, String boxes, String points) {}

  static MtcnnSettings read(Settings s) throws FacesException {
    double smallest = s.number("smallest");
    if (smallest < 1) {
      throw s.wrong("smallest", "at least 1 pixel", smallest);
    }
    double factor = s.number("factor");
    if (factor < 0.1 || factor > 0.99) {
      throw s.wrong("factor", "between 0.1 and 0.99", factor);
    }
    double[] scores = shares(s, "thresholds", 2);
    double[] overlaps = shares(s, "overlaps", 4);
    Settings names = s.section("outputs");
    return new MtcnnSettings(
        smallest,
        factor,
        scores[0],
        scores[1],
        overlaps[0],
        overlaps[1],
        overlaps[2],
        overlaps[3],
        names(names.section("proposal"), false),
        names(names.section("refinement"), false),
        names(names.section("output"), true));
  }

  private static Names names(Settings s, boolean points) throws FacesException {
    return new Names(s.text("scores"), s.text("boxes"), points ? s.text("points") : "");
  }

  private static double[] shares(Settings s, String key, int count) throws FacesException {
    double[] values = s.numbers(key);
    if (values.length != count) {
      throw s.wrong(key, count + " numbers", values.length + " numbers");
    }
    for (double v : values) {
      if (v < 0 || v > 1) {
        throw s.wrong(key, "numbers between 0 and 1", v);
      }
    }
    return values;
  }
}
