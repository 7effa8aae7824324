package io.github.facesj.fiji.image;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;

/**
 * Which picture of a stack or hyperstack is meant, counted from 1 as ImageJ does.
 *
 * @param channel 1 to the number of channels; where all are shown together it does not matter
 * @param slice 1 to the number of slices
 * @param frame 1 to the number of frames
 */
public record PlanePosition(int channel, int slice, int frame) {

  /** The picture that the image shows. */
  public static PlanePosition current(ImagePlus image) {
    return new PlanePosition(image.getChannel(), image.getSlice(), image.getFrame());
  }

  /** The pictures of all slices and frames, in the current channel, in the order of the stack. */
  public static List<PlanePosition> all(ImagePlus image) {
    List<PlanePosition> all = new ArrayList<>();
    for (int frame = 1; frame <= image.getNFrames(); frame++) {
      for (int slice = 1; slice <= image.getNSlices(); slice++) {
        all.add(new PlanePosition(image.getChannel(), slice, frame));
      }
    }
    return all;
  }

  /** The number of this picture in the image's stack, from 1. */
  public int stackIndex(ImagePlus image) {
    return image.getStackIndex(channel, slice, frame);
  }

  /** Binds a ROI to this picture, as ImageJ does with those it draws itself. */
  public void bind(Roi roi, ImagePlus image) {
    if (image.isHyperStack() || image.isComposite()) {
      roi.setPosition(showsAllChannels(image) ? 0 : channel, slice, frame);
    } else {
      roi.setPosition(image.getStackSize() > 1 ? stackIndex(image) : 0);
    }
  }

  /** Whether a ROI is bound to this picture. */
  public boolean holds(Roi roi, ImagePlus image) {
    Roi here = new Roi(0, 0, 1, 1);
    bind(here, image);
    if (roi.hasHyperStackPosition() != here.hasHyperStackPosition()) {
      return false;
    }
    return here.hasHyperStackPosition()
        ? roi.getCPosition() == here.getCPosition()
            && roi.getZPosition() == here.getZPosition()
            && roi.getTPosition() == here.getTPosition()
        : roi.getPosition() == here.getPosition();
  }

  private static boolean showsAllChannels(ImagePlus image) {
    return image.isComposite() && image.getDisplayMode() == IJ.COMPOSITE;
  }
}
