package io.github.facesj.fiji.dialog;

import io.github.facesj.fiji.window.ModelDownload;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import org.scijava.module.ModuleItem;

/** A model, chosen by words; one that is not here is fetched then and there, if one wants to. */
final class ModelQuestion extends Question {

  private static final String STYLE = "model:";

  private final ModelStore store;
  private final Task task;
  private final JComboBox<ModelChoice> list = new JComboBox<>();
  private final List<ModelChoice> choices = new ArrayList<>();
  private ModelChoice last;
  private boolean filling;

  ModelQuestion(ModuleItem<?> item, ModelStore store, Task task) throws FacesException {
    super(item);
    this.store = store;
    this.task = task;
    list.setMaximumRowCount(16);
    fill();
    list.addActionListener(
        e -> {
          if (!filling) {
            changed();
          }
        });
    list.addPopupMenuListener(
        new PopupMenuListener() {
          @Override
          public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
            last = selected();
          }

          @Override
          public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {
            SwingUtilities.invokeLater(() -> fetchIfAbsent());
          }

          @Override
          public void popupMenuCanceled(PopupMenuEvent e) {
            // the choice before stays
          }
        });
  }

  /** What the model is for that a parameter names, as in {@link ModelStyle}; empty for others. */
  static Optional<Task> task(ModuleItem<?> item) {
    String style = item.getWidgetStyle();
    return style == null || !style.startsWith(STYLE)
        ? Optional.empty()
        : Optional.of(Task.valueOf(style.substring(STYLE.length()).toUpperCase(Locale.ROOT)));
  }

  private void fill() throws FacesException {
    List<String> offered =
        item().getChoices().stream().map(String::valueOf).map(String::strip).toList();
    choices.clear();
    choices.addAll(ModelChoice.of(store, task, offered));
    list.setModel(new DefaultComboBoxModel<>(choices.toArray(ModelChoice[]::new)));
  }

  private ModelChoice selected() {
    return (ModelChoice) list.getSelectedItem();
  }

  /**
   * Offers to fetch the chosen model where it is not here.
   *
   * @return whether the model is here now
   */
  boolean fetchIfAbsent() {
    ModelChoice chosen = selected();
    if (chosen == null || chosen.absent().isEmpty()) {
      return true;
    }
    boolean here =
        ModelDownload.offer(
            SwingUtilities.getWindowAncestor(list), store, chosen.absent().orElseThrow());
    try {
      filling = true;
      fill();
    } catch (FacesException e) {
      list.setToolTipText(e.getMessage()); // the list stays as it was
    } finally {
      filling = false;
    }
    String next = here || last == null || last.absent().isPresent() ? chosen.id() : last.id();
    show(here ? chosen.id() : next);
    changed();
    return here;
  }

  @Override
  JComponent input() {
    return list;
  }

  @Override
  Object read() {
    return selected().id();
  }

  @Override
  void show(Object value) {
    String id = Values.text(value).strip();
    Optional<ModelChoice> known = choices.stream().filter(c -> c.id().equals(id)).findFirst();
    filling = true;
    if (known.isEmpty()) {
      ModelChoice unknown = new ModelChoice(id, id, Optional.empty());
      choices.add(unknown);
      list.addItem(unknown);
      list.setSelectedItem(unknown);
    } else {
      list.setSelectedItem(known.get());
    }
    filling = false;
  }
}
