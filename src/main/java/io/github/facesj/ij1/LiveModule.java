package io.github.facesj.ij1;

import ij.IJ;
import java.awt.EventQueue;
import java.util.HashMap;
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
  private final Map<String, Object> seen = new HashMap<>();
  private final Map<String, Object> pending = new LinkedHashMap<>();
  private boolean previewed; // touched by the worker alone

  LiveModule(Module module, List<Field> fields) {
    this.module = module;
    this.fields = fields;
    seen.putAll(module.getInputs());
  }

  /** The user changed something. */
  void update(Map<String, Object> answers, boolean preview) {
    note(answers);
    long mine = newest.incrementAndGet();
    worker.execute(
        () -> {
          if (mine == newest.get()) {
            follow(preview);
          }
        });
  }

  /** The user pressed a button of the command's own. */
  void press(ModuleItem<?> button) {
    worker.execute(() -> refreshAfter(() -> callback(button)));
  }

  /** Waits for the work under way, then leaves the module with these answers, if any. */
  void close(Map<String, Object> answers) {
    note(answers);
    newest.incrementAndGet();
    if (!answers.isEmpty()) {
      worker.execute(this::set);
    }
    worker.shutdown();
    try {
      worker.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only what the user changed counts: a field may lag behind a value that a callback has set. */
  private synchronized void note(Map<String, Object> answers) {
    answers.forEach(
        (name, value) -> {
          if (!Objects.equals(seen.put(name, value), value)) {
            pending.put(name, value);
          }
        });
  }

  private synchronized Map<String, Object> takePending() {
    Map<String, Object> taken = new LinkedHashMap<>(pending);
    pending.clear();
    return taken;
  }

  private void follow(boolean preview) {
    boolean[] changed = new boolean[1];
    refreshAfter(() -> changed[0] = set());
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

  private boolean set() {
    Map<String, Object> changes = takePending();
    changes.entrySet().removeIf(c -> Objects.equals(module.getInput(c.getKey()), c.getValue()));
    changes.forEach(module::setInput);
    changes.keySet().forEach(name -> callback(module.getInfo().getInput(name)));
    return !changes.isEmpty();
  }

  private void callback(ModuleItem<?> item) {
    try {
      item.callback(module);
    } catch (MethodCallException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      IJ.log("The parameter " + item.getName() + " could not be followed: " + cause);
    }
  }

  /** Shows what a callback has changed, in the fields that the user is not changing as well. */
  private void refreshAfter(Runnable change) {
    change.run();
    Map<String, Object> now = new HashMap<>(module.getInputs());
    EventQueue.invokeLater(
        () ->
            fields.stream()
                .filter(
                    field ->
                        field.isOutdated()
                            || !Objects.equals(lastSeen(field.name()), now.get(field.name())))
                .filter(field -> !isPending(field.name()))
                .forEach(field -> field.show(now.get(field.name()))));
  }

  private synchronized Object lastSeen(String name) {
    return seen.get(name);
  }

  private synchronized boolean isPending(String name) {
    return pending.containsKey(name);
  }

  private void tellCancellation() {
    if (module instanceof Cancelable cancelable && cancelable.isCanceled()) {
      IJ.showStatus(cancelable.getCancelReason());
    }
  }
}
