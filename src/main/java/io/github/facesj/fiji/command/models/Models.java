package io.github.facesj.fiji.command.models;

import ij.measure.ResultsTable;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.ModelAction;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.window.ModelsWindow;
import java.awt.GraphicsEnvironment;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the models with their terms and figures, and downloads, checks, adds or removes them. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Shows the models with their terms and figures, and downloads, checks, adds or removes"
            + " them.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Models...", weight = 71)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({})
public final class Models extends ContextCommand {

  @Parameter private FacesService faces;

  // Invisible: the menu opens the window at once, and only macros and scripts give these.
  @Parameter(
      label = "What to do",
      visibility = ItemVisibility.INVISIBLE,
      choices = {"window", "list", "download", "verify", "remove", "add"},
      persist = false,
      description = "window: show all models. The others do one thing without it, for macros.")
  private String action = "window";

  @Parameter(
      label = "Model",
      visibility = ItemVisibility.INVISIBLE,
      required = false,
      persist = false,
      description = "Id of the model to download, verify or remove.")
  private String model = "";

  @Parameter(
      label = "Card",
      visibility = ItemVisibility.INVISIBLE,
      required = false,
      persist = false,
      style = "file",
      description = "The rdf.yaml of your own model, for add; its ONNX file lies beside it.")
  private String file = "";

  @Parameter(label = "Models", type = ItemIO.OUTPUT)
  private ResultsTable models;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          if (action.equals("window") && !GraphicsEnvironment.isHeadless()) {
            new ModelsWindow(faces).setVisible(true);
          } else {
            String what = action.equals("window") ? "list" : action;
            models =
                Choice.of("What to do", ModelAction.class, what)
                    .run(faces, model, file, StatusProgress.of(this));
            ModelAction.show(models);
          }
        });
  }
}
