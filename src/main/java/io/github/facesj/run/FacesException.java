package io.github.facesj.run;

import java.nio.channels.ClosedByInterruptException;

/**
 * Work that could not be done, with a message made for the user: what, which file, what to do. Core
 * classes throw it for a broken world (files, models, disks), and {@link IllegalArgumentException}
 * for a wrong request.
 *
 * <p>Some of what is broken lies with the machine or the moment: memory, a full disk, a network
 * that was closed because ImageJ quits. That says nothing about the photo that was worked on, and
 * must not be written down for it: see {@link #isPassing()}.
 */
public final class FacesException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean passing;

  public FacesException(String sentence) {
    this(sentence, null, false);
  }

  public FacesException(String sentence, Throwable cause) {
    this(sentence, cause, liesWithTheMachine(cause));
  }

  private FacesException(String sentence, Throwable cause, boolean passing) {
    super(sentence, cause);
    this.passing = passing;
  }

  /** Trouble that lies with FacesJ, the machine or the moment, and not with what was worked on. */
  public static FacesException passing(String sentence) {
    return new FacesException(sentence, null, true);
  }

  /** As {@link #passing(String)}, with what led to it. */
  public static FacesException passing(String sentence, Throwable cause) {
    return new FacesException(sentence, cause, true);
  }

  /**
   * Whether another try may succeed with the very same input. So it is also where memory, an
   * interrupt or other passing trouble is among the causes.
   */
  public boolean isPassing() {
    return passing;
  }

  private static boolean liesWithTheMachine(Throwable cause) {
    int depth = 0;
    for (Throwable t = cause; t != null && depth < 100; t = t.getCause()) {
      if (t instanceof OutOfMemoryError
          || t instanceof LinkageError
          || t instanceof InterruptedException
          || t instanceof ClosedByInterruptException
          || t instanceof FacesException f && f.passing) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
