package io.github.facesj.fiji.parameter;

import ij.IJ;
import io.github.facesj.run.FacesException;
import org.scijava.Cancelable;

/** Work on behalf of a command: what goes wrong becomes the sentence with which it is cancelled. */
@FunctionalInterface
public interface Attempt {

  /**
   * @throws IllegalArgumentException if the user asked for something impossible
   * @throws FacesException if something in the user's world is broken
   */
  void run() throws FacesException;

  /** Runs the work; its complaints cancel the command. Mistakes of our own still surface. */
  static void of(Cancelable command, Attempt work) {
    try {
      work.run();
    } catch (IllegalArgumentException | FacesException e) {
      command.cancel(e.getMessage());
    }
  }

  /** Runs the work of a preview; its complaints stand in ImageJ's status line until the next. */
  static void orSay(Attempt work) {
    try {
      work.run();
    } catch (IllegalArgumentException | FacesException e) {
      IJ.showStatus(e.getMessage());
    }
  }
}
