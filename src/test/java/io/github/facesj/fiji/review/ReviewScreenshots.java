package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.fiji.command.collection.ClusterArchive;
import io.github.facesj.fiji.command.collection.IndexFolder;
import io.github.facesj.run.FacesException;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scijava.Context;
import org.scijava.command.CommandService;

/**
 * Photographs the window for the documentation, with the sample images as the commands index and
 * cluster them. It needs a screen:
 *
 * <pre>xvfb-run -a -s "-screen 0 1920x1200x24" mvn -q test-compile exec:exec@review-screenshots
 * </pre>
 */
final class ReviewScreenshots {

  /** Rendered faces are more alike than people are: the best of docs/ACCURACY.md for them. */
  private static final double THRESHOLD = 0.36;

  private ReviewScreenshots() {}

  /**
   * @param args a folder to write review.png and review_same_person.png into
   */
  public static void main(String[] args) {
    try {
      photograph(Files.createDirectories(Path.of(args[0])));
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1); // the window would keep the program alive
    }
  }

  private static void photograph(Path folder) throws Exception {
    Path file = Files.createTempDirectory("review").resolve("family.facesj");
    try (Context context = new Context()) {
      CommandService commands = context.service(CommandService.class);
      commands
          .run(IndexFolder.class, true, "input", "sample-images", "archive", file.toString())
          .get();
      commands
          .run(ClusterArchive.class, true, "archive", file.toString(), "threshold", THRESHOLD)
          .get();
    }
    ReviewModel model = new ReviewModel(Archive.open(file));
    ReviewWindow[] made = new ReviewWindow[1];
    EventQueue.invokeAndWait(
        () -> {
          made[0] = new ReviewWindow(model, new DrawnBoxes((photo, page, box, stop) -> null));
          made[0].setLocation(20, 20);
          made[0].setVisible(true);
        });
    ReviewWindow window = made[0];
    WindowDriver driver = new WindowDriver(window);
    WindowDriver.await(() -> window.rows().getModel().getSize() > 3, "rows");
    for (int row = 0; row < 2; row++) {
      driver.select(row);
      driver.name(person(model, window.rows().getModel().getElementAt(row)), "Done: name");
    }
    driver.select(1);
    driver.choose(1, 2);
    WindowDriver.photograph(window, folder.resolve("review.png").toFile());
    driver.press(window.rows(), "P");
    WindowDriver.await(() -> window.pairs().current().isPresent(), "a question");
    WindowDriver.photograph(window, folder.resolve("review_same_person.png").toFile());
  }

  /** The folder of the first portrait in a row: sample-images/portraits/ada/ada_1.jpg is of Ada. */
  private static String person(ReviewModel model, ReviewRow row) throws FacesException {
    for (ArchivedFace face : row.faces()) {
      String path = model.archive().photoTable().get(face.photo()).path();
      if (path.contains("/portraits/")) {
        String folder = Path.of(path).getParent().getFileName().toString();
        return Character.toUpperCase(folder.charAt(0)) + folder.substring(1);
      }
    }
    throw new IllegalStateException("No portrait is in this row.");
  }
}
