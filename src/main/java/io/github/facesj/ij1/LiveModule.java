package io.github.facesj.ij1;

import ij.IJ;
import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.scijava.Cancelable;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The command behind an open dialog: it follows the fields, calls callbacks and previews, on one
 * thread of its own, so that the dialog stays quick while a preview works. Of changes that come
 * while it is busy, only the last is followed.
 */
final class LiveModule {

  private final Module module;
  private final List<Field> fields;
  private final AtomicLong newest = new AtomicLong();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "FacesJ dialog");
            thread.setContextClassLoader(LiveModule.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
          });
  private boolean previewed; // touched by the worker alone

  LiveModule(Module module, List<Field> fields) {
    this.module = module;
    this.fields = fields;
  }

  /** The user changed something. */
  void update(Map<String, Object> answers, boolean preview) {
    long mine = newest.incrementAndGet();
    worker.execute(
        () -> {
          if (mine == newest.get()) {
            follow(answers, preview);
          }
        });
  }

  /** The user pressed a button of the command's own. */
  void press(ModuleItem<?> button) {
    worker.execute(() -> refreshAround(Map.of(), () -> callback(button)));
  }

  /** Waits for the work under way, then leaves the module with these answers. */
  void close(Map<String, Object> answers) {
    newest.incrementAndGet();
    worker.execute(() -> set(answers));
    worker.shutdown();
    try {
      worker.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Map<String, Object> answers, boolean preview) {
    boolean[] changed = new boolean[1];
    refreshAround(answers, () -> changed[0] = set(answers));
    try {
      if (preview && (changed[0] || !previewed)) {
        module.preview();
        tellCancellation();
      } else if (!preview && previewed) {
        module.cancel();
      }
    } catch (RuntimeException e) {
      IJ.showStatus("The preview failed: " + e.getMessage());
      IJ.log("The preview failed: " + e);
    }
    previewed = preview;
  }

  private boolean set(Map<String, Object> answers) {
    boolean changed = false;
    for (Map.Entry<String, Object> answer : answers.entrySet()) {
      if (!Objects.equals(module.getInput(answer.getKey()), answer.getValue())) {
        module.setInput(answer.getKey(), answer.getValue());
        callback(module.getInfo().getInput(answer.getKey()));
        changed = true;
      }
    }
    return changed;
  }

  private void callback(ModuleItem<?> item) {
    try {
      item.callback(module);
    } catch (MethodCallException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      IJ.log("The parameter " + item.getName() + " could not be followed: " + cause);
    }
  }

  /** Shows what a callback has changed beyond what the user entered. */
  private void refreshAround(Map<String, Object> answers, Runnable change) {
    Map<String, Object> expected = new LinkedHashMap<>(module.getInputs());
    expected.putAll(answers);
    change.run();
    Map<String, Object> now = new LinkedHashMap<>(module.getInputs());
    EventQueue.invokeLater(
        () ->
            fields.stream()
                .filter(f -> !Objects.equals(expected.get(f.name()), now.get(f.name())))
                .forEach(f -> f.show(now.get(f.name()))));
  }

  private void tellCancellation() {
    if (module instanceof Cancelable cancelable && cancelable.isCanceled()) {
      IJ.showStatus(cancelable.getCancelReason());
    }
  }
}
