package io.github.facesj.benchmark;

import io.github.facesj.align.Template;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.image.Similarity;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One face of a photo of 12 megapixels to its crop of 112 x 112, slightly turned; and the halving
 * of the photo, which is done once however many large faces it has.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AlignBenchmark {

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  /** Pixels between the eyes. */
  @Param({"20", "70", "200", "1000"})
  public double eyes;

  private FaceImage image;
  private Pyramid photo;
  private Face face;

  @Setup
  public void make() {
    Random random = new Random(1);
    image = FaceImage.of(WIDTH, HEIGHT, random.ints(WIDTH * HEIGHT, 0, 1 << 24).toArray());
    photo = Pyramid.of(image);
    double scale = eyes / 35;
    Landmarks points =
        new Similarity(scale, scale * 0.1, WIDTH / 2.0 - 56 * scale, HEIGHT / 2.0 - 70 * scale)
            .apply(Template.ARCFACE.points());
    face = Face.of(new Box(0, 0, 1, 1), 1, points);
    photo.level(8);
  }

  @Benchmark
  public FaceImage crop() {
    return Template.ARCFACE.crop(photo, face, Sampling.ANTIALIASED);
  }

  @Benchmark
  public FaceImage halvings() {
    return Pyramid.of(image).level(4);
  }
}
