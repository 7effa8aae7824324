package io.github.facesj.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Reference;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/**
 * The mean face is what the true points and poses of the sample images say, and poses come back.
 */
class MeanFaceTest {

  private static final Path SAMPLES = Path.of("sample-images");

  private record Sample(HeadPose pose, Landmarks points) {}

  private static List<Sample> samples() throws Exception {
    Map<String, HeadPose> poses = new HashMap<>();
    for (Map<String, String> row : Reference.rows(SAMPLES.resolve("faces.csv"))) {
      poses.put(
          row.get("image") + row.get("face"),
          new HeadPose(
              Reference.number(row, "yaw"),
              Reference.number(row, "pitch"),
              Reference.number(row, "roll")));
    }
    List<Sample> samples = new ArrayList<>();
    for (Map<String, String> row : Reference.rows(SAMPLES.resolve("landmarks68.csv"))) {
      if (!row.get("image").startsWith("portraits")) {
        continue; // seen at the edge of a wide angle
      }
      double[] xy = new double[136];
      for (int i = 0; i < 68; i++) {
        xy[2 * i] = Reference.number(row, "x_" + i);
        xy[2 * i + 1] = Reference.number(row, "y_" + i);
      }
      samples.add(
          new Sample(
              poses.get(row.get("image") + row.get("face")),
              Landmarks.of(LandmarkScheme.IBUG68, xy)));
    }
    return samples;
  }

  private static double[][] rotation(HeadPose p) {
    double[][] r = new double[2][3];
    for (int k = 0; k < 3; k++) {
      double[] unit = new double[3];
      unit[k] = 1;
      double[] q =
          PoseFit.project(
              Math.toRadians(p.yaw()), Math.toRadians(p.pitch()), Math.toRadians(p.roll()), unit);
      r[0][k] = q[0];
      r[1][k] = q[1];
    }
    return r;
  }

  @Test
  void followsFromTheSampleImages() throws Exception {
    double[][] shape = factorise(samples());
    for (int i = 0; i < MeanFace.RIGID.size(); i++) {
      assertThat(MeanFace.rigid()[i])
          .as("point " + MeanFace.RIGID.get(i))
          .containsExactly(shape[MeanFace.RIGID.get(i)], within(1e-3));
    }
    double[] eye = new double[3];
    for (int p = 36; p < 42; p++) {
      for (int k = 0; k < 3; k++) {
        eye[k] += shape[p][k] / 6;
      }
    }
    assertThat(MeanFace.five()[0]).containsExactly(eye, within(1e-3));
  }

