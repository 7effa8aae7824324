package io.github.facesj.fiji.dialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** A list for an enum, or for the choices a parameter has now; a callback may change them. */
final class ChoiceQuestion extends Question {

  private final Module module;
  private final List<String> more;
  private final List<Object> values = new ArrayList<>();
  private final JComboBox<Object> list = new JComboBox<>();
  private boolean filling;

  /**
   * @param more choices of this computer, after those of the parameter
   */
  ChoiceQuestion(Module module, ModuleItem<?> item, List<String> more) {
    super(item);
    this.module = module;
    this.more = List.copyOf(more);
    list.addActionListener(
        e -> {
          if (!filling) {
            changed();
          }
        });
    list.setMaximumRowCount(16);
    list.setRenderer(new ChoiceWords(item));
  }

  @Override
  JComponent input() {
    return list;
  }

  @Override
  Object read() {
    return list.getSelectedItem();
  }

  @Override
  void show(Object value) {
    List<Object> now = withOffered(value);
    filling = true;
    if (!now.equals(values)) {
      values.clear();
      values.addAll(now);
      list.setModel(new DefaultComboBoxModel<>(now.toArray()));
    }
    list.setSelectedItem(value);
    filling = false;
  }

  @Override
  boolean isOutdated() {
    return !values.equals(withOffered(read()));
  }

  /** A value that is not on offer stays visible and can be kept. */
  private List<Object> withOffered(Object value) {
    ModuleItem<?> item = module.getInfo().getInput(name());
    List<?> choices = item.getChoices();
    List<Object> offered =
        choices == null || choices.isEmpty()
            ? new ArrayList<>(Arrays.asList(item.getType().getEnumConstants()))
            : new ArrayList<>(choices);
    offered.addAll(more);
    if (value != null && !offered.contains(value)) {
      offered.add(0, value);
    }
    return offered;
  }
}
