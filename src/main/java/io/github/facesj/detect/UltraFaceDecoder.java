package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.List;
import java.util.function.Function;

/**
 * UltraFace (Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB): priors and variances are applied
 * in the graph, boxes come as parts of the canvas; there are no points.
 *
 * @param scores output of two probabilities for each prior: none, face
 * @param boxes output of x1, y1, x2, y2, 0 to 1
 */
record UltraFaceDecoder(String scores, String boxes) implements Decoder {

  @Override
  public void decode(
      Function<String, float[]> outputs, int width, int height, double floor, List<Face> found) {
    float[] score = outputs.apply(scores);
    int n = score.length / 2;
    float[] box = Output.get(outputs, boxes, 4 * n);
    for (int i = 0; i < n; i++) {
      double s = score[2 * i + 1];
      if (!Output.below(s, floor)) {
        Box at =
            Box.ofCorners(
                (double) box[4 * i] * width,
                (double) box[4 * i + 1] * height,
                (double) box[4 * i + 2] * width,
                (double) box[4 * i + 3] * height);
        found.add(Output.face(at, s));
      }
    }
  }
}
