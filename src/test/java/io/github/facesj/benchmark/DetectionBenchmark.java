package io.github.facesj.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.github.facesj.detect.Detectors;
import io.github.facesj.detect.FaceSearch;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Letterbox;
import io.github.facesj.image.PlaneWriter;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.ResizeMode;
import io.github.facesj.image.Resizer;
import io.github.facesj.model.ColorOrder;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.model.Tensor;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What FacesJ adds to a network: a whole detection of a 640 x 480 picture, against the bare run of
 * the same network on a tensor that is ready. One thread each. See docs/BENCHMARKS.md.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 4)
public class DetectionBenchmark {

  private static final Logger LOG = Logger.getLogger("benchmark");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Double> bareMillis = new ArrayList<>();
  private final List<Double> facesjMillis = new ArrayList<>();

  /** Id of the model. */
  @Param({"facesj-detector", "yunet", "scrfd-2.5g"})
  public String model;

  private FaceImage image;
  private OpenModel open;
  private FaceSearch search;
  private OrtSession session;
  private OnnxTensor tensor;
  private Map<String, OnnxTensor> feed;

  /** Opens the same network twice: through FacesJ, and bare. */
  @Setup
  public void open() throws Exception {
    Path shared = Path.of(System.getProperty("facesj.shared", "../shared"));
    image = picture(shared.resolve("reference-outputs/photos/group-1.jpg"));
    ModelStore store = ModelStore.at(shared.resolve("models"));
    open = store.open(store.catalogue().get(model, Task.DETECTION), 1); // DJL must come first
    search = new FaceSearch(Detectors.of(open), SearchOptions.defaults());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    session = environment.createSession(file(shared).toString(), options);
    InputSpec input = open.card().input();
    ResizeMode fit = input.height() > 0 ? ResizeMode.LETTERBOX_CENTRED : ResizeMode.PAD;
    Letterbox place = fit.place(640, 480, input.width(), input.height(), input.multiple());
    Tensor ready = input.zeros(1, place.canvasWidth(), place.canvasHeight());
    int[] drawn =
        new Resizer()
            .resize(image.pixels(), 640, 480, place.width(), place.height(), Resampling.AREA);
    new PlaneWriter(input.order() == ColorOrder.BGR, input.mean(), input.scale())
        .write(drawn, place, ready.data(), 0);
    tensor = OnnxTensor.createTensor(environment, ready.data(), ready.shape());
    feed = Map.of(session.getInputNames().iterator().next(), tensor);
  }

  private static FaceImage picture(Path photo) throws Exception {
    FaceImage whole = PhotoReader.read(photo);
    int[] rgb =
        new Resizer()
            .resize(whole.pixels(), whole.width(), whole.height(), 640, 480, Resampling.AREA);
    return FaceImage.of(640, 480, Arrays.copyOf(rgb, 640 * 480));
  }

  private Path file(Path shared) {
    return switch (model) {
      case "yunet" -> shared.resolve("models/yunet_n_dynamic.onnx");
      case "scrfd-2.5g" -> shared.resolve("models/scrfd_2.5g_kps.onnx");
      default -> Path.of("models", model, model + ".onnx");
    };
  }

  /** The whole way: picture in, faces out. */
  @Benchmark
  public List<Face> facesj() throws Exception {
    return search.search(image, Progress.SILENT).select();
  }

  /** The network alone. */
  @Benchmark
  public int bare() throws Exception {
    try (OrtSession.Result result = session.run(feed)) {
      return result.size();
    }
  }

  /**
   * One after the other, by the processor time of this thread, in which both do all their work:
   * comparable also on a machine that is busy with other things.
   */
  @Benchmark
  public void paired() throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    bare();
    long between = THREADS.getCurrentThreadCpuTime();
    facesj();
    long end = THREADS.getCurrentThreadCpuTime();
    bareMillis.add((between - start) / 1e6);
    facesjMillis.add((end - between) / 1e6);
  }

  /** Of the second half of the calls, when all is compiled. */
  private static double percentile(List<Double> millis, double share) {
    double[] late =
        millis.subList(millis.size() / 2, millis.size()).stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return late[(int) (share * (late.length - 1))];
  }

  private void report() {
    for (double share : new double[] {0.1, 0.5}) {
      double bare = percentile(bareMillis, share);
      double facesj = percentile(facesjMillis, share);
      LOG.info(
          () ->
              String.format(
                  Locale.ROOT,
                  "%s, processor time, p%.0f of %d: bare %.2f ms, FacesJ %.2f ms, ratio %.3f",
                  model,
                  100 * share,
                  bareMillis.size() / 2,
                  bare,
                  facesj,
                  facesj / bare));
    }
  }

  /** Frees both. */
  @TearDown
  public void close() throws Exception {
    if (!bareMillis.isEmpty()) {
      report();
    }
    tensor.close();
    session.close();
    open.close();
  }
}
