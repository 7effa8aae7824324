package io.github.facesj;

import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Path;

/** The sample images, as tests name them. */
public final class Sample {

  /** The folder of all. */
  public static final Path FOLDER = Path.of("sample-images");

  /** Five people, all found by the detector that ships with FacesJ. */
  public static final String GROUP = "groups/group_3.jpg";

  private Sample() {}

  public static Path path(String name) {
    return FOLDER.resolve(name);
  }

  /** As ImageJ opens it. */
  public static ImagePlus open(String name) {
    return IJ.openImage(path(name).toString());
  }
}
