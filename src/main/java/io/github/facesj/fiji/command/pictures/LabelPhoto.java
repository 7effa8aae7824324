package io.github.facesj.fiji.command.pictures;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.ImageFaces;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.IdentificationParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.OpenedFile;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.overlay.DrawnFaces;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.fiji.parameter.NameSource;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.gallery.Identification;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.Task;
import io.github.facesj.picture.LabelledFace;
import io.github.facesj.picture.LabelledPrint;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.picture.PictureMark;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a copy of a photo for print: boxes, names and a legend drawn into the pixels. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Makes a copy of a photo for print: boxes, names and a legend drawn into the pixels.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PICTURES, weight = FacesMenu.PICTURES_WEIGHT),
      @Menu(label = "Label Photo...", weight = 41)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"source", "search", "names", "gallery", "legend", "confidence", "scale", "output"})
public final class LabelPhoto extends IdentificationParameters {

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
      label = "Names from",
      choices = {"none", "gallery", "drawn"},
      persist = false,
      description = "none: faces are numbered; drawn: the names that the rectangles have.")
  private String names = "none";

  @Parameter(label = "Points", persist = false, description = "Draw eyes, nose and mouth corners.")
  private boolean dots = false;

  @Parameter(
      label = "Confidence",
      persist = false,
      description = "Distance to the person, or the detector's score where there are no names.")
  private boolean confidence = false;

  @Parameter(label = "Legend", persist = false, description = "Names and colours below the photo.")
  private boolean legend = true;

  @Parameter(
      label = "Scale",
      min = "0.01",
      max = "20",
      stepSize = "0.5",
      persist = false,
      description = "Size of the copy: 2 is twice as wide and as high. Letters stay readable.")
  private double scale = 1;

  @Parameter(
      label = "Save as (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "A PNG, TIFF or JPEG, by the end of its name.")
  private String output = "";

  @Parameter(label = "Labelled", type = ItemIO.OUTPUT)
  private ImagePlus labelled;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  @SuppressWarnings("unused") // SciJava reads it
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          StatusProgress progress = StatusProgress.of(this);
          LabelledPrint drawing = new LabelledPrint(scale, dots, confidence, legend);
          Optional<Path> file = Paths.optional(output);
          if (file.isPresent()) {
            OpenedFile.guard(image).require(file.get(), PictureMark.KIND);
          }
          PlanePosition plane = PlanePosition.current(image);
          FaceImage photo = ImagePlusPixels.of(image, plane);
          FaceImage drawn = drawing.draw(photo, named(photo, plane, progress));
          if (file.isPresent()) {
            PictureFile.write(file.get(), drawn);
          }
          labelled =
              new ImagePlus(
                  "Labelled " + image.getTitle(),
                  new ColorProcessor(drawn.width(), drawn.height(), drawn.pixels()));
        });
  }

  private List<LabelledFace> named(FaceImage photo, PlanePosition plane, Progress progress)
      throws FacesException {
    FaceSource from = Choice.of("The faces to use", FaceSource.class, source);
    NameSource by = Choice.of("The names", NameSource.class, names);
    if (by == NameSource.DRAWN && from == FaceSource.DETECT) {
      throw new IllegalArgumentException(
          "Detected faces have no drawn names. Use source=overlay or source=manager, or"
              + " names=gallery.");
    }
    if (from != FaceSource.DETECT && by != NameSource.GALLERY) {
      List<LabelledFace> drawn = DrawnFaces.named(image, from, plane);
      return by == NameSource.DRAWN
          ? drawn
          : drawn.stream().map(f -> new LabelledFace(f.face(), Optional.empty(), "")).toList();
    }
    List<Face> found =
        from != FaceSource.DETECT
            ? DrawnFaces.named(image, from, plane).stream().map(LabelledFace::face).toList()
            : ImageFaces.detected(
                    image,
                    List.of(plane),
                    FaceAnalyzer.detecting(faces.open(detector(), Task.DETECTION), searchOptions()),
                    progress)
                .planes()
                .get(0)
                .faces();
    if (by == NameSource.NONE) {
      return found.stream()
          .map(f -> new LabelledFace(f, Optional.empty(), FaceRois.SCORE.apply(f)))
          .toList();
    }
    Identifier identifier = people(progress).identifiers(threshold(), best()).create();
    report = String.format(Locale.ROOT, "Names of a gallery, %s", identifier.threshold());
    return identifier.identify(photo, found, progress).stream().map(LabelPhoto::named).toList();
  }

  private static LabelledFace named(IdentifiedFace face) {
    Optional<Identification.Candidate> match = face.who().match();
    return new LabelledFace(
        face.face(),
        match.map(Identification.Candidate::person),
        match.map(m -> String.format(Locale.ROOT, "%.2f", m.distance())).orElse(""));
  }
}
