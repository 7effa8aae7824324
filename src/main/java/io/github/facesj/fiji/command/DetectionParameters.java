package io.github.facesj.fiji.command;

import ij.ImagePlus;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.ImageFaces;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.fiji.parameter.KeptSearches;
import io.github.facesj.fiji.parameter.SearchDetails;
import io.github.facesj.fiji.parameter.Slices;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      style = SearchDetails.WORD,
      choices = {"normal", "small", "turned", "closeup", "thorough"},
      persist = false,
      description =
          "normal: upright faces of most sizes; small: smaller ones, too; turned: those on their"
              + " side or head, too; closeup: one that fills the picture, too; thorough: all of"
              + " these, and slow; or the name of a search that was kept in Detect Faces...")
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

  /**
   * Id of the model.
   *
   * @throws IllegalArgumentException if the word for the search is unknown
   * @throws FacesException if the search that it stands for cannot be read
   */
  protected String detector() throws FacesException {
    return own.isBlank() ? details().model() : own.strip();
  }

  /**
   * What the word for the search means, and instead of it each detail that differs from its
   * default.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   * @throws FacesException if the search that the word stands for cannot be read
   */
  protected SearchOptions searchOptions() throws FacesException {
    return details().options();
  }

  /** The parameters of the search as they were given. */
  protected SearchDetails given() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put(SearchDetails.WORD, search.strip().toLowerCase(Locale.ROOT));
    given.put("model", model);
    given.put("score", String.valueOf(score));
    given.put("overlap", String.valueOf(overlap));
    given.put("smallest", String.valueOf(smallest));
    given.put("turns", String.valueOf(turns));
    given.put("flip", String.valueOf(flip));
    given.put("border", String.valueOf(border));
    given.put("scales", scales);
    given.put("tiles", String.valueOf(tiles));
    given.put("join", join);
    given.put("square", square);
    return new SearchDetails(given);
  }

  private SearchDetails details() throws FacesException {
    SearchDetails given = given();
    return given.hasOwnWord() ? given : given.over(kept().get(search));
  }

  private KeptSearches kept() {
    return KeptSearches.in(faces.store().folder());
  }

  /**
   * Keeps the search as it is answered now, and makes its name the word for it.
   *
   * @throws IllegalArgumentException if the name is none
   * @throws FacesException if it cannot be written
   */
  protected void keepSearch(String name) throws FacesException {
    SearchDetails now = details();
    search = kept().keep(name, now);
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
