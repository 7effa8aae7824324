package io.github.facesj.ij1;

import ij.IJ;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import java.awt.AWTEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemVisibility;
import org.scijava.command.Previewable;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;

/**
 * The dialog of a command: a field for each open parameter, its messages and buttons, a preview.
 */
final class Form implements DialogListener {

  private final GenericDialog dialog;
  private final List<Field> fields = new ArrayList<>();
  private final LiveModule live;
  private final boolean hasOwnPreview;
  private boolean isEmpty = true;

  private Form(String title, Module module, List<ModuleItem<?>> open) {
    dialog = new GenericDialog(title);
    live = new LiveModule(module, fields);
    ModuleItem<?> active = Inputs.activeImageItem(open).orElse(null);
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      if (item != active && item.getVisibility() != ItemVisibility.INVISIBLE) {
        add(module, item, open);
      }
    }
    hasOwnPreview = Inputs.previewItem(module, open).isPresent();
    if (module.getDelegateObject() instanceof Previewable && !hasOwnPreview && !isEmpty) {
      dialog.addPreviewCheckbox(null, "Preview");
    }
    dialog.addHelp(HelpText.of(title, module.getInfo(), open));
    dialog.addDialogListener(this);
  }

  /** The form, or nothing where the command has nothing to ask. */
  static Optional<Form> of(String title, Module module, List<ModuleItem<?>> open) {
    Form form = new Form(title, module, open);
    return form.isEmpty ? Optional.empty() : Optional.of(form);
  }

  private void add(Module module, ModuleItem<?> item, List<ModuleItem<?>> open) {
    if (item.getVisibility() == ItemVisibility.MESSAGE) {
      dialog.addMessage(String.valueOf(module.getInput(item.getName())));
    } else if (item.getType() == Button.class) {
      dialog.addButton(Field.label(item), event -> live.press(item));
    } else if (open.contains(item)) {
      fields.add(Field.add(dialog, module, item));
    } else {
      return;
    }
    isEmpty = false;
  }

  /** Shows the dialog and waits; afterwards the module holds the answers, or is as it was. */
  boolean isConfirmed() {
    dialog.showDialog();
    boolean confirmed = !dialog.wasCanceled();
    live.close(confirmed ? answers() : Map.of());
    return confirmed;
  }

  @Override
  public boolean dialogItemChanged(GenericDialog source, AWTEvent event) {
    if (event == null) {
      return true; // the dialog is closing; the answers are read afterwards
    }
    try {
      live.update(answers(), hasOwnPreview || dialog.isPreviewActive());
      return true;
    } catch (IllegalArgumentException e) {
      IJ.showStatus(e.getMessage());
      return false;
    }
  }

  private Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    fields.forEach(field -> answers.put(field.name(), field.read()));
    return answers;
  }
}
