package io.github.facesj.fiji.dialog;

import ij.IJ;
import ij.ImagePlus;
import io.github.facesj.fiji.command.faces.OpenPhoto;
import java.awt.Window;
import java.util.Arrays;
import java.util.concurrent.Future;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Plays a person at a command of a SciJava context, as Fiji has one, and prints what came of it;
 * {@link AskTest} reads that. It needs a screen.
 */
final class AskProbe {

  private AskProbe() {}

  /**
   * @param args a photo
   */
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    Context context = new Context();
    CommandService commands = context.service(CommandService.class);
    Future<CommandModule> asked = commands.run(OpenPhoto.class, true);
    DialogDriver dialog = DialogDriver.await("Open Photo");
    tell("asks", dialog.asks("path") + " " + dialog.asks("page"));
    dialog.answer("path", "/nowhere/a.jpg");
    dialog.press("OK");
    dialog.awaitClosed();
    DialogDriver back = DialogDriver.await("Open Photo");
    tell("came back", back.text("path"));
    tell("said", back.sentences().contains("/nowhere/a.jpg"));
    back.answer("path", args[0]);
    back.press("OK");
    ImagePlus photo = (ImagePlus) asked.get().getOutput("photo");
    tell("opened", photo.getTitle());

    Future<CommandModule> second = commands.run(OpenPhoto.class, true);
    DialogDriver again = DialogDriver.await("Open Photo");
    tell("remembered", again.text("path").equals(args[0]));
    tell("recent", again.hasButton("Recent"));
    again.press("Cancel");
    tell("canceled", second.get().isCanceled() + " [" + second.get().getCancelReason() + "]");

    CommandModule script = commands.run(OpenPhoto.class, true, "page", 1).get();
    tell("script", script.getCancelReason());
    tell("windows", Arrays.stream(Window.getWindows()).filter(Window::isShowing).count());
    IJ.wait(100);
    System.exit(0);
  }

  private static void tell(String what, Object value) {
    System.out.println(what + ": " + value);
  }
}
