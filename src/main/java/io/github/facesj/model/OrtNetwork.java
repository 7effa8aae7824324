package io.github.facesj.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.github.facesj.run.FacesException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A network run by ONNX Runtime directly. It stands in where another plugin of the same Fiji has
 * started ONNX Runtime before DJL could, which DJL does not survive (djl issue 3679).
 */
final class OrtNetwork implements Network {

  private final Path file;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OrtNetwork(Path file, OrtEnvironment environment, OrtSession session) {
    this.file = file;
    this.environment = environment;
    this.session = session;
  }

  static OrtNetwork open(Path file, int threads) throws FacesException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (Options options = Options.of(threads)) {
      return new OrtNetwork(
          file, environment, environment.createSession(file.toString(), options.session));
    } catch (OrtException e) {
      throw EngineErrors.opening(file, e);
    }
  }

  /**
   * Keeps ONNX Runtime's environment until the process ends. Its Java part frees it in a hook at
   * the end of Java, under calls that are still running, which crashes (seen in 15 of 32 ends with
   * 1.21.1). The environment is counted by its users, and this is one more, who never leaves. There
   * is no public way to be one.
   */
  private static final class Environment {

    /** Whether it worked; without it, Java's end is as it was. */
    static final boolean KEPT = keep();

    private Environment() {}

    private static boolean keep() {
      try {
        Class<?> library = Class.forName("ai.onnxruntime.OnnxRuntime");
        Method init = library.getDeclaredMethod("init");
        init.setAccessible(true);
        init.invoke(null); // does nothing the second time
        Field api = library.getDeclaredField("ortApiHandle");
        api.setAccessible(true);
        if (api.getLong(null) == 0) {
          return false;
        }
        Method create =
            OrtEnvironment.class.getDeclaredMethod(
                "createHandle", long.class, int.class, String.class);
        create.setAccessible(true);
        create.invoke(
            null,
            api.getLong(null),
            OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
            OrtEnvironment.DEFAULT_NAME);
        return true;
      } catch (ReflectiveOperationException | RuntimeException e) {
        return false; // another version of ONNX Runtime
      }
    }
  }

  /** Whether ONNX Runtime stays whole until the process ends. */
  static boolean isKept() {
    return Environment.KEPT;
  }

  /** How ONNX Runtime is to work; DJL passes it on without looking at it. */
  static final class Options implements AutoCloseable {

    private final OrtSession.SessionOptions session;

    private Options(OrtSession.SessionOptions session) {
      this.session = session;
    }

    static Options of(int threads) throws FacesException {
      OrtSession.SessionOptions session = new OrtSession.SessionOptions();
      isKept(); // before there is anything to be kept whole
      try {
        session.setIntraOpNumThreads(threads);
        session.setInterOpNumThreads(1);
        // A plan of memory for each size of input is kept for ever, and costs half as much again.
        session.setMemoryPatternOptimization(false);
        // Waiting threads sleep: spinning ones double the time on a busy machine.
        session.addConfigEntry("session.intra_op.allow_spinning", "0");
        // UltraFace alone writes a hundred harmless warnings, which would fill the user's console.
        session.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return new Options(session);
      } catch (OrtException e) {
        session.close();
        throw FacesException.passing(
            String.format(
                Locale.ROOT,
                "ONNX Runtime refuses to work in %d threads. Start ImageJ again.",
                threads),
            e);
      }
    }

    /** ONNX Runtime's own object. */
    Object session() {
      return session;
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Override
  public Outputs run(Tensor... inputs) throws FacesException {
    Map<String, OnnxTensor> feed = new LinkedHashMap<>();
    try {
      for (Tensor t : inputs) {
        FloatBuffer data = t.data().duplicate().rewind();
        String name =
            t.name().equals(Tensor.ONLY) ? session.getInputNames().iterator().next() : t.name();
        feed.put(name, OnnxTensor.createTensor(environment, data, t.shape()));
      }
      try (OrtSession.Result result = session.run(feed)) {
        return copy(result);
      }
    } catch (OrtException e) {
      throw EngineErrors.running(file, inputs, e);
    } finally {
      feed.values().forEach(OnnxTensor::close);
    }
  }

  private static Outputs copy(OrtSession.Result result) {
    Map<String, float[]> values = new LinkedHashMap<>();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (Map.Entry<String, OnnxValue> output : result) {
      OnnxTensor tensor = (OnnxTensor) output.getValue();
      FloatBuffer data = tensor.getFloatBuffer();
      float[] array = new float[data.remaining()];
      data.get(array);
      values.put(output.getKey(), array);
      shapes.put(output.getKey(), tensor.getInfo().getShape());
    }
    return new Outputs(values, shapes);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not close a network.", e);
    }
  }
}
