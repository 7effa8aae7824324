package io.github.facesj.fiji.parameter;

import ij.IJ;
import io.github.facesj.fiji.run.CommandRun;
import io.github.facesj.fiji.run.RunService;
import io.github.facesj.run.FacesException;
import org.scijava.Cancelable;
import org.scijava.Contextual;
import org.scijava.app.StatusService;

/** What goes wrong in the work of a command becomes the sentence with which it is cancelled. */
public final class CommandErrors {

  /** Said where the memory of Java does not suffice. */
  public static final String NO_MEMORY =
      "There is not enough memory free. Close other images, or give Java more memory (in Fiji: Edit"
          + " > Options > Memory & Threads).";

  private CommandErrors() {}

  /** What a command does. */
  @FunctionalInterface
  public interface Work {
    /**
     * @throws IllegalArgumentException if the user asked for something impossible
     * @throws FacesException if something in the user's world is broken
     */
    void run() throws FacesException;
  }

  /**
   * Runs the work; its complaints cancel the command. Mistakes of our own still surface. While it
   * lasts it is among the runs that Esc, the Cancel button and quitting stop.
   */
  public static void guard(Cancelable command, Work work) {
    RunService runs = runs(command);
    if (runs == null) {
      orCancel(command, work);
      return;
    }
    orCancel(
        command,
        () -> {
          try (CommandRun run = runs.begin(command)) {
            work.run();
            run.leftover().ifPresent(left -> say(command, left));
          }
        });
  }

  private static void orCancel(Cancelable command, Work work) {
    try {
      work.run();
    } catch (IllegalArgumentException | FacesException e) {
      command.cancel(e.getMessage());
    } catch (OutOfMemoryError e) {
      command.cancel(NO_MEMORY);
    }
  }

  /** Null in a Context that was made without it. */
  private static RunService runs(Cancelable command) {
    return command instanceof Contextual c && c.getContext() != null
        ? c.getContext().getService(RunService.class)
        : null;
  }

  private static void say(Cancelable command, String sentence) {
    StatusService status = ((Contextual) command).getContext().getService(StatusService.class);
    if (status != null) {
      status.showStatus(sentence);
    }
    IJ.log(sentence);
  }

  /** Runs the work of a preview; its complaints stand in ImageJ's status line until the next. */
  public static void guardPreview(Work work) {
    try {
      work.run();
    } catch (IllegalArgumentException | FacesException e) {
      IJ.showStatus(e.getMessage());
    }
  }
}
