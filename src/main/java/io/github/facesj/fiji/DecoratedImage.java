package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.image.FaceImage;
import io.github.facesj.picture.Decoration;
import io.github.facesj.run.FacesException;
import java.util.Locale;

/** An image window with a picture laid on its faces, as a new image. */
public final class DecoratedImage {

  private DecoratedImage() {}

  /**
   * @param found faces with points
   * @throws FacesException if there is no face
   */
  public static ImagePlus of(ImageFaces found, Decoration decoration) throws FacesException {
    ImagePlus image = found.image();
    if (found.planes().stream().allMatch(p -> p.faces().isEmpty())) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "No face was found in %s to lay the picture on. Lower the score, or draw a rectangle"
                  + " and use source=selection.",
              image.getTitle()));
    }
    ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
    for (PlaneFaces here : found.planes()) {
      FaceImage done = decoration.on(ImagePlusPixels.of(image, here.plane()), here.faces());
      String label = image.getStack().getSliceLabel(here.plane().stackIndex(image));
      stack.addSlice(label, new ColorProcessor(done.width(), done.height(), done.pixels()));
    }
    return new ImagePlus("Overlaid " + image.getTitle(), stack);
  }
}
