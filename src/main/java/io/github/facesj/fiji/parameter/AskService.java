package io.github.facesj.fiji.parameter;

import org.scijava.module.Module;
import org.scijava.service.SciJavaService;

/** Asks the person before the screen what a command is to do. */
public interface AskService extends SciJavaService {

  /** What became of a question. */
  enum Answer {
    /** The command has its inputs. */
    GIVEN,
    /** The person does not want it any more. */
    CANCELED,
    /** Nobody was asked: the command is one of a macro or script. */
    NOBODY
  }

  /**
   * Asks for all inputs that nobody has given yet.
   *
   * @throws IllegalArgumentException with a sentence, where the command needs something first
   */
  Answer ask(Module module);

  /**
   * Asks once more, with what was answered, because the command cannot do that.
   *
   * @param command one that may have been asked for
   * @param sentence why not
   */
  Answer askAgain(Object command, String sentence);
}
