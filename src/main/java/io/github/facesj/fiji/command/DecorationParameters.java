package io.github.facesj.fiji.command;

import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.picture.Anchor;
import io.github.facesj.picture.Decoration;
import io.github.facesj.picture.Placement;
import io.github.facesj.picture.Sticker;
import io.github.facesj.run.FacesException;
import org.scijava.plugin.Parameter;

/** What both commands ask for that lay a picture on faces, declared once. */
public abstract class DecorationParameters extends DetectionParameters {

  /** The landmark model that ships with FacesJ. */
  private static final String LANDMARKS = "facesj-landmarks68";

  @Parameter(
      label = "Picture",
      style = "file",
      description = "A PNG with transparent parts, such as those of overlays.",
      persist = false)
  private String picture = "";

  @Parameter(
      label = "Lay it on",
      choices = {"eyes", "forehead", "nose", "lip", "mouth", "chin"},
      persist = false,
      description =
          "eyes: glasses; forehead: its lower edge at the hairline, a hat; lip: a moustache; chin:"
              + " its upper edge below the mouth.")
  private String anchor = "eyes";

  @Parameter(
      label = "Width (eye distances)",
      min = "0",
      stepSize = "0.1",
      persist = false,
      description = "2 is about the width of a face.")
  private double scale = Placement.DEFAULT_SCALE;

  @Parameter(
      label = "Move right (eye distances)",
      stepSize = "0.1",
      persist = false,
      description = "Along the line of the eyes.")
  private double right = 0;

  @Parameter(
      label = "Move down (eye distances)",
      stepSize = "0.1",
      persist = false,
      description = "Towards the chin.")
  private double down = 0;

  @Parameter(
      label = "Turn (degrees)",
      persist = false,
      description = "Clockwise against the line of the eyes.")
  private double turn = 0;

  @Parameter(
      label = "Opacity",
      min = "0",
      max = "1",
      stepSize = "0.1",
      persist = false,
      description = "1: as it is; less: the face shines through.")
  private double opacity = 1;

  /**
   * @throws IllegalArgumentException if a parameter is out of its range
   * @throws FacesException if the picture cannot be read
   */
  protected Decoration decoration() throws FacesException {
    Placement placement =
        new Placement(Choice.of("The place", Anchor.class, anchor), scale, right, down, turn);
    return new Decoration(Sticker.read(Paths.file("The picture", picture)), placement, opacity);
  }

  /** Finds the 68 points that the picture is laid by. */
  protected OpenModel landmarks() throws FacesException {
    return faces.open(LANDMARKS, Task.LANDMARKS);
  }
}
