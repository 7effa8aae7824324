package io.github.facesj.fiji.command;

import ij.ImagePlus;
import io.github.facesj.fiji.ImageFaces;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import org.scijava.plugin.Parameter;

/** What every command asks for that does more with faces than find them, declared once. */
public abstract class FaceParameters extends DetectionParameters {

  /** The landmark model that ships with FacesJ. */
  public static final String DEFAULT_LANDMARKS = "facesj-landmarks68";

  @Parameter(label = "Image")
  private ImagePlus image;

  @Parameter(
      label = "Faces to use",
      choices = {"detect", "selection", "overlay", "manager"},
      persist = false,
      description =
          "detect: those it finds; selection, overlay, manager: the rectangles you drew there.")
  private String source = "detect";

  @Parameter(
      label = "Slices",
      choices = {"current", "all"},
      persist = false,
      description = "Of a stack. current: the picture shown; all: all slices and frames.")
  private String slices = "current";

  /**
   * @throws IllegalArgumentException if there is no such source
   */
  protected FaceSource source() {
    return Choice.of("The faces to use", FaceSource.class, source);
  }

  /**
   * The faces that the user wants to use.
   *
   * @throws FacesException if the detector is missing or fails
   * @throws IllegalArgumentException if a parameter is wrong, or nothing is drawn
   */
  protected ImageFaces found(Progress progress) throws FacesException {
    return found(image, source, slices, progress);
  }

  /** Finds the points that faces are aligned by where a detector gives none, or worse ones. */
  protected FaceLandmarker landmarker() throws FacesException {
    return FaceLandmarker.of(faces.open(DEFAULT_LANDMARKS, Task.LANDMARKS));
  }
}
