package io.github.facesj.fiji.window;

import io.github.facesj.fiji.parameter.Lines;
import io.github.facesj.run.FacesException;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import javax.swing.JOptionPane;

/** Asks for the name under which a search is kept. */
public final class KeepSearch {

  private static final String TITLE = "Keep this search";

  private KeepSearch() {}

  /** What keeps it. */
  @FunctionalInterface
  public interface Keeping {
    /**
     * @throws IllegalArgumentException if the name is none
     * @throws FacesException if it cannot be written
     */
    void under(String name) throws FacesException;
  }

  /** Asks until it is kept, or the person does not want it; off the event thread. */
  public static void ask(Keeping keeping) {
    String[] name = {""};
    while (name[0] != null) {
      String before = name[0];
      onEvents(() -> name[0] = name(before));
      try {
        if (name[0] != null) {
          keeping.under(name[0]);
        }
        return;
      } catch (IllegalArgumentException | FacesException e) {
        onEvents(
            () ->
                JOptionPane.showMessageDialog(
                    window(), Lines.wrap(e.getMessage()), TITLE, JOptionPane.WARNING_MESSAGE));
      }
    }
  }

  /** Null where the person does not want it. */
  private static String name(String before) {
    return (String)
        JOptionPane.showInputDialog(
            window(),
            "Name of this search, one word:",
            TITLE,
            JOptionPane.QUESTION_MESSAGE,
            null,
            null,
            before);
  }

  private static Window window() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
  }

  private static void onEvents(Runnable work) {
    try {
      EventQueue.invokeAndWait(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
