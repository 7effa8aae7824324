package io.github.facesj.run;

import java.util.Objects;
import java.util.Optional;

/**
 * What it means that the work on one item of many failed. This is the one rule for all runs:
 * whatever was thrown has one meaning here, and no run has a rule of its own.
 *
 * @param sentence what happened and what to do, for a person
 * @param reach whom it concerns
 * @param mistake what was thrown where FacesJ itself is to blame, for the log; else empty
 */
public record Fault(String sentence, Reach reach, Optional<Throwable> mistake) {

  /** Whom a fault concerns. */
  public enum Reach {
    /** The item: it would fail in the same way every time. */
    ITEM,
    /** FacesJ, the machine or the moment: the item may do well another time. */
    MOMENT,
    /** The whole run: every other item would fare the same. */
    RUN
  }

  static final String NO_MEMORY =
      "There is not enough memory for this photo. Make it smaller, or give ImageJ more memory with "
          + "Edit > Options > Memory & Threads.";

  static final String MISTAKE =
      "FacesJ made a mistake on this photo. Please report it with what Window > Console says, and "
          + "with the photo if you may.";

  private static final String INCOMPLETE =
      "A part of FacesJ cannot be loaded. Start ImageJ again; if that does not help, install FacesJ"
          + " again.";

  private static final String STOPPED = "The work was stopped.";

  public Fault {
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(reach, "reach");
  }

  /** The meaning of what was thrown. */
  public static Fault of(Throwable thrown) {
    if (thrown instanceof FacesException told) {
      Reach reach =
          told.isEndingTheRun() ? Reach.RUN : told.isPassing() ? Reach.MOMENT : Reach.ITEM;
      return new Fault(told.getMessage(), reach, Optional.empty());
    }
    if (FacesException.isAmongTheCauses(thrown, t -> t instanceof OutOfMemoryError)) {
      return new Fault(NO_MEMORY, Reach.MOMENT, Optional.empty());
    }
    if (FacesException.isAmongTheCauses(thrown, t -> t instanceof InterruptedException)) {
      return new Fault(STOPPED, Reach.RUN, Optional.empty());
    }
    if (FacesException.isAmongTheCauses(thrown, t -> t instanceof LinkageError)) {
      return new Fault(INCOMPLETE, Reach.MOMENT, Optional.of(thrown));
    }
    return new Fault(MISTAKE, Reach.MOMENT, Optional.of(thrown));
  }

  /** Whether the item may do well another time, so that nothing is settled about it. */
  public boolean isPassing() {
    return reach != Reach.ITEM;
  }

  /** Whether the next item may do well where it needs less memory. */
  boolean isOfMemory() {
    return sentence.equals(NO_MEMORY);
  }

  /** What has this meaning when it is thrown. */
  public FacesException exception() {
    return switch (reach) {
      case ITEM -> new FacesException(sentence);
      case MOMENT -> FacesException.passing(sentence, mistake.orElse(null));
      case RUN -> ending();
    };
  }

  /** The fault as what ends a run. */
  FacesException ending() {
    return FacesException.endingTheRun(sentence, mistake.orElse(null));
  }

  /** The same as a problem of a file. */
  public Problem at(String where) {
    return new Problem(where, sentence);
  }
}
