package io.github.facesj.fiji.parameter;

import ij.IJ;
import io.github.facesj.fiji.run.CommandRun;
import io.github.facesj.fiji.run.RunService;
import io.github.facesj.run.FacesException;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import org.scijava.Cancelable;
import org.scijava.Contextual;
import org.scijava.app.StatusService;
import org.scijava.service.SciJavaService;

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
   * Runs the work; its complaints cancel the command, unless a person was asked for its inputs:
   * then the dialog comes back with the complaint, and the work is tried again. Mistakes of our own
   * still surface. While it lasts it is among the runs that Esc, the Cancel button and quitting
   * stop.
   */
  public static void guard(Cancelable command, Work work) {
    Optional<String> complaint = attempt(command, work);
    while (complaint.isPresent()) {
      switch (askAgain(command, complaint.get())) {
        case GIVEN -> complaint = attempt(command, work);
        case CANCELED -> {
          command.cancel(null); // the person's own wish, which needs no reason
          return;
        }
        case NOBODY -> {
          command.cancel(shown(complaint.get()));
          return;
        }
      }
    }
  }

  private static Optional<String> attempt(Cancelable command, Work work) {
    RunService runs = service(command, RunService.class);
    try {
      if (runs == null) {
        work.run();
        return Optional.empty();
      }
      try (CommandRun run = runs.begin(command)) {
        work.run();
        run.leftover().ifPresent(left -> say(command, left));
      }
    } catch (IllegalArgumentException | FacesException e) {
      return Optional.of(e.getMessage());
    } catch (OutOfMemoryError e) {
      command.cancel(shown(NO_MEMORY));
    }
    return Optional.empty();
  }

  private static AskService.Answer askAgain(Cancelable command, String complaint) {
    AskService asking = service(command, AskService.class);
    return asking == null ? AskService.Answer.NOBODY : asking.askAgain(command, complaint);
  }

  /** As it fits the message dialogs of a screen. */
  private static String shown(String sentence) {
    return GraphicsEnvironment.isHeadless() ? sentence : Lines.wrap(sentence);
  }

  /** Null in a Context that was made without it. */
  private static <S extends SciJavaService> S service(Cancelable command, Class<S> type) {
    return command instanceof Contextual c && c.getContext() != null
        ? c.getContext().getService(type)
        : null;
  }

  private static void say(Cancelable command, String sentence) {
    StatusService status = service(command, StatusService.class);
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
