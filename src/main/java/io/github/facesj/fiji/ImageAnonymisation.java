package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.facesj.batch.Anonymised;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Covers the faces of an image window in a copy of it; the image itself stays as it is. */
public final class ImageAnonymisation {

  private final Anonymiser anonymiser;
  private final List<String> look = new ArrayList<>();
  private int covered;
  private int kept;
  private int doubtful;

  public ImageAnonymisation(Anonymiser anonymiser) {
    this.anonymiser = anonymiser;
  }

  /**
   * Finds and covers faces.
   *
   * @return the pictures in RGB, as the image shows them, without overlay
   * @throws FacesException if a network fails, or the work was stopped: half a stack would not be
   *     anonymous
   */
  public ImagePlus of(ImagePlus image, List<PlanePosition> planes, Progress progress)
      throws FacesException {
    List<FaceImage> pages = new ArrayList<>();
    for (PlanePosition plane : planes) {
      check(progress);
      progress.at(pages.size(), planes.size(), "Covering faces in " + image.getTitle());
      pages.add(
          take(anonymiser.anonymise(ImagePlusPixels.of(image, plane), progress), image, plane));
    }
    check(progress);
    return copy(image, planes, pages);
  }

  /**
   * Covers faces that are known already.
   *
   * @throws FacesException if a network fails, or the work was stopped
   */
  public ImagePlus of(ImageFaces found, Progress progress) throws FacesException {
    List<FaceImage> pages = new ArrayList<>();
    ImagePlus image = found.image();
    for (PlaneFaces here : found.planes()) {
      check(progress);
      progress.at(pages.size(), found.planes().size(), "Covering faces in " + image.getTitle());
      FaceImage photo = ImagePlusPixels.of(image, here.plane());
      pages.add(take(anonymiser.cover(photo, here.faces(), progress), image, here.plane()));
    }
    check(progress);
    return copy(image, found.planes().stream().map(PlaneFaces::plane).toList(), pages);
  }

  private static void check(Progress progress) throws FacesException {
    if (progress.isCanceled()) {
      throw new FacesException("The work was stopped, so there is no copy.");
    }
  }

  private FaceImage take(Anonymised done, ImagePlus image, PlanePosition plane) {
    covered += done.covered().size();
    kept += done.kept().size();
    doubtful += done.doubtful().size();
    String at = image.getStackSize() > 1 ? "Slice " + plane.stackIndex(image) + ": " : "";
    done.look().forEach(sentence -> look.add(at + sentence));
    return done.image();
  }

  private static ImagePlus copy(
      ImagePlus image, List<PlanePosition> planes, List<FaceImage> pages) {
    ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
    for (int i = 0; i < pages.size(); i++) {
      // Labels of slices may hold names, or a file's notes.
      stack.addSlice(
          "", new ColorProcessor(image.getWidth(), image.getHeight(), pages.get(i).pixels()));
    }
    ImagePlus copy = new ImagePlus("Anonymised " + image.getTitle(), stack);
    if (planes.size() == image.getNSlices() * image.getNFrames()) {
      copy.setDimensions(1, image.getNSlices(), image.getNFrames());
      copy.setOpenAsHyperStack(image.getNFrames() > 1 && image.getNSlices() > 1);
    }
    copy.setCalibration(image.getCalibration().copy());
    return copy;
  }

  /** For a person: how many faces, and where to look, a line each. */
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d %s covered, %d left as they are",
            covered,
            covered == 1 ? "face" : "faces",
            kept));
    if (doubtful > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d of them covered to be on the safe side, because it is not sure who that is",
              doubtful));
    }
    lines.addAll(look);
    lines.addAll(anonymiser.notes());
    return String.join("\n", lines);
  }
}
