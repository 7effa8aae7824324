package io.github.facesj.app;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import io.github.facesj.fiji.dialog.DialogDriver;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * Photographs plain ImageJ at work for the documentation: the dialog of Detect Faces with its
 * preview, the result, and the models. It needs a screen of its own, without a window manager:
 *
 * <pre>xvfb-run -a -s "-screen 0 1920x1200x24" mvn -q exec:exec@screenshots</pre>
 */
final class Screenshots {

  private static final String COMMAND = "Detect Faces...";
  private static final int GAP = 16;

  private final Robot robot = new Robot();
  private final Window desk = new Window(null);
  private final Path folder;

  private Screenshots(Path folder) throws Exception {
    this.folder = folder;
  }

  /**
   * @param args a photo, and the folder to write dialog.png, result.png and models.png into
   */
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1); // which ImageJ's windows would otherwise prevent
        });
    new Screenshots(Files.createDirectories(Path.of(args[1]))).take(args[0]);
    System.exit(0);
  }

  private void take(String photo) throws Exception {
    desk.setBackground(new Color(0xE4E8EC)); // a plain desk instead of the naked root window
    desk.setSize(Toolkit.getDefaultToolkit().getScreenSize());
    desk.setVisible(true);
    StartImageJ.main(new String[0]);
    Window imagej = IJ.getInstance();
    place(imagej, GAP, GAP);
    ImagePlus image = IJ.openImage(photo);
    image.show();
    IJ.run(image, "Set... ", "zoom=66.7");
    Window picture = image.getWindow();
    place(picture, GAP, below(imagej));

    new Executer(COMMAND, image);
    DialogDriver dialog = DialogDriver.await(COMMAND.replace("...", ""));
    place(dialog.window(), beside(picture), GAP);
    dialog.tick("preview");
    await(() -> image.getOverlay() != null);
    save("dialog.png", imagej, picture, dialog.window());

    dialog.tick("manager");
    dialog.press("OK");
    await(() -> RoiManager.getInstance() != null && RoiManager.getInstance().getCount() > 0);
    await(() -> ResultsTable.getResultsTable().size() > 0 && IJ.getTextPanel() != null);
    Window manager = RoiManager.getInstance();
    place(manager, beside(picture), GAP);
    Window table = ResultsTable.getResultsWindow();
    int width = manager.getX() + manager.getWidth() - GAP;
    table.setBounds(GAP, below(picture), width, 200);
    image.updateAndDraw();
    save("result.png", imagej, picture, manager, table);

    for (Window window : List.of(imagej, picture, manager, table)) {
      EventQueue.invokeAndWait(() -> window.setVisible(false));
    }
    new Executer("Models...", null);
    await(() -> frame("FacesJ Models").isPresent());
    Window models = frame("FacesJ Models").orElseThrow();
    place(models, GAP, GAP);
    save("models.png", models);
  }

  private static Optional<Window> frame(String title) {
    return Arrays.stream(Frame.getFrames())
        .filter(frame -> frame.getTitle().equals(title) && frame.isShowing())
        .map(Window.class::cast)
        .findFirst();
  }

  private static int below(Component window) {
    return window.getY() + window.getHeight() + GAP;
  }

  private static int beside(Component window) {
    return window.getX() + window.getWidth() + GAP;
  }

  private static void place(Window window, int x, int y) throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          window.setLocation(x, y);
          window.toFront();
        });
  }

  /** Writes the part of the screen that these windows cover, which none of them may leave. */
  private void save(String name, Window... windows) throws IOException {
    robot.waitForIdle();
    IJ.wait(1500); // ImageJ draws late
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    Rectangle all = new Rectangle(windows[0].getBounds());
    Arrays.stream(windows).map(Window::getBounds).forEach(all::add);
    all.grow(GAP, GAP);
    if (!new Rectangle(screen).contains(all)) {
      throw new IOException("The screen of " + screen + " is too small for " + all + ".");
    }
    File file = folder.resolve(name).toFile();
    ImageIO.write(robot.createScreenCapture(all), "png", file);
    System.out.println(file);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited in vain. ImageJ's log: " + IJ.getLog());
      }
      IJ.wait(50);
    }
  }
}
