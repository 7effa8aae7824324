package io.github.facesj.fiji.command.collection;

import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.review.ReviewWindow;
import java.awt.GraphicsEnvironment;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the window in which people say who the faces of an archive are. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Opens the window in which people say who the faces of an archive are.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Review Faces...", weight = 33)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"archive"})
public final class ReviewFaces extends ContextCommand {

  @Parameter private FacesService faces;

  @Parameter(
      label = "Archive",
      style = "file",
      description =
          "A file that Index Folder... wrote. Every decision is in it at once; there is no save"
              + " button.",
      persist = false)
  private String archive = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          if (GraphicsEnvironment.isHeadless()) {
            throw new IllegalArgumentException(
                "Review Faces is a window and needs a screen. Start ImageJ with one.");
          }
          ReviewWindow.open(Paths.file("The archive", archive), faces);
        });
  }
}
