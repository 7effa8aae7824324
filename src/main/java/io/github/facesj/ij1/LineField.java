package io.github.facesj.ij1;

import ij.gui.GenericDialog;
import ij.io.SaveDialog;
import java.awt.Button;
import java.awt.Container;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;
import java.awt.TextField;
import java.io.File;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/**
 * A line of text, with a Browse button where the parameter's style says file, directory or save.
 */
final class LineField implements Field {

  private static final int WORD = 16;
  private static final int PATH = 32;

  private final ModuleItem<?> item;
  private final TextField text;

  LineField(GenericDialog dialog, Module module, ModuleItem<?> item) {
    this.item = item;
    String label = Field.label(item);
    String value = Values.text(module.getInput(item.getName()));
    String style = String.valueOf(item.getWidgetStyle());
    if (style.contains(FileWidget.DIRECTORY_STYLE)) {
      dialog.addDirectoryField(label, value, PATH);
    } else if (style.contains(FileWidget.SAVE_STYLE)) {
      dialog.addStringField(label, value, PATH);
    } else if (item.getType() == File.class || style.matches(".*\\b(file|open)\\b.*")) {
      dialog.addFileField(label, value, PATH);
    } else {
      dialog.addStringField(label, value, WORD);
    }
    text = (TextField) dialog.getStringFields().lastElement();
    text.setText(value); // ImageJ adds a separator to a directory, which is no change the user made
    if (style.contains(FileWidget.SAVE_STYLE)) {
      addSaveButton(dialog, label);
    }
  }

  @Override
  public String name() {
    return item.getName();
  }

  @Override
  public Object read() {
    return Values.parse(item, text.getText().trim());
  }

  @Override
  public void show(Object value) {
    text.setText(Values.text(value));
  }

  /** ImageJ's own Browse button opens files only; this one asks for a file to be written. */
  private void addSaveButton(Container dialog, String label) {
    GridBagLayout layout = (GridBagLayout) dialog.getLayout();
    GridBagConstraints place = layout.getConstraints(text);
    Button browse = new Button("Browse");
    browse.addActionListener(event -> chooseTarget(label));
    Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
    row.add(text);
    row.add(browse);
    layout.setConstraints(row, place);
    dialog.add(row);
  }

  private void chooseTarget(String label) {
    File now = new File(text.getText().trim());
    SaveDialog save = new SaveDialog(label, now.getParent(), now.getName(), null);
    if (save.getFileName() != null) {
      text.setText(save.getDirectory() + save.getFileName());
    }
  }
}
