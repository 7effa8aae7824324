package io.github.facesj.ij1;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * Plays a user at the dialog of {@link EveryKind}, in ImageJ with its windows, and prints what came
 * of it; {@link DialogTest} reads that. It needs a screen, such as Xvfb's.
 */
final class DialogProbe {

  private DialogProbe() {}

  /**
   * @param args where to write a picture of the dialog
   */
  @SuppressWarnings("unchecked") // ImageJ's table is older than generics
  public static void main(String[] args) throws Exception {
    new ImageJ(ImageJ.NO_SHOW);
    Menus.getCommands()
        .put("Every Kind...", Bridge.class.getName() + "(\"" + EveryKind.class.getName() + "\")");
    new Recorder();
    ImagePlus face = new ImagePlus("a face", new ByteProcessor(64, 64));
    new ImagePlus("another", new ByteProcessor(32, 32)).show();
    face.show();

    GenericDialog dialog = open(face);
    Rectangle bounds = dialog.getBounds();
    IJ.wait(500);
    ImageIO.write(new Robot().createScreenCapture(bounds), "png", new File(args[0]));
    tell("models", items((Choice) dialog.getChoices().get(0)));
    TextField score = (TextField) dialog.getNumericFields().get(0);
    tell("score", score.getText());
    Checkbox preview = (Checkbox) dialog.getCheckboxes().lastElement();
    EventQueue.invokeAndWait(() -> tick(preview));
    await(() -> face.getProperty("previews") != null);
    EventQueue.invokeAndWait(() -> score.setText("0.7"));
    await(() -> String.valueOf(face.getProperty("previews")).contains("0.7"));
    tell("previews", face.getProperty("previews"));
    EventQueue.invokeAndWait(() -> score.setText("x"));
    await(() -> !ok(dialog).isEnabled());
    tell("nonsense", "OK is off");
    EventQueue.invokeAndWait(() -> score.setText("0.75"));
    await(() -> ok(dialog).isEnabled());
    TextField least = (TextField) dialog.getNumericFields().get(1);
    TextField name = (TextField) dialog.getStringFields().get(0);
    EventQueue.invokeAndWait(() -> least.setText("31"));
    await(() -> name.getText().equals("min is 31"));
    tell("callback", name.getText());
    await(() -> ((Choice) dialog.getChoices().get(0)).getItemCount() == 3);
    tell("models after", items((Choice) dialog.getChoices().get(0)));
    EventQueue.invokeAndWait(() -> tick((Checkbox) dialog.getCheckboxes().get(1)));
    press(dialog, ok(dialog));
    await(() -> ResultsTable.getResultsTable().size() == 1);
    ResultsTable table = ResultsTable.getResultsTable();
    tell("ran", table.getStringValue("score", 0) + " " + table.getStringValue("minsize", 0));
    await(() -> Recorder.getInstance().getText().contains("Every Kind"));
    tell("recorded", Recorder.getInstance().getText().lines().reduce((a, b) -> b).orElse(""));

    tell("made", WindowManager.getImage("made").isVisible());

    GenericDialog second = open(face);
    EventQueue.invokeAndWait(() -> tick((Checkbox) second.getCheckboxes().lastElement()));
    await(() -> !"undone".equals(face.getProperty("previews")));
    press(second, second.getButtons()[1]);
    await(() -> "undone".equals(face.getProperty("previews")));
    tell("canceled", face.getProperty("previews"));
    System.exit(0);
  }

  private static GenericDialog open(ImagePlus image) {
    new Executer("Every Kind...", image); // whichever window is active
    await(() -> GenericDialog.getInstance() != null && GenericDialog.getInstance().isShowing());
    return GenericDialog.getInstance();
  }

  private static java.awt.Button ok(GenericDialog dialog) {
    return dialog.getButtons()[0];
  }

  private static void press(GenericDialog dialog, Component button) throws Exception {
    EventQueue.invokeAndWait(
        () -> dialog.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, "")));
  }

  private static void tick(Checkbox box) {
    box.setState(!box.getState());
    for (var listener : box.getItemListeners()) {
      listener.itemStateChanged(
          new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, box, ItemEvent.SELECTED));
    }
  }

  private static List<String> items(Choice choice) {
    return java.util.stream.IntStream.range(0, choice.getItemCount())
        .mapToObj(choice::getItem)
        .toList();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        StackTraceElement line = new Throwable().getStackTrace()[1];
        tell("waited in vain", line + " " + IJ.getLog());
        System.exit(1);
      }
      IJ.wait(20);
    }
  }

  private static void tell(String what, Object value) {
    System.out.println(what + ": " + value);
  }
}
