package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import java.awt.EventQueue;
import java.nio.file.Path;

/**
 * Plays somebody who names, puts together, splits, rejects, takes back, closes and opens again, and
 * prints what the window shows; {@link ReviewWindowTest} reads that. It needs a screen.
 */
final class ReviewProbe {

  private ReviewProbe() {}

  /**
   * @param args a folder to work in
   */
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    Path folder = Path.of(args[0]);
    Path file = folder.resolve("a.facesj");
    ReviewWindow window = open(SampleArchive.small(file));
    WindowDriver driver = new WindowDriver(window);
    WindowDriver.await(() -> window.rows().getModel().getSize() == 7, "seven rows");
    tell("opened", driver.rows());
    tell("second", second(file));
    WindowDriver.photograph(window, folder.resolve("opened.png").toFile());

    driver.select(0);
    driver.name("Bo", "Done: name 5 faces \"Bo\".");
    driver.select(5, 6);
    driver.decide(window.rows(), "M", "Done: put together 5 faces.");
    tell("merged", driver.rows());
    driver.select(2);
    driver.choose(0, 1);
    driver.decide(window.faces().grid(), "S", "Done: split off 2 faces.");
    tell("split", driver.rows());
    driver.select(0);
    driver.choose(0, 0);
    driver.decide(window.faces().grid(), "X", "Done: take out 1 face.");
    tell("rejected", driver.rows());
    driver.decide(window.rows(), "control Z", "Taken back: take out 1 face.");
    tell("taken back", driver.rows());
    driver.select(2);
    driver.name("Bo", "Done: name");
    driver.decide(window.rows(), "control Z", "Taken back: name");
    driver.choose(1, 2);
    driver.decide(window.faces().grid(), "F", "Done: call 2 faces no face.");
    driver.select(4);
    driver.decide(window.rows(), "I", "Done: ignore a stranger");
    WindowDriver.photograph(window, folder.resolve("worked.png").toFile());
    EventQueue.invokeAndWait(() -> window.filter().show(ShownFaces.IGNORED));
    WindowDriver.await(() -> window.rows().getModel().getSize() == 1, "one stranger");
    tell("strangers", driver.rows());
    EventQueue.invokeAndWait(() -> window.filter().show(ShownFaces.CLUSTERS));
    WindowDriver.await(() -> window.rows().getModel().getSize() > 1, "all rows");

    driver.press(window.rows(), "P");
    WindowDriver.await(() -> window.pairs().current().isPresent(), "a question");
    WindowDriver.photograph(window, folder.resolve("pair.png").toFile());
    MergeSuggestion asked = window.pairs().current().orElseThrow();
    driver.press(window.pairs(), "N");
    WindowDriver.await(
        () -> window.pairs().current().filter(q -> !q.equals(asked)).isPresent(), "the next");
    driver.press(window.pairs(), "U");
    WindowDriver.await(
        () -> window.pairs().current().filter(asked::equals).isPresent(), "the same again");
    driver.press(window.pairs(), "ESCAPE");
    String before = driver.rows();
    tell("left", before);
    EventQueue.invokeAndWait(window::dispose);

    ReviewWindow again = open(reopen(file));
    WindowDriver.await(() -> again.rows().getModel().getSize() > 1, "rows again");
    tell("as left", new WindowDriver(again).rows().equals(before));
    System.exit(0);
  }

  private static ReviewWindow open(Archive archive) throws Exception {
    ReviewModel model = new ReviewModel(archive);
    ReviewWindow[] window = new ReviewWindow[1];
    EventQueue.invokeAndWait(
        () -> {
          window[0] = new ReviewWindow(model, new DrawnBoxes((photo, page, box, stop) -> null));
          window[0].setLocation(20, 20);
          window[0].setVisible(true);
        });
    return window[0];
  }

  private static String second(Path file) {
    try {
      Archive.open(file).close();
      return "opened";
    } catch (Exception e) {
      return e.getMessage().replace(file.toString(), "FILE");
    }
  }

  /** The window closes its archive after what it was doing. */
  private static Archive reopen(Path file) throws Exception {
    for (int i = 0; i < 100 && !second(file).equals("opened"); i++) {
      Thread.sleep(50);
    }
    return Archive.open(file);
  }

  private static void tell(String what, Object value) {
    System.out.println(what + ": " + value);
  }
}
