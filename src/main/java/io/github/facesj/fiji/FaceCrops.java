package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.facesj.align.Alignment;
import io.github.facesj.align.Template;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.image.Similarity;
import io.github.facesj.image.Warp;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts the faces of an image out, as one stack whose labels say where each comes from. */
public final class FaceCrops {

  private final Optional<Alignment> alignment;
  private final double margin;
  private final FaceLandmarker landmarker;
  private final PointSource points;

  /**
   * @param alignment how crops lie on the photo; empty for pixels as they are
   * @param margin for pixels as they are: what is added to the sides of the largest box
   * @param landmarker finds the points that an alignment by points needs
   * @param points whose five points to align by; faces without points of a detector get landmarks
   */
  public FaceCrops(
      Optional<Alignment> alignment, double margin, FaceLandmarker landmarker, PointSource points) {
    this.alignment = alignment;
    this.margin = margin;
    this.landmarker = landmarker;
    this.points = points;
  }

  /**
   * The crops, in the order of pictures and faces; black where the photo ends.
   *
   * @throws FacesException if there is no face, or a network fails
   */
  public ImagePlus of(ImageFaces found, Progress progress) throws FacesException {
    List<Face> all = found.planes().stream().flatMap(p -> p.faces().stream()).toList();
    String title = found.image().getTitle();
    if (all.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "No face was found in %s, so there is none to extract. Lower the score, or draw a"
                  + " rectangle and use source=selection.",
              title));
    }
    int width = alignment.map(Alignment::width).orElse(0);
    int height = alignment.map(Alignment::height).orElse(0);
    if (alignment.isEmpty()) {
      width = pixels(all.stream().mapToDouble(f -> f.box().width()).max().orElseThrow());
      height = pixels(all.stream().mapToDouble(f -> f.box().height()).max().orElseThrow());
    }
    ImageStack stack = new ImageStack(width, height);
    for (PlaneFaces here : found.planes()) {
      Pyramid photo = Pyramid.of(ImagePlusPixels.of(found.image(), here.plane()));
      int number = 0;
      for (Face face : here.faces()) {
        if (progress.isCanceled()) {
          break;
        }
        progress.at(stack.size(), all.size(), "Extracting faces of " + title);
        FaceImage crop =
            alignment.isPresent()
                ? aligned(photo, face, alignment.get())
                : plain(photo, face.box(), width, height);
        stack.addSlice(
            label(found.image(), here.plane(), ++number, face.box()),
            new ColorProcessor(width, height, crop.pixels()));
      }
    }
    if (stack.size() == 0) {
      throw new FacesException("The extraction was stopped before its first face.");
    }
    progress.at(all.size(), all.size(), "");
    return new ImagePlus("Faces of " + title, stack);
  }

  private int pixels(double side) {
    return Math.max(1, (int) Math.ceil(side * (1 + margin)));
  }

  private FaceImage aligned(Pyramid photo, Face face, Alignment to) throws FacesException {
    boolean needsLandmarks =
        to instanceof Template && (points == PointSource.LANDMARKS || face.points().isEmpty());
    Face by = face;
    if (needsLandmarks) {
      Face pointed = landmarker.find(photo, List.of(face), Sampling.ANTIALIASED).get(0);
      Landmarks five = pointed.landmarks().orElseThrow().toFive();
      by = Face.of(face.box(), face.score(), five);
    }
    return to.crop(photo, by, Sampling.ANTIALIASED);
  }

  /** Moved by whole pixels, so that each pixel is one of the photo. */
  private static FaceImage plain(Pyramid photo, Box box, int width, int height) {
    double x = Math.rint(box.centerX() - width / 2.0);
    double y = Math.rint(box.centerY() - height / 2.0);
    return Warp.cut(
        photo, Similarity.scaleThenMove(1, -x, -y), width, height, Sampling.ANTIALIASED);
  }

  /** {@code group.tif slice 2 face-1 x=12.3 y=4.5 width=80.0 height=91.2}. */
  private static String label(ImagePlus image, PlanePosition at, int number, Box box) {
    String slice = image.getStackSize() > 1 ? " slice " + at.stackIndex(image) : "";
    return String.format(
        Locale.ROOT,
        "%s%s face-%d x=%.1f y=%.1f width=%.1f height=%.1f",
        image.getTitle(),
        slice,
        number,
        box.x(),
        box.y(),
        box.width(),
        box.height());
  }
}
