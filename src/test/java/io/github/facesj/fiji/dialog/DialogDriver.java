package io.github.facesj.fiji.dialog;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;

/** Plays a person at a dialog of a command; parts are found by the parameter's name. */
public final class DialogDriver {

  private final JDialog dialog;

  private DialogDriver(JDialog dialog) {
    this.dialog = dialog;
  }

  /** Waits for a dialog of this title, without the dots. */
  public static DialogDriver await(String title) {
    awaitThat(() -> find(title).isPresent(), "the dialog " + title);
    return new DialogDriver(find(title).orElseThrow());
  }

  private static Optional<JDialog> find(String title) {
    return Arrays.stream(Window.getWindows())
        .filter(JDialog.class::isInstance)
        .map(JDialog.class::cast)
        .filter(d -> d.isShowing() && title.equals(d.getTitle()))
        .findFirst();
  }

  /** Waits until something is so. */
  public static void awaitThat(Callable<Boolean> condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    try {
      while (!condition.call()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("Waited in vain for " + what);
        }
        Thread.sleep(20);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The window itself. */
  public JDialog window() {
    return dialog;
  }

  /** The part that answers for a parameter. */
  public Component input(String name) {
    return all(dialog)
        .filter(c -> name.equals(c.getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The dialog does not ask for " + name));
  }

  /** Whether the question can be seen without Details. */
  public boolean asks(String name) {
    return input(name).isShowing();
  }

  /** What a question shows. */
  public String text(String name) {
    return onEvents(
        () -> {
          Component input = input(name);
          if (input instanceof JTextComponent text) {
            return text.getText();
          }
          return input instanceof JComboBox<?> list
              ? String.valueOf(list.getSelectedItem())
              : String.valueOf(((AbstractButton) input).isSelected());
        });
  }

  /** The entries of a list. */
  public List<String> entries(String name) {
    return onEvents(
        () -> {
          JComboBox<?> list = (JComboBox<?>) input(name);
          return IntStream.range(0, list.getItemCount())
              .mapToObj(i -> String.valueOf(list.getItemAt(i)))
              .toList();
        });
  }

  /** Writes a text, or chooses the entry of that text. */
  public void answer(String name, String text) {
    onEvents(
        () -> {
          if (input(name) instanceof JTextComponent field) {
            field.setText(text);
          } else {
            JComboBox<?> list = (JComboBox<?>) input(name);
            list.setSelectedIndex(entries(name).indexOf(text));
          }
          return null;
        });
  }

  /** Ticks a box, or takes the tick away. */
  public void tick(String name) {
    onEvents(
        () -> {
          ((AbstractButton) input(name)).doClick(0);
          return null;
        });
  }

  /** Presses the button whose label begins so. */
  public void press(String label) {
    AbstractButton button = button(label);
    EventQueue.invokeLater(() -> button.doClick(0)); // it may open another dialog
  }

  /** Whether the button can be pressed. */
  public boolean isEnabled(String label) {
    return onEvents(() -> button(label).isEnabled());
  }

  /** Whether there is such a button to be seen. */
  public boolean hasButton(String label) {
    return onEvents(() -> buttons(label).findFirst().isPresent());
  }

  private Stream<AbstractButton> buttons(String label) {
    return all(dialog)
        .filter(AbstractButton.class::isInstance)
        .map(AbstractButton.class::cast)
        .filter(b -> b.isShowing() && b.getText() != null && b.getText().startsWith(label));
  }

  private AbstractButton button(String label) {
    return buttons(label)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The dialog has no button " + label));
  }

  /** All that the dialog says in sentences. */
  public String sentences() {
    return onEvents(
        () ->
            all(dialog)
                .filter(JTextArea.class::isInstance)
                .map(c -> ((JTextArea) c).getText())
                .reduce("", (a, b) -> a + b + "\n"));
  }

  /** Waits until the dialog has gone. */
  public void awaitClosed() {
    awaitThat(() -> !dialog.isShowing(), "the end of " + dialog.getTitle());
  }

  private static Stream<Component> all(Container container) {
    return Arrays.stream(container.getComponents())
        .flatMap(
            c -> c instanceof Container in ? Stream.concat(Stream.of(c), all(in)) : Stream.of(c));
  }

  private static <T> T onEvents(Callable<T> work) {
    if (EventQueue.isDispatchThread()) {
      return call(work);
    }
    AtomicReference<T> result = new AtomicReference<>();
    try {
      EventQueue.invokeAndWait(() -> result.set(call(work)));
    } catch (InterruptedException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
    return result.get();
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
