package io.github.facesj.fiji.command;

import io.github.facesj.detect.Join;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.detect.Square;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.Numbers;
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
      label = "Detector",
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
      required = false,
      persist = false,
      description = "Id of a model you added yourself; empty for the one chosen above.")
  private String own = "";

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
      label = "Overlap, IoU (0: the model's own)",
      min = "0",
      max = "1",
      stepSize = "0.05",
      style = "slider,format:0.00",
      persist = false,
      description = "Of two boxes that overlap more than this, the better one stays.")
  private double overlap = 0;

  @Parameter(
      label = "Smallest face (pixels)",
      min = "0",
      persist = false,
      description = "Boxes with a smaller side are left out.")
  private double smallest = SearchOptions.DEFAULT_SMALLEST;

  @Parameter(
      label = "Rotated faces",
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
      label = "Scales",
      persist = false,
      description = "Sizes to search the picture in, such as 0.5, 1, 2. Above 1: smaller faces.")
  private String scales = "1";

  @Parameter(
      label = "Tiles (pixels, 0: as needed, -1: none)",
      min = "-1",
      persist = false,
      description = "Search larger pictures in overlapping tiles of this side.")
  private int tiles = SearchOptions.DEFAULT_TILES;

  @Parameter(
      label = "Join boxes by",
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
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  protected SearchOptions searchOptions() {
    SearchOptions.Builder options =
        SearchOptions.builder()
            .smallest(smallest)
            .turns(turns)
            .flip(flip)
            .border(border)
            .scales(Numbers.list("The scales", scales))
            .tiles(tiles)
            .join(Choice.of("The way to join boxes", Join.class, join))
            .square(Choice.of("Square boxes", Square.class, square));
    if (score != 0) {
      options.score(score);
    }
    if (overlap != 0) {
      options.overlap(overlap);
    }
    return options.build();
  }
}
