package io.github.facesj.fiji.dialog;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Tells of each change of a text, however it came about. */
final class TextFollower implements DocumentListener {

  private final Runnable changed;

  TextFollower(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public void insertUpdate(DocumentEvent e) {
    changed.run();
  }

  @Override
  public void removeUpdate(DocumentEvent e) {
    changed.run();
  }

  @Override
  public void changedUpdate(DocumentEvent e) {
    // only looks have changed
  }
}
