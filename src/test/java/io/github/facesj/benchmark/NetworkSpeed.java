package io.github.facesj.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Milliseconds of bare networks on one picture, one thread each, in turns within one run so that
 * whatever else the machine does strikes all alike. Processor time of the thread; the median and
 * the fastest tenth. Arguments: ONNX files; where a network leaves height and width open, 480 and
 * 640 are taken.
 */
final class NetworkSpeed {

  private static final int ROUNDS = 60;
  private static final int WARM_UP = 10;
  private static final long[] OPEN = {1, 3, 480, 640};
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private NetworkSpeed() {}

  public static void main(String[] args) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    List<Runner> runners = Stream.of(args).map(file -> Runner.open(environment, file)).toList();
    double[][] millis = new double[runners.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < runners.size(); i++) {
        double spent = runners.get(i).run();
        if (round >= 0) {
          millis[i][round] = spent;
        }
      }
    }
    for (int i = 0; i < runners.size(); i++) {
      Arrays.sort(millis[i]);
      System.out.printf(
          Locale.ROOT,
          "%-34s %-18s median %7.2f ms, fastest tenth %7.2f ms%n",
          runners.get(i).name,
          Arrays.toString(runners.get(i).shape),
          millis[i][ROUNDS / 2],
          millis[i][ROUNDS / 10]);
    }
  }

  /** One network with a picture of noise. */
  private record Runner(
      String name, long[] shape, OrtSession session, Map<String, OnnxTensor> feed) {

    static Runner open(OrtEnvironment environment, String file) {
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        OrtSession session = environment.createSession(file, options);
        var input = session.getInputInfo().values().iterator().next();
        long[] shape = ((TensorInfo) input.getInfo()).getShape();
        for (int i = 0; i < shape.length; i++) {
          shape[i] = shape[i] > 0 ? shape[i] : OPEN[i];
        }
        float[] noise = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        Random random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
          noise[i] = random.nextFloat() * 255;
        }
        OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(noise), shape);
        String name = Path.of(file).getFileName().toString();
        return new Runner(name, shape, session, Map.of(input.getName(), tensor));
      } catch (OrtException e) {
        throw new IllegalArgumentException("Cannot open " + file, e);
      }
    }

    double run() throws OrtException {
      long start = THREADS.getCurrentThreadCpuTime();
      session.run(feed).close();
      return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
  }
}
