package io.github.facesj.ij1;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import io.github.facesj.fiji.parameter.CommandErrors;
import java.util.List;
import org.scijava.Initializable;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.command.Previewable;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** A command with a parameter of every kind, which tells in its table what it was given. */
@Plugin(
    type = Command.class,
    headless = true,
    menuPath = "Plugins>Test>Every Kind...",
    description = "Shows what it was given.")
public class EveryKind extends DynamicCommand implements Initializable, Previewable {

  enum Square {
    NONE,
    HEIGHT
  }

  @Parameter private LogService log;

  @Parameter private ImagePlus image;

  @Parameter(visibility = ItemVisibility.MESSAGE, persist = false)
  @SuppressWarnings("unused")
  private String note = "A note above the questions.";

  @Parameter(label = "Detection model", persist = false)
  private String model;

  @Parameter(
      label = "Score threshold",
      description = "Faces below it are left out.",
      style = "slider",
      min = "0",
      max = "1",
      stepSize = "0.01",
      persist = false)
  private double score = 0.5;

  @Parameter(label = "Smallest face", min = "1", persist = false, callback = "minChanged")
  private int minsize = 20;

  @Parameter(label = "Flip", persist = false)
  private boolean flip;

  @Parameter(label = "Overlay", persist = false)
  private boolean overlay = true;

  @Parameter(label = "Boxes", persist = false)
  private Square square = Square.NONE;

  @Parameter(
      label = "Kind",
      choices = {"one", "two words"},
      persist = false)
  private String kind = "one";

  @Parameter(label = "Name", persist = false, required = false)
  private String name = "";

  @Parameter(label = "Input folder", style = "directory", persist = false, required = false)
  private String input = "";

  @Parameter(label = "Output file", style = "save", persist = false, required = false)
  @SuppressWarnings("unused")
  private String output = "";

  @Parameter(label = "Other image", persist = false, required = false)
  private ImagePlus other;

  @Parameter(label = "Reset", callback = "reset", required = false)
  @SuppressWarnings("unused")
  private Button button;

  @Parameter(label = "Preview", required = false, persist = false)
  private boolean preview;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  @SuppressWarnings("unused")
  private ImagePlus made;

  @Override
  public void initialize() {
    getInfo().getMutableInput("model", String.class).setChoices(List.of("small", "large"));
    model = "small";
  }

  @SuppressWarnings("unused") // a callback, named above
  private void minChanged() {
    name = "min is " + minsize;
    getInfo().getMutableInput("model", String.class).setChoices(List.of("small", "large", "huge"));
  }

  @SuppressWarnings("unused") // a callback, named above
  private void reset() {
    minsize = 20;
  }

  @Override
  public void preview() {
    if (preview) {
      image.setProperty("previews", image.getProperty("previews") + " " + score);
    }
  }

  @Override
  public void cancel() {
    if (image != null) {
      image.setProperty("previews", "undone");
    }
  }

  @Override
  public void run() {
    CommandErrors.guard(this, this::tell);
  }

  private void tell() {
    if (score < 0 || score > 1) {
      throw new IllegalArgumentException(
          "The score threshold must be between 0 and 1, but was " + score + ".");
    }
    if (minsize == 13) {
      throw new IllegalStateException("thirteen");
    }
    made = new ImagePlus("made", image.getProcessor().duplicate());
    table = new ResultsTable();
    table.addRow();
    table.addValue("image", image.getTitle());
    table.addValue("model", model);
    table.addValue("score", String.valueOf(score));
    table.addValue("minsize", String.valueOf(minsize));
    table.addValue("flip", String.valueOf(flip));
    table.addValue("overlay", String.valueOf(overlay));
    table.addValue("square", String.valueOf(square));
    table.addValue("kind", kind);
    table.addValue("name", name);
    table.addValue("input", input);
    table.addValue("output", output);
    table.addValue("other", other == null ? "null" : other.getTitle());
    table.addValue("log", String.valueOf(log != null));
    Analyzer.setResultsTable(table);
  }
}
