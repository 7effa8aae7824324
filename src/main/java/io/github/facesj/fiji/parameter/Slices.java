package io.github.facesj.fiji.parameter;

import ij.ImagePlus;
import io.github.facesj.fiji.image.PlanePosition;
import java.util.List;

/** Which pictures of a stack a command works on. */
public enum Slices {
  /** The one shown. */
  CURRENT {
    @Override
    public List<PlanePosition> of(ImagePlus image) {
      return List.of(PlanePosition.current(image));
    }
  },
  /** All slices and frames, in the channel shown. */
  ALL {
    @Override
    public List<PlanePosition> of(ImagePlus image) {
      return PlanePosition.all(image);
    }
  };

  /** The pictures in the order of the stack. */
  public abstract List<PlanePosition> of(ImagePlus image);
}
