package io.github.facesj.fiji.review;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** Hands that press keys in a {@link ReviewWindow}, and eyes that wait for what comes of it. */
final class WindowDriver {

  private final ReviewWindow window;

  WindowDriver(ReviewWindow window) {
    this.window = window;
  }

  /** Presses a key in a part of the window. */
  void press(Component part, String key) throws Exception {
    KeyStroke stroke = KeyStroke.getKeyStroke(key);
    EventQueue.invokeAndWait(
        () ->
            SwingUtilities.processKeyBindings(
                new KeyEvent(
                    part,
                    KeyEvent.KEY_PRESSED,
                    System.currentTimeMillis(),
                    stroke.getModifiers(),
                    stroke.getKeyCode(),
                    KeyEvent.CHAR_UNDEFINED)));
  }

  /** Presses a key in the list of rows and waits for the sentence. */
  void decide(Component part, String key, String sentence) throws Exception {
    press(part, key);
    await(() -> window.message().contains(sentence), sentence);
  }

  /** Selects rows by their titles and counts, such as {@code unnamed, 5 faces}. */
  void select(int... rows) throws Exception {
    EventQueue.invokeAndWait(() -> window.rows().setSelectedIndices(rows));
  }

  void choose(int from, int to) throws Exception {
    EventQueue.invokeAndWait(() -> window.faces().grid().choose(from, to));
  }

  /** Types a name and presses Enter. */
  void name(String name, String sentence) throws Exception {
    EventQueue.invokeAndWait(() -> window.faces().name().setText(name));
    press(window.faces().name(), "ENTER");
    await(() -> window.message().contains(sentence), sentence);
  }

  /** All rows, such as {@code Ada, 3 faces; unnamed, 2 faces}. */
  String rows() throws Exception {
    String[] words = new String[1];
    EventQueue.invokeAndWait(
        () ->
            words[0] =
                IntStream.range(0, window.rows().getModel().getSize())
                    .mapToObj(i -> window.rows().getModel().getElementAt(i))
                    .map(row -> row.title() + ", " + row.count())
                    .collect(java.util.stream.Collectors.joining("; ")));
    return words[0];
  }

  static void await(BooleanSupplier condition, String what) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    boolean[] met = new boolean[1];
    while (true) {
      EventQueue.invokeAndWait(() -> met[0] = condition.getAsBoolean());
      if (met[0]) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain for: " + what);
      }
      Thread.sleep(20);
    }
  }

  /** What the screen shows where a window is. */
  static void photograph(Window window, File file) throws Exception {
    Robot robot = new Robot();
    EventQueue.invokeAndWait(
        () -> {
          window.toFront();
          window.repaint();
        });
    Thread.sleep(1500);
    robot.waitForIdle();
    Rectangle bounds = window.getBounds();
    ImageIO.write(robot.createScreenCapture(bounds), "png", file);
  }
}
