package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.Decisions;
import io.github.facesj.run.Progress;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.swing.JComponent;

/**
 * How long the window takes with many faces: to open, to paint while somebody scrolls, to decide.
 * It needs a screen:
 *
 * <pre>xvfb-run -a -s "-screen 0 1920x1200x24" mvn -q test-compile exec:exec@review-benchmark</pre>
 */
final class ReviewBenchmark {

  private static final int STEPS = 200;

  private ReviewBenchmark() {}

  /**
   * @param args number of faces
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("review");
    Path file = folder.resolve("many.facesj");
    SampleArchive.many(file, Integer.parseInt(args[0])).close();
    tell("archive, MB", Files.size(file) / 1e6);

    long start = System.nanoTime();
    Archive archive = Archive.open(file);
    ReviewModel model = new ReviewModel(archive);
    ReviewWindow[] made = new ReviewWindow[1];
    EventQueue.invokeAndWait(
        () -> {
          made[0] = new ReviewWindow(model, new DrawnBoxes((photo, page, box, stop) -> null));
          made[0].setSize(1280, 800);
          made[0].setVisible(true);
        });
    ReviewWindow window = made[0];
    WindowDriver.await(() -> window.rows().getModel().getSize() > 0, "rows");
    tell("open until the rows are there, ms", millis(start));
    tell("rows", window.rows().getModel().getSize());
    scroll("rows", window.rows());
    scroll("faces of the largest cluster", window.faces().grid());

    WindowDriver driver = new WindowDriver(window);
    start = System.nanoTime();
    driver.name("Ada", "Done: name");
    tell("name the largest cluster, ms", millis(start));
    start = System.nanoTime();
    driver.decide(window.rows(), "control Z", "Taken back");
    tell("undo, ms", millis(start));
    EventQueue.invokeAndWait(window::dispose);

    for (int i = 0; i < 200 && !isFree(file); i++) {
      Thread.sleep(50);
    }
    try (ReviewModel again = new ReviewModel(Archive.open(file))) {
      start = System.nanoTime();
      int pairs = again.questions(Progress.SILENT).size();
      tell("look for pairs, ms", millis(start));
      tell("pairs", pairs);
      again.decide(Decisions::redo);
    }
    Runtime.getRuntime().gc();
    tell("heap after all, MB", used());
    System.exit(0);
  }

  private static boolean isFree(Path file) {
    try {
      Archive.open(file).close();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  /** Steps through the whole height, and paints what is in sight at once, as a scroll bar does. */
  private static void scroll(String what, JComponent part) throws Exception {
    double[] took = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      int step = i;
      EventQueue.invokeAndWait(
          () -> {
            Rectangle sight = part.getVisibleRect();
            int y = (int) ((long) (part.getHeight() - sight.height) * step / STEPS);
            long start = System.nanoTime();
            part.scrollRectToVisible(new Rectangle(0, y, 1, sight.height));
            part.paintImmediately(part.getVisibleRect());
            took[step] = millis(start);
          });
      Thread.sleep(10); // in which thumbnails arrive
    }
    Arrays.sort(took);
    tell("scroll " + what + ", ms, median", took[STEPS / 2]);
    tell("scroll " + what + ", ms, 95 %", took[STEPS * 95 / 100]);
    tell("scroll " + what + ", ms, longest", took[STEPS - 1]);
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }

  private static double used() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static void tell(String what, double value) {
    System.out.printf(Locale.ROOT, "%s: %.1f%n", what, value);
  }
}
