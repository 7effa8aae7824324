package io.github.facesj.fiji.run;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.TextComponent;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * Esc in any window of this Java, heard while commands are at work. In dialogs and in text fields
 * it has a meaning already, and keeps it. Nobody else's use of the key is disturbed.
 */
public final class EscapeKey implements KeyEventDispatcher {

  private final Runnable pressed;

  /**
   * @param pressed done on the event thread at each press
   */
  public EscapeKey(Runnable pressed) {
    this.pressed = pressed;
  }

  /** Hears the key from now on. */
  public void listen() {
    KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
  }

  /** Hears it no more. */
  public void leave() {
    KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
  }

  @Override
  public boolean dispatchKeyEvent(KeyEvent e) {
    if (e.getID() == KeyEvent.KEY_PRESSED
        && e.getKeyCode() == KeyEvent.VK_ESCAPE
        && !hasMeaning(e.getComponent())) {
      pressed.run();
    }
    return false;
  }

  private static boolean hasMeaning(Component at) {
    Window window = at instanceof Window w ? w : SwingUtilities.getWindowAncestor(at);
    return window instanceof Dialog
        || (at instanceof JTextComponent text && text.isEditable())
        || (at instanceof TextComponent field && field.isEditable());
  }
}
