package io.github.facesj.ij1;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;
import io.github.facesj.fiji.dialog.DialogDriver;

/**
 * Plays a user at the dialog of {@link EveryKind}, in ImageJ with its windows, and prints what came
 * of it; {@link DialogTest} reads that. It needs a screen, such as Xvfb's.
 */
final class DialogProbe {

  private static final String COMMAND = "Every Kind...";

  private DialogProbe() {}

  @SuppressWarnings("unchecked") // ImageJ's table is older than generics
  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    new ImageJ(ImageJ.NO_SHOW);
    Menus.getCommands()
        .put(COMMAND, Bridge.class.getName() + "(\"" + EveryKind.class.getName() + "\")");
    new Recorder();
    ImagePlus face = new ImagePlus("a face", new ByteProcessor(64, 64));
    new ImagePlus("another", new ByteProcessor(32, 32)).show();
    face.show();
    firstTime(face);
    again(face);
    afterAnError(face);
    inAMacro();
    canceled(face);
    System.exit(0);
  }

  private static void firstTime(ImagePlus face) {
    DialogDriver dialog = open(face);
    tell("models", dialog.entries("model"));
    tell("score", dialog.text("score"));
    dialog.tick("preview");
    await(() -> face.getProperty("previews") != null);
    dialog.answer("score", "0.7");
    await(() -> previews(face).contains("0.7"));
    tell("previews", previews(face));
    dialog.answer("score", "x");
    await(() -> !dialog.isEnabled("OK"));
    tell("nonsense", "OK is off");
    tell("why", dialog.sentences().contains("The parameter score must be a number"));
    dialog.answer("score", "0.75");
    await(() -> dialog.isEnabled("OK"));
    dialog.answer("minsize", "31");
    await(() -> dialog.text("name").equals("min is 31"));
    tell("callback", dialog.text("name"));
    await(() -> dialog.entries("model").size() == 3);
    tell("models after", dialog.entries("model"));
    dialog.tick("overlay");
    dialog.press("OK");
    awaitRows(1);
    tellRow("ran", "score", "minsize");
    await(() -> Recorder.getInstance().getText().contains("Every Kind"));
    tell("recorded", lastLine());
    await(
        () -> WindowManager.getImage("made") != null && WindowManager.getImage("made").isVisible());
    tell("made", "visible");
  }

  private static void again(ImagePlus face) {
    DialogDriver dialog = open(face);
    tell("remembered", dialog.text("score") + " " + dialog.text("overlay"));
    dialog.press("Defaults");
    await(() -> dialog.text("score").equals("0.5"));
    tell("defaults", dialog.text("score") + " " + dialog.text("overlay"));
    await(() -> dialog.text("name").equals("min is 20")); // which the command's callback writes
    dialog.answer("name", "");
    dialog.press("OK");
    awaitRows(1);
    await(() -> lastLine().equals("run(\"Every Kind...\");"));
    tell("recorded defaults", lastLine());
  }

  private static void afterAnError(ImagePlus face) {
    DialogDriver wrong = open(face);
    wrong.answer("score", "7");
    wrong.answer("name", "kept");
    wrong.press("OK");
    wrong.awaitClosed();
    DialogDriver back = DialogDriver.await("Every Kind");
    tell("came back", back.text("score") + " " + back.text("name"));
    tell("said", back.sentences().contains("must be between 0 and 1, but was 7.0."));
    back.answer("score", "0.25");
    back.press("OK");
    awaitRows(1);
    tellRow("then ran", "score", "name");
    await(() -> lastLine().contains("0.25"));
    tell("recorded once", lastLine());
  }

  /** Whatever was answered before. */
  private static void inAMacro() {
    ResultsTable.getResultsTable().reset();
    new Interpreter().run("run(\"Every Kind...\");");
    tellRow("macro", "score", "name", "overlay");
  }

  private static void canceled(ImagePlus face) {
    face.setProperty("previews", "");
    DialogDriver dialog = open(face);
    dialog.tick("preview");
    await(() -> !previews(face).isEmpty());
    dialog.press("Cancel");
    await(() -> previews(face).equals("undone"));
    tell("canceled", previews(face));
  }

  private static DialogDriver open(ImagePlus image) {
    ResultsTable.getResultsTable().reset();
    new Executer(COMMAND, image); // whichever window is active
    return DialogDriver.await("Every Kind");
  }

  private static void awaitRows(int rows) {
    await(() -> ResultsTable.getResultsTable().size() == rows);
  }

  private static void tellRow(String what, String... columns) {
    StringBuilder row = new StringBuilder();
    for (String column : columns) {
      row.append(ResultsTable.getResultsTable().getStringValue(column, 0)).append(' ');
    }
    tell(what, row.toString().strip());
  }

  private static String previews(ImagePlus image) {
    return String.valueOf(image.getProperty("previews"));
  }

  private static String lastLine() {
    return Recorder.getInstance()
        .getText()
        .lines()
        .filter(line -> line.startsWith("run(")) // ImageJ notes which image is in front, too
        .reduce((a, b) -> b)
        .orElse("");
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    DialogDriver.awaitThat(
        condition,
        new Throwable().getStackTrace()[1] + " " + IJ.getLog() + Recorder.getInstance().getText());
  }

  private static void tell(String what, Object value) {
    System.out.println(what + ": " + value);
  }
}
