package io.github.facesj.fiji.dialog;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import io.github.facesj.app.StartImageJ;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JDialog;
import javax.swing.UIManager;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * Photographs the dialog of every command, as it opens and with its details, and fails on one that
 * does not fit the screen. It needs a screen, as small as users have:
 *
 * <pre>xvfb-run -a -s "-screen 0 1280x800x24" mvn -q test-compile exec:exec@dialogs</pre>
 */
final class DialogScreenshots {

  private final Robot robot = new Robot();
  private final Path folder;
  private final ImagePlus image;

  private DialogScreenshots(Path folder, ImagePlus image) throws Exception {
    this.folder = folder;
    this.image = image;
  }

  /**
   * @param args a photo, a folder for the pictures, and perhaps the class of a look of Swing
   */
  public static void main(String[] args) {
    try {
      if (args.length > 2) {
        UIManager.setLookAndFeel(args[2]);
      }
      StartImageJ.main(new String[0]);
      ImagePlus image = IJ.openImage(args[0]);
      image.show();
      DialogScreenshots all =
          new DialogScreenshots(Files.createDirectories(Path.of(args[1])), image);
      for (CommandInfo command : commands()) {
        all.take(command);
      }
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1); // ImageJ's windows would keep the program alive
    }
  }

  private static List<CommandInfo> commands() {
    try (Context context = new Context(CommandService.class)) {
      return context.service(CommandService.class).getCommands().stream()
          .filter(info -> info.getDelegateClassName().startsWith("io.github.facesj.fiji.command"))
          .filter(DialogScreenshots::asks)
          .toList();
    }
  }

  private static boolean asks(CommandInfo info) {
    try {
      Class<? extends Command> type = info.loadDelegateClass().asSubclass(Command.class);
      return type.getAnnotation(Questions.class).value().length > 0;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(CommandInfo command) throws IOException {
    String name = Titles.of(command);
    new Executer(name, image);
    DialogDriver dialog = DialogDriver.await(name.replace("...", ""));
    String file = command.getDelegateClassName().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
    save(dialog.window(), file + ".png");
    if (dialog.hasButton("Details")) {
      dialog.press("Details");
      DialogDriver.awaitThat(() -> dialog.hasButton("Fewer"), "the details");
      save(dialog.window(), file + "_details.png");
    }
    dialog.press("Cancel");
    dialog.awaitClosed();
  }

  private void save(JDialog dialog, String name) throws IOException {
    robot.waitForIdle();
    IJ.wait(250);
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    Rectangle bounds = dialog.getBounds();
    if (!new Rectangle(screen).contains(bounds)) {
      throw new IOException("The screen of " + screen + " is too small for " + name + bounds);
    }
    Path file = folder.resolve(name);
    ImageIO.write(robot.createScreenCapture(bounds), "png", file.toFile());
    System.out.println(file + " " + bounds.width + " x " + bounds.height);
  }
}
