package io.github.facesj.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.github.facesj.align.CropTensor;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.Mirror;
import io.github.facesj.face.Embedding;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 64 aligned crops to 64 embeddings, against ONNX Runtime alone on the ready tensor. One thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 6, time = 4)
@Fork(1)
public class EmbedBenchmark {

  private static final int CROPS = 64;

  private OpenModel model;
  private FaceEmbedder embedder;
  private final List<FaceImage> crops = new ArrayList<>();
  private OrtSession session;
  private OnnxTensor tensor;

  @Setup
  public void open() throws Exception {
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    model = store.open(store.catalogue().find("facesj-embedder").orElseThrow(), 1);
    embedder = FaceEmbedder.of(model, Mirror.NONE);
    Random random = new Random(1);
    CropTensor put = CropTensor.of(model.card().input());
    Tensor ready = put.tensor(CROPS);
    for (int i = 0; i < CROPS; i++) {
      crops.add(FaceImage.of(112, 112, random.ints(112 * 112, 0, 1 << 24).toArray()));
      put.put(crops.get(i), ready, i);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    session = environment.createSession("models/facesj-embedder/facesj-embedder.onnx", options);
    tensor = OnnxTensor.createTensor(environment, ready.data().rewind(), ready.shape());
  }

  @TearDown
  public void close() throws Exception {
    model.close();
    tensor.close();
    session.close();
  }

  @Benchmark
  public List<Embedding> facesj() throws Exception {
    return embedder.embed(crops);
  }

  @Benchmark
  public Object raw() throws Exception {
    try (OrtSession.Result result = session.run(Map.of("image", tensor))) {
      return result.get(0).getValue();
    }
  }
}
