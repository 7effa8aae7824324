package io.github.facesj.app;

import ij.IJ;
import ij.ImageJ;
import java.io.IOException;

/** Opens ImageJ with FacesJ in its Plugins menu: {@code mvn exec:exec@imagej}. */
public final class StartImageJ {

  private StartImageJ() {}

  /**
   * @param args files to open
   * @throws IOException where the list of commands cannot be read
   */
  public static void main(String[] args) throws IOException {
    ImageJ imagej = new ImageJ();
    imagej.exitWhenQuitting(true);
    MenuEntries.install();
    for (String file : args) {
      IJ.open(file);
    }
  }
}
