package io.github.facesj.fiji.dialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;

/**
 * What the dialog of a command has, before anything of it is drawn.
 *
 * @param title of the command, as macros call it
 * @param sentence what it does
 * @param first what is asked at once
 * @param details what is asked only of those who want to know
 * @param extras its messages and buttons
 * @param defaults the value of each parameter that is asked for, where nobody says otherwise
 */
record DialogPlan(
    String title,
    String sentence,
    List<ModuleItem<?>> first,
    List<ModuleItem<?>> details,
    List<ModuleItem<?>> extras,
    Map<String, Object> defaults) {

  /** The plan for what nobody has given yet; the module still has its defaults. */
  static DialogPlan of(Module module) {
    List<ModuleItem<?>> open = new ArrayList<>(Inputs.open(module));
    Inputs.activeImageItem(open).ifPresent(open::remove);
    open.removeIf(item -> item.getVisibility() == ItemVisibility.INVISIBLE);
    Map<String, Object> defaults = new HashMap<>();
    open.forEach(item -> defaults.put(item.getName(), module.getInput(item.getName())));
    List<ModuleItem<?>> first = first(module, open);
    List<ModuleItem<?>> details = new ArrayList<>(open);
    details.removeAll(first);
    List<ModuleItem<?>> extras = new ArrayList<>();
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      if (item.getVisibility() == ItemVisibility.MESSAGE || item.getType() == Button.class) {
        extras.add(item);
      }
    }
    String sentence = Optional.ofNullable(module.getInfo().getDescription()).orElse("");
    return new DialogPlan(Titles.of(module.getInfo()), sentence, first, details, extras, defaults);
  }

  /** A command that says nothing about its questions asks them all. */
  private static List<ModuleItem<?>> first(Module module, List<ModuleItem<?>> open) {
    Questions questions = module.getDelegateObject().getClass().getAnnotation(Questions.class);
    if (questions == null) {
      return List.copyOf(open);
    }
    List<ModuleItem<?>> first = new ArrayList<>();
    Arrays.stream(questions.value())
        .forEach(name -> open.stream().filter(i -> i.getName().equals(name)).forEach(first::add));
    return first;
  }

  /** All that is asked for, in the order of the dialog. */
  List<ModuleItem<?>> items() {
    List<ModuleItem<?>> items = new ArrayList<>(first);
    items.addAll(details);
    return items;
  }

  boolean isEmpty() {
    return first.isEmpty() && details.isEmpty() && extras.isEmpty();
  }

  /** Whether the item only switches the preview, which is no part of the result. */
  boolean isPreview(ModuleItem<?> item) {
    return item.getName().equals(Inputs.PREVIEW) && Values.isTruth(item.getType());
  }
}