  /** Shape and sizes in turn by least squares, the poses being known; then symmetry and unit. */
  private static double[][] factorise(List<Sample> samples) {
    double[][] shape = new double[68][3];
    Landmarks first = samples.get(0).points();
    for (int i = 0; i < 68; i++) {
      shape[i] = new double[] {first.x(i) / 100, -first.y(i) / 100, 0};
    }
    normalise(shape);
    for (int round = 0; round < 200; round++) {
      double[][] normal = new double[3][3];
      double[][] right = new double[68][3];
      for (Sample s : samples) {
        double[][] r = rotation(s.pose());
        double[][] seen = centred(s.points(), shape, r);
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            normal[a][b] += r[0][a] * r[0][b] + r[1][a] * r[1][b];
          }
          for (int i = 0; i < 68; i++) {
            right[i][a] += seen[i][0] * r[0][a] + seen[i][1] * r[1][a];
          }
        }
      }
      for (int i = 0; i < 68; i++) {
        double[][] system = new double[3][4];
        for (int a = 0; a < 3; a++) {
          System.arraycopy(normal[a], 0, system[a], 0, 3);
          system[a][3] = right[i][a];
        }
        shape[i] = PoseFit.solve(system);
      }
      normalise(shape);
    }
    return shape;
  }

  /** The points about their mean, divided by the size that fits the shape best. */
  private static double[][] centred(Landmarks points, double[][] shape, double[][] r) {
    double mx = 0;
    double my = 0;
    for (int i = 0; i < 68; i++) {
      mx += points.x(i) / 68;
      my += points.y(i) / 68;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < 68; i++) {
      double qx = dot(r[0], shape[i]);
      double qy = dot(r[1], shape[i]);
      above += qx * (points.x(i) - mx) + qy * (points.y(i) - my);
      below += qx * qx + qy * qy;
    }
    double scale = above / below;
    double[][] centred = new double[68][];
    for (int i = 0; i < 68; i++) {
      centred[i] = new double[] {(points.x(i) - mx) / scale, (points.y(i) - my) / scale};
    }
    return centred;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static void normalise(double[][] shape) {
    double[] mean = new double[3];
    for (double[] p : shape) {
      for (int k = 0; k < 3; k++) {
        mean[k] += p[k] / 68;
      }
    }
    double[][] half = new double[68][];
    for (int i = 0; i < 68; i++) {
      double[] p = shape[i];
      double[] q = shape[LandmarkScheme.IBUG68.mirror(i)];
      half[i] =
          new double[] {
            (p[0] - q[0]) / 2, (p[1] + q[1]) / 2 - mean[1], (p[2] + q[2]) / 2 - mean[2]
          };
    }
    double unit = 0;
    for (int k = 0; k < 3; k++) {
      unit += Math.pow(half[36][k] - half[45][k], 2);
    }
    for (int i = 0; i < 68; i++) {
      for (int k = 0; k < 3; k++) {
        shape[i][k] = half[i][k] / Math.sqrt(unit);
      }
    }
  }

  @Property(tries = 100)
  void poseOfTheProjectedMeanFaceComesBack(
      @ForAll @DoubleRange(min = -60, max = 60) double yaw,
      @ForAll @DoubleRange(min = -40, max = 40) double pitch,
      @ForAll @DoubleRange(min = -80, max = 80) double roll) {
    double[] xy = new double[10];
    for (int i = 0; i < 5; i++) {
      double[] q =
          PoseFit.project(
              Math.toRadians(yaw), Math.toRadians(pitch), Math.toRadians(roll), MeanFace.five()[i]);
      xy[2 * i] = 300 + 80 * q[0];
      xy[2 * i + 1] = 200 + 80 * q[1];
    }
    PoseFit fit = PoseFit.of(Landmarks.of(LandmarkScheme.FIVE, xy));
    assertThat(fit.residual()).isLessThan(1e-4);
    assertThat(fit.pose().yaw()).isCloseTo(yaw, within(0.1));
    assertThat(fit.pose().pitch()).isCloseTo(pitch, within(0.1));
    assertThat(fit.pose().roll()).isCloseTo(roll, within(0.1));
  }

  /** Mean absolute errors on the samples' true points, degrees; docs/ACCURACY.md. */
  @Test
  void posesOfTheSamplesAreNearTheTruth() throws Exception {
    double[][] sums = new double[2][3];
    List<Sample> samples = samples();
    for (Sample s : samples) {
      PoseFit[] fits = {PoseFit.of(s.points()), PoseFit.of(s.points().toFive())};
      for (int k = 0; k < 2; k++) {
        sums[k][0] += Math.abs(fits[k].pose().yaw() - s.pose().yaw()) / samples.size();
        sums[k][1] += Math.abs(fits[k].pose().pitch() - s.pose().pitch()) / samples.size();
        sums[k][2] += Math.abs(fits[k].pose().roll() - s.pose().roll()) / samples.size();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "pose, true points: 68: %.2f %.2f %.2f; five: %.2f %.2f %.2f%n",
        sums[0][0],
        sums[0][1],
        sums[0][2],
        sums[1][0],
        sums[1][1],
        sums[1][2]);
    assertThat(sums[0][0]).as("yaw").isLessThan(3);
    assertThat(sums[0][1]).as("pitch").isLessThan(3);
    assertThat(sums[0][2]).as("roll").isLessThan(2);
  }
}
