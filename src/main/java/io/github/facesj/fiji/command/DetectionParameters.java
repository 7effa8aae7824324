package io.github.facesj.fiji.command;

import ij.ImagePlus;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.Join;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.detect.SearchPreset;
import io.github.facesj.detect.Square;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.ImageFaces;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.fiji.parameter.Numbers;
import io.github.facesj.fiji.parameter.Slices;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.List;
import org.scijava.ItemVisibility;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/** What every command that detects faces asks for, declared once. */
public abstract class DetectionParameters extends ContextCommand {

  /** The detector that ships with FacesJ. */
  public static final String DEFAULT_DETECTOR = "facesj-detector";

  @Parameter protected FacesService faces;

  // The choices are only those of the dialog. A DynamicCommand could list the user's own models,
  // too,
  // but CommandService.run gives scripts null for it instead of a module (scijava-common 2.100.1).
  @Parameter(
      label = "Model that finds faces",
      style = ModelStyle.DETECTION,
      choices = {
        DEFAULT_DETECTOR,
        "yunet",
        "scrfd-500m",
        "scrfd-2.5g",
        "ultraface-320",
        "ultraface-640",
        "retinaface",
        "mtcnn",
        "yunet-2023mar"
      },
      persist = false,
      description = "Plugins > FacesJ > Models... shows what each can do, and gets it.")
  private String model = DEFAULT_DETECTOR;

  @Parameter(
      label = "Own detector (instead)",
      visibility = ItemVisibility.INVISIBLE,
      required = false,
      persist = false,
      description = "Id of a model you added yourself; empty for the one chosen above.")
  private String own = "";

  @Parameter(
      label = "Search for",
      choices = {"normal", "small", "turned", "closeup", "thorough"},
      persist = false,
      description =
          "normal: upright faces of most sizes; small: smaller ones, too; turned: those on their"
              + " side or head, too; closeup: one that fills the picture, too; thorough: all of"
              + " these, and slow.")
  private String search = "normal";

  @Parameter(
      label = "Score threshold (0: the model's own)",
      min = "0",
      max = "1",
      stepSize = "0.05",
      style = "slider,format:0.00",
      persist = false,
      description = "Faces below this score are left out.")
  private double score = 0;

  @Parameter(
      label = "Greatest overlap of two faces (0: the model's own)",
      min = "0",
      max = "1",
      stepSize = "0.05",
      style = "slider,format:0.00",
      persist = false,
      description = "IoU: of two boxes that overlap more than this, the better one stays.")
  private double overlap = 0;

  @Parameter(
      label = "Smallest face (pixels)",
      min = "0",
      persist = false,
      description = "Boxes with a smaller side are left out.")
  private double smallest = SearchOptions.DEFAULT_SMALLEST;

  @Parameter(
      label = "Turned pictures, too",
      persist = false,
      description = "Search the picture turned by a quarter, a half and three quarters, too.")
  private boolean turns = SearchOptions.DEFAULT_TURNS;

  @Parameter(
      label = "Mirrored, too",
      persist = false,
      description = "Search the mirrored picture, too: slower, a little more accurate.")
  private boolean flip = SearchOptions.DEFAULT_FLIP;

  @Parameter(
      label = "With a border, too",
      persist = false,
      description = "Search the picture with a border, too: for faces that fill the picture.")
  private boolean border = SearchOptions.DEFAULT_BORDER;

  @Parameter(
      label = "Sizes to search the picture in",
      persist = false,
      description = "Such as 0.5, 1, 2. Above 1: smaller faces.")
  private String scales = "1";

  @Parameter(
      label = "Parts to search in (pixels, 0: as needed, -1: whole)",
      min = "-1",
      persist = false,
      description = "Search larger pictures in overlapping tiles of this side.")
  private int tiles = SearchOptions.DEFAULT_TILES;

  @Parameter(
      label = "Several boxes round one face",
      choices = {"nms", "voting"},
      persist = false,
      description = "nms: the best box stays; voting: the mean of all, weighted by score.")
  private String join = "nms";

  @Parameter(
      label = "Square boxes",
      choices = {"none", "height", "width"},
      persist = false,
      description = "Make boxes square round their centre, by their height or their width.")
  private String square = "none";

  /** Id of the model. */
  protected String detector() {
    return own.isBlank() ? model : own.strip();
  }

  /**
   * What the word for the search means, and instead of it each detail that differs from its
   * default.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  protected SearchOptions searchOptions() {
    SearchOptions.Builder options =
        Choice.of("What is searched for", SearchPreset.class, search).options();
    if (turns != SearchOptions.DEFAULT_TURNS) {
      options.turns(turns);
    }
    if (flip != SearchOptions.DEFAULT_FLIP) {
      options.flip(flip);
    }
    if (border != SearchOptions.DEFAULT_BORDER) {
      options.border(border);
    }
    List<Double> sizes = Numbers.list("The scales", scales);
    if (!sizes.equals(SearchOptions.DEFAULT_SCALES)) {
      options.scales(sizes);
    }
    if (score != 0) {
      options.score(score);
    }
    if (overlap != 0) {
      options.overlap(overlap);
    }
    return options
        .smallest(smallest)
        .tiles(tiles)
        .join(Choice.of("The way to join boxes", Join.class, join))
        .square(Choice.of("Square boxes", Square.class, square))
        .build();
  }

  /**
   * The faces of an image that the user wants to use.
   *
   * @throws FacesException if the detector is missing or fails
   * @throws IllegalArgumentException if a parameter is wrong, or nothing is drawn
   */
  protected ImageFaces found(ImagePlus image, String source, String slices, Progress progress)
      throws FacesException {
    FaceSource from = Choice.of("The faces to use", FaceSource.class, source);
    List<PlanePosition> planes = Choice.of("Slices", Slices.class, slices).of(image);
    if (from != FaceSource.DETECT) {
      return ImageFaces.drawn(image, planes, from);
    }
    OpenModel model = faces.open(detector(), Task.DETECTION);
    return ImageFaces.detected(
        image, planes, FaceAnalyzer.detecting(model, searchOptions()), progress);
  }
}
