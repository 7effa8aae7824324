package io.github.facesj.fiji.review;

import java.awt.event.ActionEvent;
import java.util.Locale;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Something that a button and a key do. */
final class KeyedAction extends AbstractAction {

  private static final long serialVersionUID = 1L;

  private final String brief;
  private final String key;
  private final transient Runnable work;

  /**
   * @param words on the button, and in the list of keys
   * @param key as {@link KeyStroke#getKeyStroke(String)} reads it
   * @param help below the pointer
   */
  KeyedAction(String words, String key, String help, Runnable work) {
    this.brief = words.toLowerCase(Locale.ROOT);
    this.key = key;
    this.work = work;
    help(help);
    say(words);
  }

  /** Explains it anew. */
  void help(String help) {
    putValue(Action.SHORT_DESCRIPTION, help);
  }

  /** Calls it something else. */
  void say(String other) {
    putValue(
        Action.NAME,
        String.format(
            Locale.ROOT,
            "<html>%s&nbsp; <font color='#66717F'>%s</font></html>",
            other,
            shortKey()));
  }

  /** What it does, for the list of keys. */
  String brief() {
    return brief;
  }

  /** {@code N} or {@code Ctrl+Z}. */
  String shortKey() {
    return key.replace("control ", "Ctrl+").replace("ESCAPE", "Esc");
  }

  /** The key works wherever the focus is within a part of the window. */
  void bind(JComponent part) {
    part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(key), this);
    part.getActionMap().put(this, this);
  }

  @Override
  public void actionPerformed(ActionEvent e) {
    if (isEnabled()) {
      work.run();
    }
  }
}
