package io.github.facesj.fiji;

import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Outputs;
import io.github.facesj.model.Task;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.scijava.Context;

/**
 * Many threads open a model, run it, make the service forget it and end the whole context, at
 * random. A program of its own: what goes wrong here takes the Java machine along. Longer than the
 * test does it: {@code java -cp ... io.github.facesj.fiji.ModelStress 1000000 8 1}.
 */
final class ModelStress {

  /** Steps in a thousand that forget the model, and that end the context. */
  private static final int FORGET = 8;

  private static final int DISPOSE = 2;
  private static final int PICTURES = 8;

  private final AtomicReference<Context> context = new AtomicReference<>(fresh());
  private final AtomicInteger left;
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger closings = new AtomicInteger();
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();
  private final List<List<float[]>> expected = new ArrayList<>();

  private ModelStress(int steps) throws FacesException {
    left = new AtomicInteger(steps);
    OpenModel model = open();
    for (int i = 0; i < PICTURES; i++) {
      expected.add(values(model.network().run(picture(i))));
    }
  }

  /**
   * @param args number of steps, of threads, and the seed of the first thread
   */
  public static void main(String[] args) throws Exception {
    ModelStress stress = new ModelStress(Integer.parseInt(args[0]));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      Random random = new Random(Long.parseLong(args[2]) + i);
      threads.add(new Thread(() -> stress.work(random), "stress " + i));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    stress.context.get().dispose();
    System.out.printf(
        Locale.ROOT,
        "STRESS %d runs as expected, %d refused, %d closings%n",
        stress.runs.get(),
        stress.refusals.get(),
        stress.closings.get());
    if (stress.wrong.get() != null) {
      stress.wrong.get().printStackTrace();
      System.exit(1);
    }
  }

  private static Context fresh() {
    return new Context(FacesService.class);
  }

  private OpenModel open() throws FacesException {
    return context.get().service(FacesService.class).open("facesj-detector", Task.DETECTION);
  }

  private void work(Random random) {
    OpenModel model = null;
    try {
      while (left.getAndDecrement() > 0 && wrong.get() == null) {
        int what = random.nextInt(1000);
        if (what < DISPOSE) {
          context.getAndSet(fresh()).dispose();
          closings.incrementAndGet();
        } else if (what < DISPOSE + FORGET) {
          context.get().service(FacesService.class).forget("facesj-detector");
          closings.incrementAndGet();
        } else {
          model = run(model, random.nextInt(PICTURES));
        }
      }
    } catch (Exception | Error e) {
      wrong.compareAndSet(null, e);
    }
  }

  /** As a command does: what is open is used on, and opened anew only after a refusal. */
  private OpenModel run(OpenModel before, int picture) throws FacesException {
    try {
      OpenModel model = before == null ? open() : before;
      List<float[]> values = values(model.network().run(picture(picture)));
      for (int i = 0; i < values.size(); i++) {
        if (!Arrays.equals(values.get(i), expected.get(picture).get(i))) {
          throw new IllegalStateException("picture " + picture + " gave other numbers");
        }
      }
      runs.incrementAndGet();
      return model;
    } catch (FacesException e) {
      if (!e.isPassing()) {
        throw e;
      }
      refusals.incrementAndGet();
      return null;
    }
  }

  private static Tensor picture(int number) {
    Tensor tensor = Tensor.zeros(Tensor.ONLY, 1, 3, 32, 32);
    Random random = new Random(number);
    for (int i = 0; i < tensor.data().capacity(); i++) {
      tensor.data().put(i, random.nextInt(256));
    }
    return tensor;
  }

  private static List<float[]> values(Outputs outputs) {
    return outputs.names().stream().map(outputs::get).toList();
  }
}
