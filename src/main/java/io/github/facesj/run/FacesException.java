package io.github.facesj.run;

import io.github.facesj.api.PublicApi;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.Predicate;

/**
 * Work that could not be done, with a message made for the user: what, which file, what to do. Core
 * classes throw it for a broken world (files, models, disks), and {@link IllegalArgumentException}
 * for a wrong request.
 *
 * <p>Some of what is broken lies with the machine or the moment: memory, a full disk, a network
 * that was closed because ImageJ quits. That says nothing about the photo that was worked on, and
 * must not be written down for it: see {@link #isPassing()}. Where it would meet every other photo
 * just the same, it ends the run: see {@link #isEndingTheRun()}.
 */
@PublicApi
public final class FacesException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Causes may form a ring. */
  private static final int MOST_CAUSES = 100;

  private final boolean passing;
  private final boolean ending;

  public FacesException(String sentence) {
    this(sentence, null, false, false);
  }

  public FacesException(String sentence, Throwable cause) {
    this(sentence, cause, liesWithTheMachine(cause), meetsEverything(cause));
  }

  private FacesException(String sentence, Throwable cause, boolean passing, boolean ending) {
    super(Reason.printable(sentence), cause);
    this.passing = passing;
    this.ending = ending;
  }

  /** Trouble that lies with FacesJ, the machine or the moment, and not with what was worked on. */
  public static FacesException passing(String sentence) {
    return new FacesException(sentence, null, true, false);
  }

  /** As {@link #passing(String)}, with what led to it. */
  public static FacesException passing(String sentence, Throwable cause) {
    return new FacesException(sentence, cause, true, meetsEverything(cause));
  }

  /**
   * Passing trouble that no other photo of the run would be spared: a network that was closed, a
   * table that cannot be written.
   */
  public static FacesException endingTheRun(String sentence) {
    return new FacesException(sentence, null, true, true);
  }

  /** As {@link #endingTheRun(String)}, with what led to it. */
  public static FacesException endingTheRun(String sentence, Throwable cause) {
    return new FacesException(sentence, cause, true, true);
  }

  /**
   * Whether another try may succeed with the very same input. So it is also where memory, an
   * interrupt or other passing trouble is among the causes.
   */
  public boolean isPassing() {
    return passing;
  }

  /** Whether every other item of the same run would fare the same, so that it may as well end. */
  public boolean isEndingTheRun() {
    return ending;
  }

  private static boolean liesWithTheMachine(Throwable cause) {
    return isAmongTheCauses(
        cause,
        t ->
            t instanceof OutOfMemoryError
                || t instanceof LinkageError
                || t instanceof InterruptedException
                || t instanceof ClosedByInterruptException
                || (t instanceof FacesException f && f.passing));
  }

  private static boolean meetsEverything(Throwable cause) {
    return isAmongTheCauses(cause, t -> t instanceof FacesException f && f.ending);
  }

  static boolean isAmongTheCauses(Throwable first, Predicate<Throwable> sought) {
    int depth = 0;
    for (Throwable t = first; t != null && depth < MOST_CAUSES; t = t.getCause()) {
      if (sought.test(t)) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
