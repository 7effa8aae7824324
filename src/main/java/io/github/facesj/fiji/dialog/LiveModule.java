package io.github.facesj.fiji.dialog;

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
 * The command behind an open dialog: it follows the answers, calls callbacks and previews, on one
 * thread of its own, so that the dialog stays quick while a preview works. Of changes that come
 * while it is busy, only the last is followed.
 */
final class LiveModule {

  private final Module module;
  private final List<Question> questions;
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
  private final Map<String, Integer> edits = new HashMap<>();
  private final Map<String, Object> pending = new LinkedHashMap<>();
  private boolean previewed; // touched by the worker alone

  LiveModule(Module module, List<Question> questions) {
    this.module = module;
    this.questions = questions;
    seen.putAll(module.getInputs());
  }

  /** The person changed something. */
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

  /** The person pressed a button of the command's own. */
  void press(ModuleItem<?> button) {
    worker.execute(() -> refreshAfter(edits(), () -> callback(button)));
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

  /** Only what the person changed counts: an answer may lag behind a value that a callback set. */
  private synchronized void note(Map<String, Object> answers) {
    answers.forEach(
        (name, value) -> {
          if (!Objects.equals(seen.put(name, value), value)) {
            edits.merge(name, 1, Integer::sum);
            pending.put(name, value);
          }
        });
  }

  private synchronized Map<String, Object> takePending() {
    Map<String, Object> taken = new LinkedHashMap<>(pending);
    pending.clear();
    return taken;
  }

  private synchronized Map<String, Integer> edits() {
    return Map.copyOf(edits);
  }

  private void follow(boolean preview) {
    boolean changed = set();
    try {
      if (preview && (changed || !previewed)) {
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
    Map<String, Integer> before = edits();
    Map<String, Object> changes = takePending();
    changes.entrySet().removeIf(c -> Objects.equals(module.getInput(c.getKey()), c.getValue()));
    changes.forEach(module::setInput);
    refreshAfter(
        before, () -> changes.keySet().forEach(name -> callback(module.getInfo().getInput(name))));
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

  /**
   * Shows what callbacks have changed, and nothing else; nor where the person has gone on since:
   * what somebody types is never replaced by what it was a moment before.
   */
  private void refreshAfter(Map<String, Integer> editsBefore, Runnable callbacks) {
    Map<String, Object> before = new HashMap<>(module.getInputs());
    callbacks.run();
    Map<String, Object> after = new HashMap<>(module.getInputs());
    EventQueue.invokeLater(
        () -> {
          for (Question question : questions) {
            Object now = after.get(question.name());
            if (!Objects.equals(before.get(question.name()), now)
                && isShown(question.name(), now, editsBefore)) {
              question.show(now);
            } else if (question.isOutdated()) {
              question.show(question.read());
            }
          }
        });
  }

  /** Notes what is about to be shown, unless the person has answered otherwise meanwhile. */
  private synchronized boolean isShown(String name, Object value, Map<String, Integer> before) {
    if (!Objects.equals(edits.get(name), before.get(name))) {
      return false;
    }
    seen.put(name, value);
    return true;
  }

  private void tellCancellation() {
    if (module instanceof Cancelable cancelable && cancelable.isCanceled()) {
      IJ.showStatus(cancelable.getCancelReason());
    }
  }
}
