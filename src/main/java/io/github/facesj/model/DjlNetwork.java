package io.github.facesj.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A network run by DJL on ONNX Runtime: the only class that knows DJL. Each call borrows a
 * predictor (DJL's are for one thread each), all share one session.
 */
final class DjlNetwork implements Network {

  static {
    // Before the first DJL class starts an engine: no download, no call home, no second engine.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.onnx.disable_alternative", "true");
  }

  private final Path file;
  private final Model model;
  private final ConcurrentLinkedQueue<Predictor<Tensor[], Outputs>> idle =
      new ConcurrentLinkedQueue<>();

  private DjlNetwork(Path file, Model model) {
    this.file = file;
    this.model = model;
  }

  /**
   * @param file an ONNX file
   * @param threads threads inside one call, at least 1
   */
  static DjlNetwork open(Path file, int threads) throws FacesException {
    Path path = file.toAbsolutePath();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // DJL finds its engines through the context class loader, which in ImageJ is not the plugins'.
    thread.setContextClassLoader(DjlNetwork.class.getClassLoader());
    try (OrtNetwork.Options options = OrtNetwork.Options.of(threads)) {
      Model model = Model.newInstance(path.getFileName().toString(), "OnnxRuntime");
      return load(file, model, options.session());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static DjlNetwork load(Path file, Model model, Object options) throws FacesException {
    boolean open = false;
    try {
      model.load(
          file.toAbsolutePath().getParent(), model.getName(), Map.of("sessionOptions", options));
      open = true;
      return new DjlNetwork(file, model);
    } catch (IOException | MalformedModelException | EngineException e) {
      throw EngineErrors.opening(file, e);
    } finally {
      if (!open) {
        model.close();
      }
    }
  }

  @Override
  public Outputs run(Tensor... inputs) throws FacesException {
    Predictor<Tensor[], Outputs> predictor = idle.poll();
    if (predictor == null) {
      predictor = model.newPredictor(new Carrier());
    }
    try {
      return predictor.predict(inputs);
    } catch (TranslateException | EngineException e) {
      throw EngineErrors.running(file, inputs, e);
    } finally {
      idle.add(predictor);
    }
  }

  @Override
  public void close() {
    for (Predictor<?, ?> p = idle.poll(); p != null; p = idle.poll()) {
      p.close();
    }
    model.close();
  }

  /** Carries buffers in and arrays out; the arithmetic is ours and elsewhere. */
  private static final class Carrier implements NoBatchifyTranslator<Tensor[], Outputs> {

    @Override
    public NDList processInput(TranslatorContext context, Tensor[] inputs) {
      NDList list = new NDList(inputs.length);
      for (Tensor t : inputs) {
        NDArray array =
            context
                .getNDManager()
                .create(t.data().duplicate().rewind(), new Shape(t.shape()), DataType.FLOAT32);
        if (!t.name().equals(Tensor.ONLY)) {
          array.setName(t.name());
        }
        list.add(array);
      }
      return list;
    }

    @Override
    public Outputs processOutput(TranslatorContext context, NDList list) {
      Map<String, float[]> values = new LinkedHashMap<>();
      Map<String, long[]> shapes = new LinkedHashMap<>();
      for (NDArray array : list) {
        values.put(array.getName(), array.toFloatArray());
        shapes.put(array.getName(), array.getShape().getShape());
      }
      return new Outputs(values, shapes);
    }
  }
}
