package io.github.facesj.fiji.dialog;

import io.github.facesj.fiji.command.collection.IndexFolder;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Plays a person with a keyboard at the dialog of Index Folder, who chooses a model that is not
 * here; {@link AskTest} reads what came of it. It needs a screen, and a models folder without
 * models.
 */
final class KeysProbe {

  private static final String TITLE = "Index Folder";
  private static final String QUESTION = "Download a model";

  private final Robot robot = new Robot();
  private final CommandService commands;

  private KeysProbe(CommandService commands) throws AWTException {
    this.commands = commands;
  }

  /**
   * @param args a folder of photos, and the archive to make
   */
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    KeysProbe probe = new KeysProbe(new Context().service(CommandService.class));
    probe.escape();
    probe.enter(args[0], args[1]);
    System.exit(0);
  }

  private void escape() throws Exception {
    Future<CommandModule> asked = commands.run(IndexFolder.class, true);
    DialogDriver dialog = DialogDriver.await(TITLE);
    awaitFocus(dialog, "input");
    key(KeyEvent.VK_ESCAPE);
    tell("escape", asked.get().isCanceled());
  }

  private void enter(String photos, String archive) throws Exception {
    Future<CommandModule> asked = commands.run(IndexFolder.class, true);
    DialogDriver dialog = DialogDriver.await(TITLE);
    awaitFocus(dialog, "input");
    type(photos);
    key(KeyEvent.VK_TAB);
    key(KeyEvent.VK_TAB);
    awaitFocus(dialog, "archive");
    type(archive);
    tell("typed", dialog.text("input").equals(photos) && dialog.text("archive").equals(archive));

    String absent =
        dialog.entries("embedder").stream()
            .filter(words -> words.endsWith("not here yet"))
            .findFirst()
            .orElseThrow();
    popUp(dialog, "embedder", absent);
    DialogDriver question = DialogDriver.await(QUESTION);
    question.press("No");
    question.awaitClosed();
    DialogDriver.awaitThat(
        () -> dialog.text("embedder").equals("FacesJ embedder, part of FacesJ"),
        "the choice before");
    tell("declined", dialog.text("embedder"));

    dialog.answer("embedder", absent); // as with the arrow keys: nothing is asked yet
    awaitFocus(dialog, "archive");
    key(KeyEvent.VK_ENTER);
    DialogDriver again = DialogDriver.await(QUESTION);
    again.press("No");
    again.awaitClosed();
    tell("stays", dialog.window().isShowing());

    dialog.press("Defaults");
    DialogDriver.awaitThat(() -> dialog.text("input").isEmpty(), "the defaults");
    dialog.answer("input", photos);
    dialog.answer("archive", archive);
    awaitFocus(dialog, "archive");
    key(KeyEvent.VK_ENTER);
    CommandModule module = asked.get();
    tell("enter", module.isCanceled() + " " + module.getOutput("report"));
  }

  private static void popUp(DialogDriver dialog, String name, String entry)
      throws InterruptedException, InvocationTargetException {
    JComboBox<?> list = (JComboBox<?>) dialog.input(name);
    EventQueue.invokeAndWait(
        () -> {
          list.showPopup();
          list.setSelectedIndex(dialog.entries(name).indexOf(entry));
          list.hidePopup();
        });
  }

  private static void awaitFocus(DialogDriver dialog, String name) {
    Component input = dialog.input(name);
    DialogDriver.awaitThat(
        () -> {
          boolean has =
              KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() == input;
          if (!has) {
            EventQueue.invokeAndWait(
                () -> {
                  dialog.window().toFront(); // there is no window manager
                  input.requestFocus();
                });
          }
          return has;
        },
        "the keyboard at " + name);
  }

  /** Letters, digits and the marks of paths, on a keyboard as Xvfb has it. */
  private void type(String text) {
    text.chars()
        .forEach(
            c -> {
              boolean shift = Character.isUpperCase(c) || c == '_';
              int code = c == '_' ? KeyEvent.VK_MINUS : KeyEvent.getExtendedKeyCodeForChar(c);
              if (shift) {
                robot.keyPress(KeyEvent.VK_SHIFT);
              }
              robot.keyPress(code);
              robot.keyRelease(code);
              if (shift) {
                robot.keyRelease(KeyEvent.VK_SHIFT);
              }
            });
    robot.waitForIdle();
  }

  private void key(int... codes) {
    IntStream.of(codes)
        .forEach(
            code -> {
              robot.keyPress(code);
              robot.keyRelease(code);
            });
    robot.waitForIdle();
  }

  private static void tell(String what, Object value) {
    System.out.println(what + ": " + value);
  }
}
