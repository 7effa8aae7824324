package io.github.facesj.fiji.run;

import io.github.facesj.run.FacesException;
import java.util.List;
import java.util.Optional;
import org.scijava.service.SciJavaService;

/** Knows the commands of FacesJ that are at work, so that all can be stopped. */
public interface RunService extends SciJavaService {

  /**
   * A command begins its work; it must close what it gets.
   *
   * @param command whose work it is
   * @throws FacesException if ImageJ is quitting
   */
  CommandRun begin(Object command) throws FacesException;

  /** The work that this command is at. */
  Optional<CommandRun> of(Object command);

  /** All commands at work, in the order in which they began. */
  List<CommandRun> running();

  /** Asks all commands at work to stop at their next step. */
  void stopAll();
}
