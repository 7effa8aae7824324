package io.github.facesj.app;

import ij.IJ;
import ij.ImageJ;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JProgressBar;
import javax.swing.JTextField;

/** Stops a run of plain ImageJ by Esc, and by Cancel, and says what happened. */
final class StopProbe {

  private static final String TITLE = "Detect in Folder";

  private final ImageJ imagej;
  private final Path photos;

  private StopProbe(ImageJ imagej, Path photos) {
    this.imagej = imagej;
    this.photos = photos;
  }

  /**
   * @param args folder of photos
   */
  public static void main(String[] args) throws Exception {
    ImageJ imagej = new ImageJ();
    MenuEntries.install();
    StopProbe probe = new StopProbe(imagej, Path.of(args[0]));
    probe.stopped("escape", () -> probe.escape(imagej));
    probe.stopped("cancel", () -> cancel().doClick());
    probe.inBatchMode();
    System.exit(0);
  }

  /** Starts a run in a macro, and stops it when its window is there. */
  private void stopped(String how, Runnable stop) throws Exception {
    CompletableFuture<Void> run = start(how, "");
    while (!run.isDone() && !isUnderWay()) {
      Thread.sleep(20);
    }
    System.out.println(how + " window: " + window().map(Frame::getTitle));
    if (how.equals("escape")) {
      inATextField(run);
    }
    long start = System.nanoTime();
    EventQueue.invokeAndWait(stop);
    run.get(60, TimeUnit.SECONDS);
    System.out.println(how + " within seconds: " + (System.nanoTime() - start < 10_000_000_000L));
    EventQueue.invokeAndWait(() -> {});
    Thread.sleep(1000);
    System.out.println(how + " window after: " + window().isPresent());
    Path unfinished = photos.resolveSibling(how + ".csv.unfinished");
    boolean some = Files.size(unfinished) > 0 && Files.notExists(table(how));
    System.out.println(how + " kept some: " + (some ? "yes" : "no"));
  }

  /** Whoever leaves a field with Esc wants no more than that. */
  private void inATextField(CompletableFuture<Void> run) throws Exception {
    JFrame frame = new JFrame("other");
    JTextField field = new JTextField("text");
    frame.add(field);
    escape(field);
    try {
      run.get(500, TimeUnit.MILLISECONDS);
      System.out.println("stopped by a text field");
    } catch (TimeoutException e) {
      System.out.println("a text field stops nothing");
    }
    frame.dispose();
  }

  private void inBatchMode() throws Exception {
    CompletableFuture<Void> run = start("batch", "setBatchMode(true); ");
    Thread.sleep(2500);
    System.out.println("batch window: " + window().isPresent() + ", running: " + !run.isDone());
    escape(imagej);
    run.get(60, TimeUnit.SECONDS);
  }

  private CompletableFuture<Void> start(String how, String before) {
    String command =
        String.format(
            Locale.ROOT,
            "%srun(\"%s...\", \"input=[%s] output=[%s]\");",
            before,
            TITLE,
            photos,
            table(how));
    return CompletableFuture.runAsync(
        () -> IJ.runMacro(command), task -> new Thread(task, "macro").start());
  }

  private Path table(String how) {
    return photos.resolveSibling(how + ".csv");
  }

  private void escape(Component at) {
    Toolkit.getDefaultToolkit()
        .getSystemEventQueue()
        .postEvent(
            new KeyEvent(
                at,
                KeyEvent.KEY_PRESSED,
                System.currentTimeMillis(),
                0,
                KeyEvent.VK_ESCAPE,
                KeyEvent.CHAR_UNDEFINED));
  }

  private static Optional<Frame> window() {
    return Arrays.stream(Frame.getFrames())
        .filter(Window::isShowing)
        .filter(frame -> frame.getTitle().equals(TITLE))
        .findFirst();
  }

  /** There is a window, and some photos are done. */
  private static boolean isUnderWay() {
    return window()
        .flatMap(in -> part(in, JProgressBar.class))
        .filter(b -> b.getValue() > 0)
        .isPresent();
  }

  private static JButton cancel() {
    return part(window().orElseThrow(), JButton.class).orElseThrow();
  }

  private static <T> Optional<T> part(Container in, Class<T> type) {
    for (Component c : in.getComponents()) {
      if (type.isInstance(c)) {
        return Optional.of(type.cast(c));
      }
      Optional<T> below = c instanceof Container d ? part(d, type) : Optional.empty();
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }
}
