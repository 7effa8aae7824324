package io.github.facesj.fiji.dialog;

import ij.IJ;
import ij.ImagePlus;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.parameter.AskService;
import io.github.facesj.fiji.parameter.SearchDetails;
import java.awt.EventQueue;
import java.awt.Window;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/**
 * Asks by {@link CommandDialog}; remembers what was answered, and knows which commands at work a
 * person was asked for.
 */
@Plugin(type = Service.class)
public final class DefaultAskService extends AbstractService implements AskService {

  @Parameter(required = false)
  private FacesService faces;

  @Parameter(required = false)
  private LogService log;

  /** A command that a person was asked for. */
  private record Asked(WeakReference<Module> module, DialogPlan plan) {}

  /** By the command; a command that is over is forgotten with it. */
  private final Map<Object, Asked> asked = Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public Answer ask(Module module) {
    requireImage(module);
    DialogPlan plan = DialogPlan.of(module);
    if (plan.isEmpty()) {
      Recording.record(module, plan);
      return Answer.GIVEN;
    }
    DialogMemory memory = DialogMemory.ofUser();
    recall(module, plan, memory);
    asked.put(module.getDelegateObject(), new Asked(new WeakReference<>(module), plan));
    return ask(module, plan, memory, Optional.empty());
  }

  @Override
  public Answer askAgain(Object command, String sentence) {
    Asked before = asked.get(command);
    Module module = before == null ? null : before.module().get();
    return module == null
        ? Answer.NOBODY
        : ask(module, before.plan(), DialogMemory.ofUser(), Optional.of(sentence));
  }

  private Answer ask(
      Module module, DialogPlan plan, DialogMemory memory, Optional<String> complaint) {
    QuestionFactory factory =
        new QuestionFactory(
            module, plan.defaults(), memory, Optional.ofNullable(faces), Optional.ofNullable(log));
    CommandDialog dialog =
        onEventThread(
            () -> {
              CommandDialog shown = new CommandDialog(owner(), module, plan, factory);
              shown.show(complaint);
              return shown;
            });
    if (!dialog.end()) {
      Recording.forget();
      return Answer.CANCELED;
    }
    remember(module, plan, memory);
    Recording.record(module, plan);
    return Answer.GIVEN;
  }

  private static Window owner() {
    Window imagej = IJ.getInstance();
    return imagej != null && imagej.isShowing() ? imagej : null;
  }

  /** A missing image is told before the questions, not after them. */
  private static void requireImage(Module module) {
    List<ModuleItem<?>> open = Inputs.open(module);
    boolean missing =
        Inputs.activeImageItem(open)
            .filter(ModuleItem::isRequired)
            .filter(item -> module.getInput(item.getName()) == null)
            .isPresent();
    if (missing) {
      throw new IllegalArgumentException(
          Titles.of(module.getInfo()) + " needs an image. Open one first.");
    }
  }

  /** What was answered before and still can be. */
  private static void recall(Module module, DialogPlan plan, DialogMemory memory) {
    Map<String, String> answers = memory.answers(name(module));
    for (ModuleItem<?> item : plan.items()) {
      String text = answers.get(item.getName());
      if (text != null && isKept(plan, item)) {
        try {
          Object value = Values.parse(item, text);
          if (isOffered(item, value)) {
            module.setInput(item.getName(), value);
          }
        } catch (IllegalArgumentException e) {
          // An earlier version took it; now the default is better than a sentence nobody asked for.
          module.setInput(item.getName(), plan.defaults().get(item.getName()));
        }
      }
    }
  }

  private static boolean isOffered(ModuleItem<?> item, Object value) {
    List<?> choices = item.getChoices();
    return choices == null
        || choices.isEmpty()
        || ModelQuestion.task(item).isPresent()
        || SearchDetails.WORD.equals(item.getWidgetStyle())
        || choices.contains(value);
  }

  private static void remember(Module module, DialogPlan plan, DialogMemory memory) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (ModuleItem<?> item : plan.items()) {
      if (isKept(plan, item)) {
        String text = Values.text(module.getInput(item.getName()));
        answers.put(item.getName(), text);
        if (PathKind.of(item) != PathKind.NONE) {
          memory.use(item.getName(), text);
        }
      }
    }
    memory.remember(name(module), answers);
  }

  private static boolean isKept(DialogPlan plan, ModuleItem<?> item) {
    return !plan.isPreview(item) && !ImagePlus.class.isAssignableFrom(item.getType());
  }

  private static String name(Module module) {
    return module.getDelegateObject().getClass().getSimpleName();
  }

  private static CommandDialog onEventThread(Supplier<CommandDialog> asking) {
    if (EventQueue.isDispatchThread()) {
      return asking.get();
    }
    AtomicReference<CommandDialog> shown = new AtomicReference<>();
    try {
      EventQueue.invokeAndWait(() -> shown.set(asking.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The dialog was interrupted.", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The dialog could not be shown.", e.getCause());
    }
    return shown.get();
  }
}
