package io.github.facesj.fiji.review;

import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Photographs the window for the documentation, with the faces of the sample images, whose boxes
 * are the truth's and whose vectors are made up. It needs a screen:
 *
 * <pre>xvfb-run -a -s "-screen 0 1920x1200x24" mvn -q test-compile exec:exec@review-screenshots
 * </pre>
 */
final class ReviewScreenshots {

  private ReviewScreenshots() {}

  /**
   * @param args a folder to write review.png and review_same_person.png into
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path file = Files.createTempDirectory("review").resolve("family.facesj");
    ReviewModel model = new ReviewModel(SampleArchive.small(file));
    ReviewWindow[] made = new ReviewWindow[1];
    EventQueue.invokeAndWait(
        () -> {
          made[0] = new ReviewWindow(model, new DrawnBoxes((photo, page, box) -> null));
          made[0].setLocation(20, 20);
          made[0].setVisible(true);
        });
    ReviewWindow window = made[0];
    WindowDriver driver = new WindowDriver(window);
    WindowDriver.await(() -> window.rows().getModel().getSize() == 7, "rows");
    driver.select(5);
    driver.name("Ada", "Done: name 3 faces");
    driver.select(0);
    driver.name("Bo", "\"Bo\"");
    driver.select(1);
    driver.name("Chidi", "\"Chidi\"");
    driver.select(1);
    driver.choose(1, 2);
    WindowDriver.photograph(window, folder.resolve("review.png").toFile());
    driver.press(window.rows(), "P");
    WindowDriver.await(() -> window.pairs().current().isPresent(), "a question");
    WindowDriver.photograph(window, folder.resolve("review_same_person.png").toFile());
    System.exit(0);
  }
}
